import { CELL_LIMIT, limited, tidy } from '../../keys/text.js';
import type { Value } from '../../model/row.js';
import type { Column } from '../../registers/types.js';
import { type RowState, reportNoResult, reportProblem, ruleOf } from './problem.js';
import { type CellOptions, waysOf } from './ways.js';

/** What spreadsheets show where a formula failed or a column is too narrow. */
const ERROR_VALUE = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|###*)$/;

/** Reads one filled cell; what is wrong with it goes into the row's state. */
export type CellReader = (raw: string | number, row: RowState) => Value;

/** The reader of a column: a closure that holds all that does not change from row to row. */
export function cellReader(column: Column, at: number, options: CellOptions): CellReader {
  const { quick, parse } = waysOf(column, at, options);
  return (raw, row) => {
    if (typeof raw === 'number') return parse(raw, row, raw);
    const value = quick(raw, row);
    if (value !== undefined) return value;
    const text = legible(raw, column, row);
    return text === null ? null : parse(text, row, raw);
  };
}

/** Tidy text of a cell; null where an encoding or a spreadsheet left nothing to read. */
function legible(raw: string, column: Column, row: RowState): string | null {
  if (raw.length > CELL_LIMIT)
    reportProblem(row, 'format/oversized-cell', column.name, raw, String(raw.length));
  if (raw.includes('\ufffd')) {
    reportProblem(row, 'format/undecodable-text', column.name, raw);
    if (ruleOf(column.type) !== null) return null;
  }
  const text = limited(tidy(raw));
  if (text.charCodeAt(0) === 35 && ERROR_VALUE.test(text)) return reportNoResult(row, column, text);
  return text;
}
