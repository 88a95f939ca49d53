import { gathered } from '../keys/order.js';
import type { AuditResult } from '../model/result.js';
import { SEVERITIES } from '../model/severity.js';
import { sumOf } from '../statistics/sum.js';
import type { Folded } from './faults.js';
import { countBySeverity } from './table/groups.js';
import { DOUBTS, inReadingOrder, renderDoubts } from './table/head.js';
import { joined, type Page, paragraph } from './table/page.js';
import { grouped, shorten, widthOf } from './text.js';

/** The verdict in a line, and before it, in full, what makes it say less than it seems to. */
export function verdict(page: Page, { run }: AuditResult, { roots, consequences }: Folded): string[] {
  const { say, paint } = page;
  const dated = run.notes.every(({ code }) => code !== 'no-period');
  const when = dated ? say('report.screen-period', { period: run.period, asOf: run.asOf }) : '';
  const refused = run.refused.length;
  const partly = [
    ...(refused > 0 ? [paint.red.bold(say('report.incomplete', { count: refused }))] : []),
    ...renderDoubts(page, run.notes),
  ];
  if (roots.length === 0)
    return [...partly, ...paragraph(page, '', when + say('report.screen-clean'), paint.green.bold)];
  const counts = countBySeverity(roots);
  const named = SEVERITIES.filter((severity) => counts[severity] > 0);
  const text = named.map((level) => say(`report.screen-${level}`, { count: grouped(counts[level]) }));
  const caused = [...consequences.values()].flat().length;
  const rest = caused > 0 ? say('report.screen-caused', { count: grouped(caused) }) : '';
  return [...partly, ...paragraph(page, '', when + joined(page, text) + rest, paint.bold)];
}

/** Files, tables and rows in one line, points in the next, and in a third what only the full report tells. */
export function readings(page: Page, { run }: AuditResult): string[] {
  const { say, label, paint } = page;
  const sum = (key: 'total' | 'read' | 'skipped' | 'refused') =>
    grouped(sumOf(run.inputs, ({ rows }) => rows[key]));
  const files = new Set(run.inputs.map(({ path }) => path)).size;
  const numbers = { files: grouped(files), tables: grouped(run.inputs.length), total: sum('total') };
  const became = { read: sum('read'), skipped: sum('skipped'), refused: sum('refused') };
  const points = [...gathered(inReadingOrder(run.inputs), ({ point }) => point)].map(([point, inputs]) =>
    say('report.screen-point', {
      point: label.point(point),
      count: new Set(inputs.map(({ path }) => path)).size,
    }),
  );
  const told = run.notes.filter(({ code }) => !DOUBTS.includes(code));
  const notes = gathered([...run.inputs.flatMap((input) => input.notes), ...told], ({ code }) => code);
  const aside = [...notes].map(([code, same]) => {
    const count = grouped(sumOf(same, (note) => note.count));
    return say('report.note', { label: label.note(code), count });
  });
  const held = say('report.screen-points', { points: joined(page, points) });
  return [say('report.screen-read', { ...numbers, ...became }), held, fitting(page, aside)]
    .filter((line) => line !== '')
    .map((line) => paint.dim(shorten(line, page.width)));
}

/** As many as fit on a line, none of them cut off. */
function fitting(page: Page, items: readonly string[]): string {
  const all = joined(page, items);
  for (let kept = items.length; kept > 0; kept--) {
    const line = kept === items.length ? all : joined(page, [...items.slice(0, kept), '…']);
    if (widthOf(line) <= page.width) return line;
  }
  return all;
}
