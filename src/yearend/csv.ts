import type { AuditResult } from '../model/result.js';
import { csvLine, ownHeading } from '../report/csv.js';
import { filingCells, headingsOf } from './columns.js';
import type { FilingRow } from './types.js';

/**
 * The filing list as comma-separated values, UTF-8 with a byte order mark. The heading of the first column names the
 * program, by which reading knows its own output. No cell starts a formula.
 */
export function* filingCsv({ run }: AuditResult, filing: readonly FilingRow[]): Iterable<string> {
  const [first = '', ...others] = headingsOf(run.lang);
  yield `\ufeff${csvLine([ownHeading(first), ...others])}`;
  for (const row of filing) yield csvLine(filingCells(row, run.lang));
}
