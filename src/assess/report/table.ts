import { grid, heading, joined, openPage, type Page, paragraph } from '../../report/table/page.js';
import { cleanAll } from '../../report/text.js';
import { AREA_LEVELS } from '../rank.js';
import type { AreaScore, Assessment } from '../types.js';
import {
  decimals,
  lossOf,
  type ReportOptions,
  shareText,
  targetCells,
  type Words,
  wordsIn,
} from './words.js';

/** Areas whose losses are listed, and losses of each. */
const MOST_AREAS = 10;
const MOST_LOSSES = 3;

/** The assessment on a terminal: ranks by level, where points were lost, targets, warnings. */
export function renderAssessmentTable(given: Assessment, { lang, width, color }: ReportOptions): string {
  const assessment = cleanAll(given);
  const page = openPage({ run: { lang, rules: [] } }, width, color);
  const words = wordsIn(lang);
  const lines = [
    ...headOf(page, words, assessment),
    ...AREA_LEVELS.flatMap((level) => ranking(page, words, level, assessment.areas)),
    ...losses(page, words, assessment.areas),
    ...targets(page, words, assessment),
    ...warnings(page, words, assessment),
    '',
    ...paragraph(page, '', words.say('assess.hint'), page.paint.dim),
  ];
  return `${lines.join('\n')}\n`;
}

function headOf(page: Page, words: Words, { tool, run, areas }: Assessment): string[] {
  const facts = `${words.say('report.period')} ${run.period}   ${words.say('report.as-of')} ${run.asOf}`;
  return [
    page.paint.bold(`Plumbline ${tool.version} ${words.say('assess.title')}`),
    page.paint.dim('═'.repeat(page.width)),
    ...paragraph(page, '', facts),
    ...paragraph(page, '', words.say('assess.areas-only'), page.paint.dim),
    ...(run.complete ? [] : paragraph(page, '', words.say('assess.incomplete'), page.paint.yellow)),
    ...(areas.length === 0 ? paragraph(page, '', words.say('assess.nothing'), page.paint.yellow) : []),
  ];
}

function ranking(
  page: Page,
  words: Words,
  level: (typeof AREA_LEVELS)[number],
  areas: readonly AreaScore[],
): string[] {
  const peers = areas.filter((area) => area.level === level);
  if (peers.length === 0) return [];
  const columns = ['rank', 'area', 'score', 'measured', 'scheme'] as const;
  return [
    ...heading(page, words.say(`assess.${level}`)),
    ...grid(page, {
      head: columns.map((column) => words.say(`assess.${column}`)),
      rows: peers.map((area) => [
        area.rank === null ? '–' : String(area.rank),
        area.area,
        decimals(area.score),
        words.measured(area),
        area.schemes.map(({ scheme }) => words.say(`assess.${scheme}`)).join(' + '),
      ]),
      text: [1, 4],
    }),
    ...peers.flatMap((area) => {
      const formula = words.combination(area);
      return formula ? paragraph(page, `${area.area}  `, formula, page.paint.dim) : [];
    }),
    ...unrankedOnes(page, words, peers),
  ];
}

/** The areas without a rank, by why they have none. */
function unrankedOnes(page: Page, words: Words, peers: readonly AreaScore[]): string[] {
  const reasons = new Set(peers.map(words.remark).filter(Boolean));
  return [...reasons].flatMap((reason) => {
    const names = peers.filter((area) => words.remark(area) === reason).map(({ area }) => area);
    const text = `${reason}${words.say('report.colon')}${joined(page, names)}`;
    return paragraph(page, '– ', text, page.paint.dim);
  });
}

/** The items that cost each area most, in the order of the ranking. */
function losses(page: Page, words: Words, areas: readonly AreaScore[]): string[] {
  const columns = ['area', 'item', 'share', 'value', 'points', 'weight', 'lost'] as const;
  const losing = areas.filter(({ schemes }) =>
    schemes.some(({ items }) => items.some((one) => lossOf(one) > 0)),
  );
  const shown = losing.slice(0, MOST_AREAS).flatMap(({ area, schemes }) =>
    schemes.flatMap(({ scheme, items }) =>
      [...items]
        .filter((one) => lossOf(one) > 0)
        .sort((a, b) => lossOf(b) - lossOf(a))
        .slice(0, MOST_LOSSES)
        .map((one) => [
          area,
          words.item(one.item) + (schemes.length > 1 ? ` (${words.say(`assess.${scheme}`)})` : ''),
          shareText(one),
          decimals(one.value),
          decimals(one.points),
          String(one.weight),
          decimals(lossOf(one)),
        ]),
    ),
  );
  if (areas.length === 0) return [];
  const small = areas.some(({ schemes }) => schemes.some(({ items }) => items.some((one) => one.small)));
  return [
    ...heading(page, words.say('assess.losses')),
    ...(shown.length === 0
      ? paragraph(page, '', words.say('assess.no-losses'))
      : grid(page, { head: columns.map((name) => words.say(`assess.${name}`)), rows: shown, text: [0, 1] })),
    ...(losing.length > MOST_AREAS
      ? paragraph(page, '', words.say('assess.more', { shown: MOST_AREAS }), page.paint.dim)
      : []),
    ...(small ? paragraph(page, '', words.say('assess.small-mark'), page.paint.dim) : []),
  ];
}

function targets(page: Page, words: Words, { targets: rows }: Assessment): string[] {
  if (rows.length === 0) return [];
  const columns = ['area', 'indicator', 'share', 'figure', 'target', 'verdict'] as const;
  const verdict = ({ verdict }: (typeof rows)[number]) => {
    const text = words.say(`assess.${verdict}`);
    return verdict === 'missed' ? page.paint.yellow(text) : text;
  };
  return [
    ...heading(page, words.say('assess.targets')),
    ...grid(page, {
      head: columns.map((column) => words.say(`assess.${column}`)),
      rows: rows.map((row) => [...targetCells(row, words), verdict(row)]),
      text: [0, 1, 5],
    }),
  ];
}

function warnings(page: Page, words: Words, { warnings: rows }: Assessment): string[] {
  if (rows.length === 0) return [];
  return [
    ...heading(page, words.say('assess.warnings')),
    ...rows.flatMap((warning) => [
      ...paragraph(
        page,
        `${warning.area} · ${words.item(warning.item)}  `,
        words.stage(warning),
        page.paint.yellow,
      ),
      ...paragraph(page, '   ', words.years(warning), page.paint.dim),
    ]),
  ];
}
