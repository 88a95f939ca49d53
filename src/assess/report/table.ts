import {
  grid,
  heading,
  joined,
  openPage,
  type Page,
  paragraph,
  titledGrid,
} from '../../report/table/page.js';
import { cleanAll } from '../../report/text.js';
import { AREA_LEVELS, type RankedLevel } from '../rank.js';
import type { AreaScore, Assessment, ScoredItem, Warning } from '../types.js';
import {
  decimals,
  lossOf,
  type ReportOptions,
  shareText,
  targetCells,
  type Words,
  wordsIn,
} from './words.js';

/** A page of the terminal, and the words of an assessment. */
export type AssessmentPage = Page & Words;

export function openAssessmentPage({ lang, width, color }: ReportOptions): AssessmentPage {
  return { ...openPage({ run: { lang, rules: [] } }, width, color), ...wordsIn(lang) };
}

/** Areas whose losses are listed, and losses of each. */
const MOST_AREAS = 10;
const MOST_LOSSES = 3;

/** The assessment on a terminal: ranks by level, where points were lost, targets, warnings. */
export function renderAssessmentTable(given: Assessment, options: ReportOptions): string {
  const assessment = cleanAll(given);
  const page = openAssessmentPage(options);
  const lines = [
    ...headOf(page, assessment),
    ...AREA_LEVELS.flatMap((level) => ranking(page, level, assessment.areas)),
    ...losses(page, assessment.areas),
    ...targets(page, assessment),
    ...warnings(page, assessment),
    '',
    ...paragraph(page, '', page.say('assess.hint'), page.paint.dim),
  ];
  return `${lines.join('\n')}\n`;
}

function headOf(page: AssessmentPage, { tool, run, areas }: Assessment): string[] {
  const facts = `${page.say('report.period')} ${run.period}   ${page.say('report.as-of')} ${run.asOf}`;
  return [
    page.paint.bold(`Plumbline ${tool.version} ${page.say('assess.title')}`),
    page.paint.dim('═'.repeat(page.width)),
    ...paragraph(page, '', facts),
    ...paragraph(page, '', page.say('assess.areas-only'), page.paint.dim),
    ...(run.complete ? [] : paragraph(page, '', page.say('assess.incomplete'), page.paint.yellow)),
    ...(areas.length === 0 ? paragraph(page, '', page.say('assess.nothing'), page.paint.yellow) : []),
  ];
}

function ranking(page: AssessmentPage, level: RankedLevel, areas: readonly AreaScore[]): string[] {
  const peers = areas.filter((area) => area.level === level);
  if (peers.length === 0) return [];
  const columns = ['rank', 'area', 'score', 'measured', 'scheme'] as const;
  return [
    ...titledGrid(page, page.say(`assess.${level}`), {
      head: columns.map((column) => page.say(`assess.${column}`)),
      rows: peers.map((area) => [
        area.rank === null ? '–' : String(area.rank),
        area.area,
        decimals(area.score),
        page.measured(area),
        area.schemes.map(({ scheme }) => page.say(`assess.${scheme}`)).join(' + '),
      ]),
      text: [1, 4],
    }),
    ...peers.flatMap((area) => {
      const formula = page.combination(area);
      return formula ? paragraph(page, `${area.area}  `, formula, page.paint.dim) : [];
    }),
    ...unrankedOnes(page, peers),
  ];
}

/** The areas without a rank, by why they have none. */
function unrankedOnes(page: AssessmentPage, peers: readonly AreaScore[]): string[] {
  const reasons = new Set(peers.map(page.remark).filter(Boolean));
  return [...reasons].flatMap((reason) => {
    const names = peers.filter((area) => page.remark(area) === reason).map(({ area }) => area);
    const text = `${reason}${page.say('report.colon')}${joined(page, names)}`;
    return paragraph(page, '– ', text, page.paint.dim);
  });
}

/** The items that cost each area most, in the order of the ranking. */
function losses(page: AssessmentPage, areas: readonly AreaScore[]): string[] {
  const columns = ['area', 'item', 'share', 'value', 'points', 'weight', 'lost'] as const;
  const some = (is: (item: ScoredItem) => boolean) => (area: AreaScore) =>
    area.schemes.some(({ items }) => items.some(is));
  const losing = areas.filter(some((one) => lossOf(one) > 0));
  const shown = losing.slice(0, MOST_AREAS).flatMap(({ area, schemes }) =>
    schemes.flatMap(({ scheme, items }) =>
      [...items]
        .filter((one) => lossOf(one) > 0)
        .sort((a, b) => lossOf(b) - lossOf(a))
        .slice(0, MOST_LOSSES)
        .map((one) => [
          area,
          page.item(one.item) + (schemes.length > 1 ? ` (${page.say(`assess.${scheme}`)})` : ''),
          shareText(one),
          decimals(one.value),
          decimals(one.points),
          String(one.weight),
          decimals(lossOf(one)),
        ]),
    ),
  );
  if (areas.length === 0) return [];
  const small = areas.some(some((one) => one.small === true));
  const more = page.say('assess.more', { shown: MOST_AREAS });
  return [
    ...heading(page, page.say('assess.losses')),
    ...(shown.length === 0
      ? paragraph(page, '', page.say('assess.no-losses'))
      : grid(page, { head: columns.map((name) => page.say(`assess.${name}`)), rows: shown, text: [0, 1] })),
    ...(losing.length > MOST_AREAS ? paragraph(page, '', more, page.paint.dim) : []),
    ...(small ? paragraph(page, '', page.say('assess.small-mark'), page.paint.dim) : []),
  ];
}

function targets(page: AssessmentPage, { targets: rows }: Assessment): string[] {
  if (rows.length === 0) return [];
  const columns = ['area', 'indicator', 'share', 'figure', 'target', 'verdict'] as const;
  const verdict = ({ verdict }: (typeof rows)[number]) => {
    const text = page.say(`assess.${verdict}`);
    return verdict === 'missed' ? page.paint.yellow(text) : text;
  };
  return titledGrid(page, page.say('assess.targets'), {
    head: columns.map((column) => page.say(`assess.${column}`)),
    rows: rows.map((row) => [...targetCells(row, page), verdict(row)]),
    text: [0, 1, 5],
  });
}

/** What was missed, and in which years. */
export function warningLines(page: AssessmentPage, of: string, warning: Warning): string[] {
  const mark = `${of}${page.item(warning.item)}  `;
  return [
    ...paragraph(page, mark, page.stage(warning), page.paint.yellow),
    ...paragraph(page, '   ', page.years(warning), page.paint.dim),
  ];
}

function warnings(page: AssessmentPage, { warnings: rows }: Assessment): string[] {
  if (rows.length === 0) return [];
  return [
    ...heading(page, page.say('assess.warnings')),
    ...rows.flatMap((warning) => warningLines(page, `${warning.area} · `, warning)),
  ];
}
