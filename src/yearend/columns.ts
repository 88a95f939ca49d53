import { say } from '../messages/index.js';
import type { Lang } from '../model/language.js';
import type { AuditResult } from '../model/result.js';
import { csvLine, ownHeading } from '../report/csv.js';
import { nameOf, obstaclesText } from './sentences.js';
import type { FilingRow } from './types.js';

/** The columns of the filing list: width in a workbook, and what stands in them. */
export const FILING_COLUMNS = {
  level: { width: 8, cell: ({ level }, lang) => say(lang, `yearend.level-${level}`) },
  area: { width: 20, cell: nameOf },
  parent: { width: 16, cell: ({ parent }) => parent },
  state: { width: 12, cell: ({ ready }, lang) => say(lang, ready ? 'yearend.ready' : 'yearend.waiting') },
  errors: { width: 9, cell: ({ errors }) => errors },
  figures: { width: 9, cell: ({ figureErrors }) => figureErrors },
  warnings: { width: 9, cell: ({ warnings }) => warnings },
  absent: { width: 9, cell: ({ absent }) => absent },
  reports: { width: 9, cell: ({ reportsMissing }) => reportsMissing },
  exceeded: { width: 9, cell: ({ exceeded }) => exceeded },
  unread: { width: 9, cell: ({ unread }) => unread },
  parts: { width: 10, cell: ({ parts: { ready, total } }) => (total === 0 ? '' : `${ready} / ${total}`) },
  obstacles: { width: 70, cell: obstaclesText },
} as const satisfies Record<string, { width: number; cell: (row: FilingRow, lang: Lang) => string | number }>;

export type ColumnName = keyof typeof FILING_COLUMNS;
export const COLUMN_NAMES = Object.keys(FILING_COLUMNS) as ColumnName[];

/** The headings of the filing list. */
export function headingsOf(lang: Lang): string[] {
  return COLUMN_NAMES.map((name) => say(lang, `yearend.column-${name}`));
}

/** The cells of an area, as text and numbers. */
export function filingCells(row: FilingRow, lang: Lang): (string | number)[] {
  return COLUMN_NAMES.map((name) => FILING_COLUMNS[name].cell(row, lang));
}

/**
 * The filing list as comma-separated values, UTF-8 with a byte order mark. The heading of the first column names the
 * program, by which reading knows its own output. No cell starts a formula.
 */
export function* filingCsv({ run }: AuditResult, filing: readonly FilingRow[]): Iterable<string> {
  const [first = '', ...others] = headingsOf(run.lang);
  yield `\ufeff${csvLine([ownHeading(first), ...others])}`;
  for (const row of filing) yield csvLine(filingCells(row, run.lang));
}
