import { byText, gathered } from '../../keys/order.js';
import { say } from '../../messages/index.js';
import type { Lang } from '../../model/language.js';
import type { IndicatorRow } from '../../model/measured.js';
import type { AuditResult } from '../../model/result.js';
import { sumOf } from '../../statistics/sum.js';
import { AXIS, drawChart, LEGEND } from './chart.js';
import { folded, html, htmlTable, type Markup } from './markup.js';

/** Flows that are shown month by month, where both numbers are known. */
const CODES = ['births', 'marriages', 'deaths'];
const MONTH = /^(\d{4})(?:年(\d{1,2})月|-(\d{2}))$/;

interface Month {
  name: string;
  reported: number;
  recomputed: number;
}

/** The monthly course of what was reported against what the registers hold. */
export function courseSection(result: AuditResult): Markup {
  const { lang } = result.run;
  const charts = CODES.flatMap((code) => {
    const rows = result.indicators.filter((row) => row.code === code && MONTH.test(row.period));
    const months = monthsOf(rows);
    return months.length > 1 ? [course(code, rows[0]?.name ?? code, months, lang)] : [];
  });
  return charts.length > 0
    ? html`<div class="pair">${charts}</div>`
    : html`<p>${say(lang, 'page.no-months')}</p>`;
}

function course(code: string, name: string, months: readonly Month[], lang: Lang): Markup {
  const title = say(lang, 'page.course-of', { name });
  const names = [say(lang, 'reports.reported'), say(lang, 'reports.recomputed')];
  const chart = drawChart({
    name: `course-${code}`,
    label: title,
    width: 560,
    height: 240,
    option: {
      legend: { ...LEGEND, data: names },
      grid: { left: 44, right: 12, top: 36, bottom: 28 },
      xAxis: { type: 'category', data: months.map((month) => month.name), ...AXIS },
      yAxis: { type: 'value', minInterval: 1, ...AXIS },
      series: [
        { name: names[0], type: 'bar', barWidth: 12, data: months.map(({ reported }) => reported) },
        {
          name: names[1],
          type: 'line',
          symbolSize: 7,
          lineStyle: { color: 'var(--c4)', width: 2 },
          itemStyle: { color: 'var(--c4)' },
          data: months.map(({ recomputed }) => recomputed),
        },
      ],
    },
  });
  const head = [say(lang, 'reports.period'), ...names];
  const body = months.map(({ name: month, reported, recomputed }) => [month, reported, recomputed]);
  return html`<figure><figcaption>${title}</figcaption>${chart}${folded(say(lang, 'page.numbers'), htmlTable(title, head, body))}</figure>`;
}

/** Sums over the areas that are not made of others: communities, where the result says so. */
function monthsOf(rows: readonly IndicatorRow[]): Month[] {
  const known = rows.filter(({ reported, recomputed }) => reported !== undefined && recomputed !== undefined);
  const lowest = known.filter(({ level }) => level === 'community');
  const counted = withoutWholes(lowest.length > 0 ? lowest : known);
  const byMonth = gathered(counted, ({ period }) => monthName(period));
  return [...byMonth]
    .map(([name, same]) => ({
      name,
      reported: sumOf(same, (row) => row.reported ?? 0),
      recomputed: sumOf(same, (row) => row.recomputed ?? 0),
    }))
    .sort((a, b) => byText(a.name, b.name));
}

/** A result that was kept does not say which areas are wholes: one as large as all others together is one. */
function withoutWholes(rows: readonly IndicatorRow[]): readonly IndicatorRow[] {
  const totals = [...gathered(rows, ({ area }) => area)].map(([area, same]) => ({
    area,
    total: sumOf(same, (row) => row.recomputed ?? 0),
  }));
  const all = sumOf(totals, ({ total }) => total);
  const wholes = totals.filter(({ total }) => totals.length > 2 && total * 2 >= all);
  return wholes.length === 1 ? rows.filter(({ area }) => area !== wholes[0]?.area) : rows;
}

function monthName(period: string): string {
  const [, year = '', month = '', other = ''] = MONTH.exec(period) ?? [];
  return `${year}-${(month || other).padStart(2, '0')}`;
}
