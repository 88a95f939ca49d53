import { shortened } from '../../keys/text.js';
import type { CellProblem, IdStatus, UnusualCell } from '../../model/row.js';
import type { Column, ColumnType } from '../../registers/types.js';

/** What reading the cells of one row leaves besides their values. */
export interface RowState {
  problems: CellProblem[];
  partial: string[];
  /** Aligned with the register's columns; set where a column holds an ID that is not blank. */
  idStatus: IdStatus[];
  /** The birth dates that damaged IDs still show, by the position of their column. Absent in most rows. */
  born?: Readonly<Record<number, string>>;
  /** Absent in most rows. */
  unusual?: UnusualCell[];
}

type ProblemRule = CellProblem['rule'];

/** Files a problem of a cell. */
export function reportProblem(
  row: RowState,
  rule: ProblemRule,
  column: string,
  raw: string | number,
  detail?: string,
): null {
  row.problems.push({ rule, column, raw: shortened(raw), ...(detail === undefined ? {} : { detail }) });
  return null;
}

/** Keeps what a cell holds, for those who quote it. */
export function keepText(row: RowState, column: string, raw: string | number): void {
  row.unusual ??= [];
  row.unusual.push({ column, raw: shortened(raw) });
}

/** The rule under which a column of a type reports a cell that holds no value of it; none for free text. */
export function ruleOf(type: ColumnType): ProblemRule | null {
  if (type === 'text' || type === 'name') return null;
  if (type === 'date') return 'format/invalid-date';
  if (type === 'id') return 'identity/invalid-id';
  return type === 'integer' || type === 'number' ? 'format/invalid-number' : 'format/unknown-code';
}

/** Makes a cell without a result of its own (a formula, an error value) what its column's type makes of it. */
export function reportNoResult(row: RowState, column: Column, raw: string): null {
  const rule = ruleOf(column.type) ?? (column.required ? 'format/missing-value' : null);
  return rule ? reportProblem(row, rule, column.name, raw, raw) : null;
}
