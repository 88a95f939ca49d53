import { say } from '../../messages/index.js';
import { labelsOf } from '../labels.js';
import type { AuditResult, LineRow } from '../result.js';
import { groupBy } from '../table/groups.js';
import { AXIS, draw, LEGEND } from './chart.js';
import { html, type Markup, table } from './markup.js';

/** How an event can stand, from the best to what nobody knows. */
const STATES = ['in-line', 'differs', 'at-two', 'at-one', 'unconfirmed'] as const;

/** Three points in one line: for each kind of event, how many stand at all points, at two, at one. */
export function lineSection(result: AuditResult): Markup {
  const { lang } = result.run;
  const labels = labelsOf(result);
  const rows = [...groupBy(result.line, ({ event }) => event)].map(([event, same]) => ({
    name: labels.event(event),
    counts: countsOf(same),
  }));
  if (rows.length === 0) return html`<p>${say(lang, 'report.no-line')}</p>`;
  const names = STATES.map((state) => say(lang, `page.${state}`));
  const title = say(lang, 'page.line');
  const chart = draw({
    name: 'line',
    label: title,
    width: 720,
    height: 70 + rows.length * 38,
    option: {
      legend: { ...LEGEND, data: names },
      grid: { left: 120, right: 30, top: 40, bottom: 24 },
      xAxis: { type: 'value', max: 100, ...AXIS, axisLabel: { ...AXIS.axisLabel, formatter: '{value} %' } },
      yAxis: { type: 'category', inverse: true, data: rows.map(({ name }) => name), ...AXIS },
      series: STATES.map((_, at) => ({
        name: names[at],
        type: 'bar',
        stack: 'all',
        barWidth: 20,
        data: rows.map(({ counts }) => share(counts[at] ?? 0, counts)),
      })),
    },
  });
  const body = rows.map(({ name, counts }) => [name, ...counts, sum(counts)]);
  const numbers = table(title, [say(lang, 'report.event'), ...names, say(lang, 'report.sum')], body);
  return html`${chart}<details open><summary>${say(lang, 'page.numbers')}</summary>${numbers}</details>`;
}

function countsOf(rows: readonly LineRow[]): number[] {
  const total = (key: 'inLine' | 'atAll' | 'atTwo' | 'atOne' | 'unconfirmed') =>
    sum(rows.map((row) => row[key]));
  const inLine = total('inLine');
  return [inLine, total('atAll') - inLine, total('atTwo'), total('atOne'), total('unconfirmed')];
}

function share(count: number, counts: readonly number[]): number {
  const whole = sum(counts);
  return whole === 0 ? 0 : Math.round((count / whole) * 1000) / 10;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
