import { say } from '../../messages/index.js';
import type { Lang } from '../../model/language.js';
import type { AuditResult } from '../../model/result.js';
import type { CellLook } from '../../workbook/looks.js';
import type { Cell, Sheet, SheetRow } from '../../workbook/sheet.js';
import type { RenderOptions } from '../reporter.js';
import { type FindingRow, maskingOf } from '../rows.js';
import { cellText, heightOf, linkToSheet, listSheet } from './cells.js';
import type { CommunitySheet } from './communities.js';
import { findingCells } from './finding-cells.js';

/** Heading and width of every column. */
const COLUMNS = {
  community: 14,
  number: 7,
  severity: 7,
  kind: 16,
  building: 9,
  file: 22,
  open: 6,
  place: 24,
  message: 46,
  suggestion: 30,
  cause: 10,
  id: 20,
} as const;
const NAMES = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
const WIDTHS = NAMES.map((name) => COLUMNS[name]);

/** Every finding on one sheet, to be filtered; the numbers lead to the sheets of the communities, where they are ticked. */
export function* allSheets(
  rows: readonly FindingRow[],
  communities: readonly CommunitySheet[],
  result: AuditResult,
  { linkTo }: Pick<RenderOptions, 'linkTo'>,
): Iterable<Sheet> {
  const { lang } = result.run;
  if (communities.length === 0) return;
  const byId = new Map(rows.map((row) => [row.finding.id, row]));
  const numbers = new Map(communities.flatMap(({ ids }) => ids.map((id, at) => [id, at + 1] as const)));
  const name = say(lang, 'reports.all-findings');
  const list = communities.flatMap((community) =>
    community.ids.flatMap((id) => {
      const row = byId.get(id);
      return row ? [rowOf(row, community.name, numbers, lang, linkTo)] : [];
    }),
  );
  const heads = NAMES.map((column) => say(lang, `reports.${column}`));
  const notes = [`${name} · ${maskingOf(result)}`];
  yield { ...listSheet({ name, notes, heads, widths: WIDTHS, rows: list }, lang), printed: NAMES.length - 1 };
}

function rowOf(
  row: FindingRow,
  sheet: string,
  numbers: ReadonlyMap<string, number>,
  lang: Lang,
  linkTo: RenderOptions['linkTo'],
): SheetRow {
  const shared = findingCells(row, lang, linkTo);
  const values: Record<keyof typeof COLUMNS, Cell> = {
    ...shared,
    community: cellText(sheet),
    number: linkToSheet(String(numbers.get(row.finding.id) ?? ''), sheet),
    cause: String(numbers.get(row.cause) ?? ''),
  };
  const look = (name: (typeof NAMES)[number]): CellLook => {
    if (name === 'severity') return row.level;
    return name === 'number' || (name === 'open' && shared.open) ? 'link' : 'text';
  };
  const cells = NAMES.map((name) => values[name]);
  return { cells, height: heightOf(cells, WIDTHS), looks: NAMES.map(look) };
}
