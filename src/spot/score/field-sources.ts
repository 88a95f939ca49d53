import { emptyAccount } from '../../ingest/read/row-account.js';
import { FIELD } from '../../model/point.js';
import type { RawRow, RowAccount, Source } from '../../model/source.js';
import { recordOf } from '../../store/tables.js';
import type { FieldRecord } from './facts.js';
import type { FieldSource } from './field.js';

/** Numbers of sources from the sheets: above those of any ledger, and small enough for the numbers of their claims. */
const FIRST_SOURCE = 2 ** 17;

/** The sheet as a source. It acts as a witness: it claims, and is never expected to be complete. */
export function sourceOf({ register, sheet: filled, columns }: FieldSource, place: number): Source {
  const { path, sha256, sheet } = filled;
  return {
    source: FIRST_SOURCE + place,
    path,
    file: path,
    kind: 'xlsx',
    sheet,
    sha256,
    bytes: 0,
    register,
    point: FIELD,
    witness: true,
    header: { from: 1, to: 1 },
    columns,
    rivals: [],
    width: { headings: columns.length, cells: columns.length },
    problems: [],
    notes: [],
  };
}

/** The visits that the rows are about. */
export function recordsOf(spoken: readonly FieldSource[]): FieldRecord[] {
  return spoken.flatMap(({ rows }, place) =>
    rows.map(({ visit, row }) => ({ visit, record: recordOf(FIRST_SOURCE + place, row) })),
  );
}

/** Hands the rows over as a reader of files does. @returns their accounts, by number of source */
export function readField(
  spoken: readonly FieldSource[],
  sources: readonly Source[],
  onRow: (source: Source, row: RawRow) => void,
): Map<number, RowAccount> {
  const account = new Map<number, RowAccount>();
  for (const source of sources) {
    const { rows = [] } = spoken[source.source - FIRST_SOURCE] ?? {};
    for (const { row, cells } of rows) onRow(source, { row, cells });
    // All rows of a sheet that speak for a register are read: the others have no place in it.
    account.set(source.source, { ...emptyAccount(), total: rows.length, read: rows.length });
  }
  return account;
}
