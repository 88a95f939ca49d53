import type { MessageKey } from '../../messages/index.js';
import { markdownText, tableLines } from '../../report/markdown.js';
import { AREA_LEVELS, type RankedLevel } from '../rank.js';
import type { AreaScore, Assessment } from '../types.js';
import { decimals, itemCells, targetCells, type Words, wordsIn } from './words.js';

/** The assessment as Markdown: ranks by level, every item of every area, targets, warnings, rules. */
export function* renderAssessmentMarkdown(
  { tool, run, areas, targets, warnings, items }: Assessment,
  lang: Words['lang'],
): Iterable<string> {
  const words = wordsIn(lang);
  yield `# Plumbline ${tool.version} ${words.say('assess.title')}\n\n`;
  yield `${words.say('report.period')} ${markdownText(run.period)} · ${words.say('report.as-of')} ${run.asOf}\n\n`;
  yield `${words.say('assess.areas-only')}\n\n`;
  if (!run.complete) yield `**${words.say('assess.incomplete')}**\n\n`;
  for (const level of AREA_LEVELS) yield* ranking(words, level, areas);
  yield* tables(words, { areas, targets, warnings, items });
}

/** Every item of every area, targets, warnings, rules; those that have rows. */
function* tables(
  words: Words,
  { areas, targets, warnings, items }: Pick<Assessment, 'areas' | 'targets' | 'warnings' | 'items'>,
): Iterable<string> {
  const head = (names: readonly string[]) => names.map((name) => words.say(`assess.${name}` as MessageKey));
  yield* table(
    words.say('assess.item'),
    head(['area', 'scheme', 'item', 'share', 'value', 'points', 'weight']),
    areas.flatMap((area) => itemRows(words, area)),
  );
  yield* table(
    words.say('assess.targets'),
    head(['area', 'indicator', 'share', 'figure', 'target', 'verdict']),
    targets.map((row) => [...targetCells(row, words), words.say(`assess.${row.verdict}`)]),
  );
  yield* table(
    words.say('assess.warnings'),
    head(['area', 'item', 'verdict', 'years']),
    warnings.map((one) => [one.area, words.item(one.item), words.stage(one), words.years(one)]),
  );
  yield* table(
    words.say('assess.rules'),
    head(['item', 'scheme', 'weight', 'rule', 'target']),
    items.map((item) => [
      words.item(item.code),
      item.only ? words.say(`assess.${item.only}`) : '',
      String(item.weight),
      words.rule(item),
      words.target(item),
    ]),
  );
}

function* ranking(words: Words, level: RankedLevel, areas: readonly AreaScore[]): Iterable<string> {
  const names = ['rank', 'area', 'score', 'measured', 'scheme', 'remark'] as const;
  const head = names.map((name) => words.say(`assess.${name}`));
  const peers = areas.filter((area) => area.level === level);
  const rows = peers.map((area) => [
    ...[area.rank === null ? '–' : String(area.rank), area.area, decimals(area.score)],
    ...[words.measured(area), words.schemes(area), words.remark(area)],
  ]);
  yield* table(words.say(`assess.${level}`), head, rows);
}

function itemRows(words: Words, { area, schemes }: AreaScore): string[][] {
  return schemes.flatMap(({ scheme, items }) =>
    items.map((item) => [area, words.say(`assess.${scheme}`), ...itemCells(item, words)]),
  );
}

function* table(title: string, head: readonly string[], rows: readonly string[][]): Iterable<string> {
  if (rows.length === 0) return;
  yield `## ${title}\n\n`;
  yield* tableLines(head, rows);
}
