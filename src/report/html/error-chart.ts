import { gathered } from '../../keys/order.js';
import { say } from '../../messages/index.js';
import type { AuditResult } from '../../model/result.js';
import { wilson } from '../../statistics/proportion.js';
import { fixed } from '../../statistics/rounding.js';
import { sumOf } from '../../statistics/sum.js';
import { brokenOf } from '../line-cells.js';
import { grouped } from '../text.js';
import { AXIS, drawChart, SERIES } from './chart.js';
import { folded, html, htmlTable, type Markup } from './markup.js';

/** Communities that the picture holds; all are in its table. */
const MOST = 40;
/** Below this denominator a percentage is marked, and stands in no order. */
const FEW = 20;

type Community = ReturnType<typeof communitiesOf>[number];

/** The share of events out of line, by community, with its interval. */
export function errorSection(result: AuditResult): Markup {
  const { lang } = result.run;
  const rows = communitiesOf(result);
  if (rows.length === 0) return html`<p>${say(lang, 'report.no-line')}</p>`;
  const title = say(lang, 'page.errors');
  const shown = rows.filter(({ percent }) => percent !== null).slice(0, MOST);
  const head = (['community', 'broken', 'events', 'percent', 'interval', 'remark'] as const).map((key) =>
    say(lang, `page.${key}`),
  );
  const body = rows.map(({ name, broken, total, percent, low, high }) => [
    name,
    broken,
    total,
    percent === null ? 'n/a' : `${fixed(percent, 2)} %`,
    percent === null ? 'n/a' : `${fixed(low, 1)}–${fixed(high, 1)} %`,
    total < FEW ? say(lang, 'reports.few') : '',
  ]);
  const more =
    rows.length > shown.length
      ? html`<p>${say(lang, 'page.first', { count: grouped(shown.length) })}</p>`
      : html``;
  return html`${picture(shown, title)}${more}${folded(say(lang, 'page.numbers'), htmlTable(title, head, body))}`;
}

function picture(rows: readonly Community[], label: string): Markup {
  return drawChart({
    name: 'errors',
    label,
    width: 720,
    height: 50 + rows.length * 26,
    option: {
      grid: { left: 150, right: 40, top: 8, bottom: 28 },
      xAxis: { type: 'value', min: 0, ...AXIS, axisLabel: { ...AXIS.axisLabel, formatter: '{value} %' } },
      yAxis: { type: 'category', inverse: true, data: rows.map(({ name }) => name), ...AXIS },
      series: [
        {
          type: 'custom',
          data: rows.map(({ low, high }, at) => [low, high, at]),
          encode: { x: [0, 1], y: 2 },
          renderItem: (_: unknown, api: Api) => {
            const [x1, y1] = api.coord([api.value(0), api.value(2)]);
            const [x2, y2] = api.coord([api.value(1), api.value(2)]);
            const shape = { x1, y1, x2, y2 };
            return { type: 'line', shape, style: { stroke: SERIES[0], lineWidth: 3 } };
          },
        },
        {
          type: 'scatter',
          symbolSize: 11,
          itemStyle: { color: SERIES[3] },
          data: rows.map(({ percent }, at) => [percent ?? 0, at]),
        },
      ],
    },
  });
}

/** What the drawing library hands to a shape of one's own. */
interface Api {
  value(dimension: number): number;
  coord(point: [number, number]): [number, number];
}

function communitiesOf({ line }: AuditResult) {
  return [...gathered(line, ({ community }) => community)].map(([name, rows]) => {
    const total = sumOf(rows, (row) => row.total);
    const broken = sumOf(rows, brokenOf);
    const [low, high] = wilson(broken, total);
    const percent = total === 0 ? null : (broken / total) * 100;
    return { name, broken, total, percent, low: low * 100, high: high * 100 };
  });
}
