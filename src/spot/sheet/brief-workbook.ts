import { say } from '../../messages/index.js';
import type { Lang } from '../../model/language.js';
import type { Sheet, SheetRow } from '../../workbook/sheet.js';
import { wrappedHeight } from '../../workbook/width.js';
import { across } from './across.js';

const HEADINGS = [
  ...(['building', 'household', 'point', 'register', 'file'] as const),
  ...(['sheet', 'row', 'cells', 'columns', 'look'] as const),
];
const WIDTHS = [10, 13, 10, 15, 32, 16, 7, 13, 20, 52];

/** Cells to verify, a line each, as they are printed. */
export type BriefRow = Record<(typeof HEADINGS)[number], string>;

export interface BriefHead {
  code: string;
  area: string;
  period: string;
}

/** The brief of an area: where to look, and that it never enters an estimate. */
export function briefSheets(head: BriefHead, rows: readonly BriefRow[], lang: Lang): Sheet[] {
  const { code, area } = head;
  return [
    {
      name: say(lang, 'spot-sheet.brief-name'),
      columns: WIDTHS.map((width) => ({ width, format: 'text' })),
      head: headRows(head, rows.length, lang),
      filter: true,
      footer: say(lang, 'spot-sheet.brief-footer', { code, area: area.replaceAll('&', '&&') }),
      printed: HEADINGS.length,
      rows: rows.map((row) => {
        const cells = HEADINGS.map((name) => row[name]);
        return { cells, looks: HEADINGS.map(() => 'text' as const), height: wrappedHeight(cells, WIDTHS) };
      }),
    },
  ];
}

function headRows(head: BriefHead, count: number, lang: Lang): SheetRow[] {
  const headings = HEADINGS.map((name) => say(lang, `spot-sheet.brief-${name}`));
  return [
    across(say(lang, 'spot-sheet.brief-title', { ...head }), 'title', HEADINGS.length, 26),
    across(say(lang, 'spot-sheet.brief-never'), 'alarm', HEADINGS.length, 18),
    across(say(lang, 'spot-sheet.brief-how', { count, period: head.period }), 'note', HEADINGS.length, 32),
    { cells: headings, looks: headings.map(() => 'heading'), height: wrappedHeight(headings, WIDTHS) },
  ];
}
