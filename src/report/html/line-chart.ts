import { gathered } from '../../keys/order.js';
import { say } from '../../messages/index.js';
import type { Lang } from '../../model/language.js';
import type { LineRow } from '../../model/measured.js';
import type { AuditResult } from '../../model/result.js';
import { rounded } from '../../statistics/rounding.js';
import { sumOf } from '../../statistics/sum.js';
import { labelsOf } from '../labels.js';
import { AXIS, drawChart, LEGEND } from './chart.js';
import { folded, html, htmlTable, type Markup, scrolled } from './markup.js';

/** Two ways to part the events of a kind; each adds up to all of them. */
const BY_POINTS = ['at-all', 'at-some', 'at-one', 'unconfirmed'] as const;
const BY_STATE = ['in-line', 'differs', 'lacking', 'unconfirmed'] as const;

type Part = (typeof BY_POINTS)[number] | (typeof BY_STATE)[number];

interface Kind {
  name: string;
  counts: Record<Part, number>;
  total: number;
}

/** Three points in one line: for each kind of event, at how many points they stand, and whether in line. */
export function lineSection(result: AuditResult): Markup {
  const { lang } = result.run;
  const labels = labelsOf(result);
  const kinds = [...gathered(result.line, ({ event }) => event)].map(([event, rows]) =>
    kindOf(labels.event(event), rows),
  );
  if (kinds.length === 0) return html`<p>${say(lang, 'report.no-line')}</p>`;
  const parts = [...BY_POINTS.slice(0, 3), ...BY_STATE];
  const head = [say(lang, 'report.event'), ...parts.map((part) => say(lang, `page.${part}`))];
  const body = kinds.map(({ name, counts, total }) => [name, ...parts.map((part) => counts[part]), total]);
  const numbers = htmlTable(say(lang, 'report.line'), [...head, say(lang, 'report.sum')], body);
  return html`<div class="pair">${picture('points', kinds, BY_POINTS, lang)}${picture('state', kinds, BY_STATE, lang)}</div>
${folded(say(lang, 'page.numbers'), scrolled(say(lang, 'report.line'), numbers))}`;
}

function picture(name: 'points' | 'state', kinds: Kind[], parts: readonly Part[], lang: Lang): Markup {
  const title = say(lang, `page.line-${name}`);
  const names = parts.map((part) => say(lang, `page.${part}`));
  const chart = drawChart({
    name,
    label: title,
    width: 560,
    height: 70 + kinds.length * 36,
    option: {
      legend: { ...LEGEND, data: names },
      grid: { left: 100, right: 26, top: 40, bottom: 24 },
      xAxis: { type: 'value', max: 100, ...AXIS, axisLabel: { ...AXIS.axisLabel, formatter: '{value} %' } },
      yAxis: { type: 'category', inverse: true, data: kinds.map((kind) => kind.name), ...AXIS },
      series: parts.map((part, at) => ({
        name: names[at],
        type: 'bar',
        stack: 'all',
        barWidth: 20,
        data: kinds.map(({ counts }) =>
          share(
            counts[part],
            sumOf(parts, (other) => counts[other]),
          ),
        ),
      })),
    },
  });
  return html`<figure><figcaption>${title}</figcaption>${chart}</figure>`;
}

function kindOf(name: string, rows: readonly LineRow[]): Kind {
  const all = (key: 'inLine' | 'atAll' | 'unconfirmed' | 'total') => sumOf(rows, (row) => row[key]);
  // Where only one point keeps such events, it is all of them.
  const alone = sumOf(rows, (row) => (coveringPoints(row) > 1 ? row.atOne : 0));
  const counts = {
    'at-all': all('atAll'),
    'at-some': all('total') - all('atAll') - alone,
    'at-one': alone,
    'in-line': all('inLine'),
    differs: all('atAll') - all('inLine'),
    lacking: all('total') - all('atAll'),
    unconfirmed: all('unconfirmed'),
  };
  return { name, counts, total: all('total') + counts.unconfirmed };
}

/** How many points keep such events. */
function coveringPoints({ points }: LineRow): number {
  return Object.values(points).filter(({ covered }) => covered).length;
}

/** Per cent of a whole, to a tenth. */
function share(count: number, whole: number): number {
  return whole === 0 ? 0 : rounded((count / whole) * 100, 1);
}
