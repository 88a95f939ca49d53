import type { AssessmentItem } from '../../config/types.js';
import { gathered } from '../../keys/order.js';
import { grid, heading, openPage, type Page, paragraph } from '../../report/table/page.js';
import { cleanAll } from '../../report/text.js';
import { type Advice, adviceFor } from '../advice.js';
import { shareOf } from '../numbers.js';
import type { AreaScore, Assessment, SchemeScore } from '../types.js';
import { decimals, itemCells, type ReportOptions, type Words, wordsIn } from './words.js';

/** One area: every item with its numbers and rule, how they make the score, what would change it, where they stand. */
export function renderExplanation(
  given: Assessment,
  area: AreaScore,
  { lang, width, color }: ReportOptions,
): string {
  const page = openPage({ run: { lang, rules: [] } }, width, color);
  const words = wordsIn(lang);
  const { items, warnings, run } = cleanAll(given);
  const one = cleanAll(area);
  const combination = words.combination(one);
  const own = warnings.filter((warning) => warning.area === one.area);
  const lines = [
    page.paint.bold(`${one.area} · ${words.say('assess.title')} · ${run.period}`),
    page.paint.dim('═'.repeat(page.width)),
    ...paragraph(page, '', standing(words, one, given.areas)),
    ...one.schemes.flatMap((scheme) => schemePart(page, words, scheme, items)),
    ...(combination ? ['', ...paragraph(page, '', combination, page.paint.bold)] : []),
    ...changes(page, words, adviceFor(one, items)),
    ...own.flatMap((warning) => [
      ...heading(page, words.say('assess.warnings')),
      ...paragraph(page, `${words.item(warning.item)}  `, words.stage(warning), page.paint.yellow),
      ...paragraph(page, '   ', words.years(warning), page.paint.dim),
    ]),
    ...originLines(page, words, one),
  ];
  return `${lines.join('\n')}\n`;
}

/** Score and rank in a line, or why there is none. */
function standing(words: Words, area: AreaScore, all: readonly AreaScore[]): string {
  const peers = all.filter(({ level, rank }) => level === area.level && rank !== null).length;
  const place =
    area.rank === null ? words.remark(area) : words.say('assess.ranked', { rank: area.rank, peers });
  return `${words.say('assess.score')} ${decimals(area.score)}   ${place}`;
}

function schemePart(
  page: Page,
  words: Words,
  scheme: SchemeScore,
  rules: readonly AssessmentItem[],
): string[] {
  const name = words.say(`assess.${scheme.scheme}`);
  const title = scheme.people
    ? words.say('assess.under-share', { scheme: name, ...scheme.people })
    : words.say('assess.under', { scheme: name });
  const columns = ['item', 'share', 'value', 'points', 'weight'] as const;
  const ruleOf = (code: string) =>
    rules.find((rule) => rule.code === code && (!rule.only || rule.only === scheme.scheme));
  const sum = { points: decimals(scheme.points), measured: scheme.measured, score: decimals(scheme.score) };
  const absent = scheme.weight - scheme.measured;
  return [
    ...heading(page, title),
    ...grid(page, {
      head: columns.map((column) => words.say(`assess.${column}`)),
      rows: scheme.items.map((item) => itemCells(item, words)),
      text: [0],
    }),
    ...scheme.items.flatMap((item) => ruleLine(page, words, item, ruleOf(item.item))),
    ...(scheme.items.some(({ small }) => small)
      ? paragraph(page, '', words.say('assess.small-mark'), page.paint.dim)
      : []),
    ...(absent > 0 ? paragraph(page, '', words.say('assess.spread', { absent }), page.paint.dim) : []),
    ...paragraph(page, '', words.say('assess.sum', sum), page.paint.bold),
  ];
}

/** How an item is scored, and whether its target was met. */
function ruleLine(
  page: Page,
  words: Words,
  scored: SchemeScore['items'][number],
  rule: AssessmentItem | undefined,
): string[] {
  if (!rule) return [];
  const { item, missed } = scored;
  const verdict = missed === undefined ? [] : [words.say(missed ? 'assess.missed' : 'assess.met')];
  const target =
    rule.target === undefined ? [] : [words.say('assess.target'), words.target(rule), ...verdict];
  const text = [words.rule(rule), target.join(' ')].filter(Boolean).join(' · ');
  const paint = missed ? page.paint.yellow : page.paint.dim;
  return paragraph(page, '  ', `${words.item(item)}${words.say('report.colon')}${text}`, paint);
}

function changes(page: Page, words: Words, advice: readonly Advice[]): string[] {
  const none = paragraph(page, '', words.say('assess.nothing-to-gain'));
  return [
    ...heading(page, words.say('assess.change')),
    ...(advice.length === 0 ? none : advice.flatMap((one) => paragraph(page, '- ', changeText(words, one)))),
  ];
}

/** One thing that would change the score, in a sentence. */
function changeText(words: Words, { item, scheme, now, needed, gain, each, start }: Advice): string {
  const line = words.say('assess.to-full', {
    item: words.item(item),
    scheme: words.say(`assess.${scheme}`),
    now,
    needed,
    gain: decimals(gain),
  });
  if (each !== undefined) return words.say('assess.each', { line, each: decimals(each) });
  return start === undefined ? line : words.say('assess.from', { line, start });
}

/** The numbers of the result that make each item, once, whatever the scheme; those of several areas as their sum. */
function originLines(page: Page, words: Words, { schemes }: AreaScore): string[] {
  const items = schemes.flatMap(({ items: own }) => own);
  const columns = ['item', 'part', 'area', 'event', 'point', 'share'] as const;
  const rows = items.flatMap(({ item, origins }) =>
    [...gathered(origins, ({ from, event, point }) => `${from}|${event ?? ''}|${point ?? ''}`)].flatMap(
      ([, group]) => {
        const { numerator, denominator } = shareOf(group);
        return group
          .slice(0, 1)
          .map(({ from, event, point, area }) => [
            words.item(item),
            from,
            group.length === 1 ? area : words.say('assess.of-communities', { count: group.length }),
            event === undefined ? '' : page.label.event(event),
            point === undefined ? '' : page.label.point(point),
            `${numerator}/${denominator}`,
          ]);
      },
    ),
  );
  const once = [...new Map(rows.map((row) => [row.join('|'), row])).values()];
  if (once.length === 0) return [];
  return [
    ...heading(page, words.say('assess.origins')),
    ...grid(page, {
      head: columns.map((name) => words.say(`assess.${name}`)),
      rows: once,
      text: [0, 1, 2, 3, 4],
    }),
  ];
}
