import type { AssessmentItem } from '../../config/types.js';
import { gathered } from '../../keys/order.js';
import { heading, paragraph, titledGrid } from '../../report/table/page.js';
import { cleanAll } from '../../report/text.js';
import { type Advice, adviceFor } from '../advice.js';
import { shareOf } from '../numbers.js';
import type { AreaScore, Assessment, Origin, SchemeScore, ScoredItem } from '../types.js';
import { type AssessmentPage, openAssessmentPage, warningLines } from './table.js';
import { decimals, itemCells, type ReportOptions } from './words.js';

/** One area: every item with its numbers and rule, how they make the score, what would change it, where they stand. */
export function renderExplanation(given: Assessment, area: AreaScore, options: ReportOptions): string {
  const page = openAssessmentPage(options);
  const { items, warnings, run } = cleanAll(given);
  const one = cleanAll(area);
  const combination = page.combination(one);
  const own = warnings.filter((warning) => warning.area === one.area);
  const lines = [
    page.paint.bold(`${one.area} · ${page.say('assess.title')} · ${run.period}`),
    page.paint.dim('═'.repeat(page.width)),
    ...paragraph(page, '', standing(page, one, given.areas)),
    ...one.schemes.flatMap((scheme) => schemePart(page, scheme, items)),
    ...(combination ? ['', ...paragraph(page, '', combination, page.paint.bold)] : []),
    ...changes(page, adviceFor(one, items)),
    ...own.flatMap((warning) => [
      ...heading(page, page.say('assess.warnings')),
      ...warningLines(page, '', warning),
    ]),
    ...originLines(page, one),
  ];
  return `${lines.join('\n')}\n`;
}

/** Score and rank in a line, or why there is none. */
function standing(page: AssessmentPage, area: AreaScore, all: readonly AreaScore[]): string {
  const peers = all.filter(({ level, rank }) => level === area.level && rank !== null).length;
  const place =
    area.rank === null ? page.remark(area) : page.say('assess.ranked', { rank: area.rank, peers });
  return `${page.say('assess.score')} ${decimals(area.score)}   ${place}`;
}

function schemePart(page: AssessmentPage, scheme: SchemeScore, rules: readonly AssessmentItem[]): string[] {
  const name = page.say(`assess.${scheme.scheme}`);
  const title = scheme.people
    ? page.say('assess.under-share', { scheme: name, ...scheme.people })
    : page.say('assess.under', { scheme: name });
  const columns = ['item', 'share', 'value', 'points', 'weight'] as const;
  const ruleOf = (code: string) =>
    rules.find((rule) => rule.code === code && (!rule.only || rule.only === scheme.scheme));
  const sum = { points: decimals(scheme.points), measured: scheme.measured, score: decimals(scheme.score) };
  const absent = scheme.weight - scheme.measured;
  return [
    ...titledGrid(page, title, {
      head: columns.map((column) => page.say(`assess.${column}`)),
      rows: scheme.items.map((item) => itemCells(item, page)),
      text: [0],
    }),
    ...scheme.items.flatMap((item) => ruleLine(page, item, ruleOf(item.item))),
    ...(scheme.items.some(({ small }) => small)
      ? paragraph(page, '', page.say('assess.small-mark'), page.paint.dim)
      : []),
    ...(absent > 0 ? paragraph(page, '', page.say('assess.spread', { absent }), page.paint.dim) : []),
    ...paragraph(page, '', page.say('assess.sum', sum), page.paint.bold),
  ];
}

/** How an item is scored, and whether its target was met. */
function ruleLine(page: AssessmentPage, scored: ScoredItem, rule: AssessmentItem | undefined): string[] {
  if (!rule) return [];
  const { item, missed } = scored;
  const verdict = missed === undefined ? [] : [page.say(missed ? 'assess.missed' : 'assess.met')];
  const target = rule.target === undefined ? [] : [page.say('assess.target'), page.target(rule), ...verdict];
  const text = [page.rule(rule), target.join(' ')].filter(Boolean).join(' · ');
  const paint = missed ? page.paint.yellow : page.paint.dim;
  return paragraph(page, '  ', `${page.item(item)}${page.say('report.colon')}${text}`, paint);
}

function changes(page: AssessmentPage, advice: readonly Advice[]): string[] {
  const none = paragraph(page, '', page.say('assess.nothing-to-gain'));
  return [
    ...heading(page, page.say('assess.change')),
    ...(advice.length === 0 ? none : advice.flatMap((one) => paragraph(page, '- ', changeText(page, one)))),
  ];
}

/** One thing that would change the score, in a sentence. */
function changeText(page: AssessmentPage, { item, scheme, now, needed, gain, each, start }: Advice): string {
  const line = page.say('assess.to-full', {
    item: page.item(item),
    scheme: page.say(`assess.${scheme}`),
    now,
    needed,
    gain: decimals(gain),
  });
  if (each !== undefined) return page.say('assess.each', { line, each: decimals(each) });
  return start === undefined ? line : page.say('assess.from', { line, start });
}

function originCells(page: AssessmentPage, group: readonly Origin[]): string[] {
  const [{ from, event, point, area }] = group as [Origin];
  const { numerator, denominator } = shareOf(group);
  return [
    from,
    group.length === 1 ? area : page.say('assess.of-communities', { count: group.length }),
    event === undefined ? '' : page.label.event(event),
    point === undefined ? '' : page.label.point(point),
    `${numerator}/${denominator}`,
  ];
}

/** The numbers of the result that make each item, once, whatever the scheme; those of several areas as their sum. */
function originLines(page: AssessmentPage, { schemes }: AreaScore): string[] {
  const items = schemes.flatMap(({ items: own }) => own);
  const columns = ['item', 'part', 'area', 'event', 'point', 'share'] as const;
  const rows = items.flatMap(({ item, origins }) => {
    const groups = gathered(origins, ({ from, event, point }) => `${from}|${event ?? ''}|${point ?? ''}`);
    return [...groups.values()].map((group) => [page.item(item), ...originCells(page, group)]);
  });
  const once = [...new Map(rows.map((row) => [row.join('|'), row])).values()];
  if (once.length === 0) return [];
  const head = columns.map((name) => page.say(`assess.${name}`));
  return titledGrid(page, page.say('assess.origins'), { head, rows: once, text: [0, 1, 2, 3, 4] });
}
