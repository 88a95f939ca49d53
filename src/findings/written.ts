import { isPlainDay, writeDay } from '../keys/date-forms.js';
import type { CitedRecord } from '../model/finding.js';
import type { UsualWritings } from '../model/source.js';
import { isCodeName, wordOf } from '../registers/codes.js';
import type { ColumnType } from '../registers/types.js';
import { registerOf, typeOf } from './column-types.js';

/** How the cells of a row are written. */
export interface RowWritings {
  /** As nearly all of its table. */
  usual: UsualWritings;
  /** Cells of this row that are not. */
  unusual: Readonly<Record<string, string>>;
  /** Dates of which only the month is known; they are written as such. */
  partial: readonly string[];
}

/**
 * The text of a cell, where it is not what people are shown of the value; undefined where it is, or where a cell of
 * this type is never quoted (names, IDs, free text).
 */
export function writtenText(
  { usual, unusual, partial }: RowWritings,
  column: string,
  type: ColumnType,
  value: string | number | null,
): string | undefined {
  const text = unusual[column] ?? (value === null ? undefined : usualText(usual[column], value));
  if (text === undefined || partial.includes(column) || text === String(value)) return undefined;
  return isCodeName(type) && text === wordOf(type, String(value)) ? undefined : text;
}

function usualText(usual: UsualWritings[string] | undefined, value: string | number): string | undefined {
  if (usual === undefined) return undefined;
  return typeof usual === 'string' ? writeDay(usual, String(value)) : usual[String(value)];
}

/** The text of a cited cell that a sentence has to quote: a reader would not see in it what it was read as. */
export function strange({ register, values, written = {} }: CitedRecord, column: string): string | undefined {
  const text = written[column];
  const known = registerOf(register);
  const isDate = known !== undefined && typeOf(known, column) === 'date';
  const isPlain = isDate && text !== undefined && isPlainDay(text, String(values[column] ?? ''));
  return isPlain ? undefined : text;
}
