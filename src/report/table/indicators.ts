import type { IndicatorRow } from '../../model/measured.js';
import type { AuditResult } from '../../model/result.js';
import { indicatorName } from '../labels.js';
import { cleanAll, grouped } from '../text.js';
import { grid, heading, type Page, paragraph } from './page.js';

/** Figures that do not agree are listed up to this many; `plumbline rates` shows them all. */
const MOST_ROWS = 20;

/** Reported figures beside what was recomputed: how many agree, and those that do not. */
export function renderIndicators(page: Page, { indicators, run }: AuditResult): string[] {
  const reported = indicators.filter(({ reported: figure }) => figure !== undefined);
  if (reported.length === 0) return [];
  const of = (...verdicts: IndicatorRow['verdict'][]) =>
    reported.filter(({ verdict }) => verdicts.includes(verdict));
  const wrong = cleanAll(of('differs', 'conflict', 'truncated'));
  const counts = {
    total: grouped(reported.length),
    agrees: grouped(of('agrees').length),
    wrong: grouped(wrong.length),
    explained: grouped(of('explained').length),
    unchecked: grouped(of('not-checked', 'n/a').length),
  };
  const more = page.say('rates.more', { more: grouped(wrong.length - MOST_ROWS) });
  return [
    ...heading(page, page.say('rates.section')),
    ...paragraph(page, '', page.say('rates.summary', counts)),
    ...(wrong.length > 0 ? table(page, wrong.slice(0, MOST_ROWS), run.lang) : []),
    ...(wrong.length > MOST_ROWS ? paragraph(page, '', more, page.paint.dim) : []),
  ];
}

function table(page: Page, rows: readonly IndicatorRow[], lang: 'zh' | 'en'): string[] {
  const columns = ['area', 'period', 'indicator', 'reported', 'recomputed', 'verdict'] as const;
  return grid(page, {
    head: columns.map((column) => page.say(`rates.${column}`)),
    rows: rows.map((row) => [
      row.area,
      row.period,
      indicatorName(row, lang),
      row.printed ?? '',
      row.recomputed === undefined ? '' : String(row.recomputed),
      page.say(`rates.verdict-${row.verdict}`),
    ]),
    text: [0, 1, 2, 5],
  });
}
