import { readFileSync } from 'node:fs';
import { historyText } from '../../src/assess/history.js';
import { parseConfig } from '../../src/config/parse.js';
import type { HistoryEntry } from '../../src/model/assessment-history.js';
import type { Lang } from '../../src/model/language.js';
import type { AreaRow, ErrorRate, QualityRow } from '../../src/model/measured.js';
import type { AuditResult } from '../../src/model/result.js';

/**
 * The worked example of docs/assessment.md: a district of five towns, its numbers small enough to be followed by hand.
 * The rules are read from the page, so that page and program cannot say different things.
 */

interface Town {
  area: string;
  omitted: [number, number];
  timely?: [number, number];
  cards?: [number, number];
  handedIn?: [number, number];
}

const TOWNS: readonly Town[] = [
  { area: '甲街道', omitted: [8, 400], timely: [188, 200], cards: [950, 1000], handedIn: [240, 240] },
  { area: '乙镇', omitted: [6, 200], timely: [170, 200], cards: [900, 1000], handedIn: [228, 240] },
  { area: '丙镇', omitted: [12, 300], timely: [291, 300], handedIn: [204, 240] },
  { area: '丁镇', omitted: [2, 200], timely: [188, 200], handedIn: [192, 240] },
  { area: '戊镇', omitted: [0, 12], handedIn: [240, 240] },
];

/** Every town is one community and its street; only the towns are scored here. */
export function exampleResult(lang: Lang = 'zh'): AuditResult {
  return {
    schema: 'plumbline.audit/1',
    tool: { name: 'plumbline', version: '0.1.0' },
    run: {
      asOf: '2023-12-31',
      period: '2023',
      lang,
      masked: true,
      complete: true,
      population: 'registered',
      rules: [],
      refused: [],
      inputs: [],
      notes: [],
    },
    summary: { error: 0, warning: 0, notice: 0, caused: 0, accepted: 0, byRule: {}, byCommunity: {} },
    line: [],
    errorRates: TOWNS.flatMap(omissions),
    indicators: [
      ...TOWNS.flatMap(({ area, cards }) => (cards ? [cardRate(area, cards)] : [])),
      ...['甲街道', '乙镇'].map((area) => births(area)),
    ],
    quality: TOWNS.flatMap(quality),
    areas: TOWNS.map(({ area }): AreaRow => ({ area, level: 'street', parts: [] })),
    findings: [],
  };
}

/** Half of the events are births, half of them deaths: the percentage is of both together. */
function omissions({ area, omitted: [numerator, denominator] }: Town): ErrorRate[] {
  return ['birth', 'death'].map((event) => ({
    event,
    point: 'ledger',
    community: area,
    period: '2023',
    rate: 'omission_rate',
    numerator: numerator / 2,
    denominator: denominator / 2,
    value: (numerator / denominator) * 100,
  }));
}

function quality({ area, timely, handedIn }: Town): QualityRow[] {
  const row = (measure: QualityRow['measure'], point: string, share?: [number, number]): QualityRow[] =>
    share ? [{ community: area, point, measure, numerator: share[0], denominator: share[1] }] : [];
  return [...row('timely_rate', 'all', timely), ...row('handed_in_rate', 'ledger', handedIn)];
}

function cardRate(
  area: string,
  [numerator, denominator]: [number, number],
): AuditResult['indicators'][number] {
  return {
    area,
    period: '2023年',
    code: 'card_rate',
    name: '建卡率',
    level: 'street',
    recomputed: (numerator / denominator) * 100,
    numerator,
    denominator,
    unit: '%',
    verdict: 'not-reported',
  };
}

function births(area: string): AuditResult['indicators'][number] {
  return {
    area,
    period: '2023年',
    code: 'births',
    name: '出生人数',
    level: 'street',
    reported: area === '甲街道' ? 196 : 98,
    unit: '人',
    verdict: 'agrees',
  };
}

const entry = (
  year: number,
  area: string,
  item: string,
  value: number,
  missed: boolean,
  numerator: number,
): HistoryEntry => ({ year, area, item, value, missed, numerator, denominator: 200 });

/** What earlier years left. */
export const HISTORY: readonly HistoryEntry[] = [
  entry(2021, '乙镇', 'timely_rate', 88, true, 176),
  entry(2022, '乙镇', 'timely_rate', 86, true, 172),
  entry(2021, '丙镇', 'omission_rate', 2, false, 4),
  entry(2022, '丙镇', 'omission_rate', 3.5, true, 7),
  entry(2021, '丁镇', 'timely_rate', 85, true, 170),
  entry(2022, '丁镇', 'timely_rate', 91, false, 182),
];

export const HISTORY_TEXT = historyText(HISTORY);

/** The rules that the page shows. */
export function exampleRules(page = 'docs/assessment.md') {
  const markdown = readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8');
  return parseConfig(/```yaml\n(.*?)```/s.exec(markdown)?.[1] ?? '', page);
}
