import type { RawCell } from '../../model/source.js';

/** How a cell holds its value: the tags around the text, and what that is; undefined for what only the parser knows. */
export interface CellForm {
  open: string;
  close: string;
  read: (text: string) => RawCell | undefined;
}

/** Attributes of a cell after its place: style and type, in either order. */
const ATTRIBUTES = /^(?: s="\d+")?(?: t="(\w+)")?(?: s="\d+")?$/;

/**
 * How a cell of a sheet holds its value; undefined where only the parser knows.
 *
 * @param attributes of the cell, after its place
 * @param strings shared ones, by their numbers; undefined for those that only the parser knows
 */
export function formOfCell(
  attributes: string,
  strings: readonly (string | undefined)[],
): CellForm | undefined {
  const match = ATTRIBUTES.exec(attributes);
  if (!match) return undefined;
  const value = { open: '<v>', close: '</v></c>' };
  switch (match[1]) {
    case 'str':
      return { ...value, read: (text) => text };
    case 's':
      // Spreadsheet programs show a cell blank that names no string.
      return { ...value, read: (text) => (text === '' ? null : strings[Number(text)]) };
    case 'inlineStr':
      return { open: '<is><t>', close: '</t></is></c>', read: (text) => text };
    case 'n':
    case undefined:
      return { ...value, read: attributes.includes(' s=') ? blankOnly : numberIn };
    default:
      return undefined;
  }
}

function numberIn(text: string): number | null | undefined {
  const number = Number(text);
  if (text === '') return null;
  return Number.isNaN(number) ? undefined : number;
}

/** What a format shows as a date only the parser knows. */
function blankOnly(text: string): null | undefined {
  return text === '' ? null : undefined;
}
