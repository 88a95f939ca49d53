import { say } from '../messages/index.js';
import type { Lang } from '../model/language.js';
import type { AuditResult } from '../model/result.js';
import { type FindingRow, findingRows, harmless } from './rows.js';

/** Columns in the order of the file, with what stands in them. */
const COLUMNS = {
  id: ({ finding }) => finding.id,
  severity: ({ severity }) => severity,
  rule: ({ finding }) => finding.rule,
  kind: ({ title }) => title,
  community: ({ community }) => community,
  building: ({ building }) => building,
  event: ({ event }) => event,
  point: ({ point }) => point,
  period: ({ finding }) => finding.period ?? '',
  message: ({ message }) => message,
  suggestion: ({ suggestion }) => suggestion,
  file: ({ place }) => place?.path ?? '',
  sheet: ({ place }) => place?.sheet ?? '',
  row: ({ place }) => String(place?.row ?? ''),
  cells: ({ place }) => place?.cells.join(', ') ?? '',
  places: ({ places }) => places.join('; '),
  evidence: ({ evidence }) => evidence.join('; '),
  missing: ({ missing }) => missing,
  count: ({ finding }) => String(finding.count ?? ''),
  unconfirmed: ({ unconfirmed }, lang) => (unconfirmed ? say(lang, 'reports.yes') : ''),
  cause: ({ cause }) => cause,
} as const satisfies Record<string, (row: FindingRow, lang: Lang) => string>;

/**
 * The findings as comma-separated values, UTF-8 with a byte order mark so that Excel takes them for what they are. No
 * cell starts a formula. The heading of the first column names the program, by which reading knows its own output, and
 * says whether names and IDs are masked.
 */
export function* renderCsv(result: AuditResult): Iterable<string> {
  const { lang, masked } = result.run;
  const names = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
  const state = say(lang, masked ? 'reports.head-masked' : 'reports.head-revealed');
  const yes = say(lang, 'reports.yes');
  yield `\ufeff${csvLine([ownHeading(state), ...names.map((name) => say(lang, `reports.${name}`))])}`;
  for (const row of findingRows(result))
    yield csvLine([yes, ...names.map((name) => COLUMNS[name](row, lang))]);
}

/** A first heading by which reading knows our own output, whatever version wrote it: the columns keep their names. */
export function ownHeading(text: string): string {
  return `Plumbline ${text}`;
}

/** A record of a CSV file: text that starts no formula, numbers as they are. */
export function csvLine(cells: readonly (string | number)[]): string {
  const texts = cells.map((cell) => (typeof cell === 'number' ? String(cell) : csvQuoted(harmless(cell))));
  return `${texts.join(',')}\r\n`;
}

/** A cell in quotes where it needs them. */
export function csvQuoted(cell: string): string {
  return /[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
