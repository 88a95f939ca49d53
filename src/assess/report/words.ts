import type { Measure } from '../../config/measures.js';
import type { AssessmentItem } from '../../config/types.js';
import { type MessageKey, type MessageParams, say, sayOr } from '../../messages/index.js';
import type { Lang } from '../../model/language.js';
import { fixed } from '../../statistics/rounding.js';
import { moreIsBetter } from '../numbers.js';
import type { AreaScore, SchemeScore, ScoredItem, TargetRow, Warning } from '../types.js';

/** The words of a report in one language. */
export interface Words {
  lang: Lang;
  say(key: MessageKey, params?: MessageParams): string;
  item(code: string): string;
  /** How an item is scored, and its target. */
  rule(item: AssessmentItem): string;
  target(item: { measure: Measure; target?: number | undefined }): string;
  schemes(area: AreaScore): string;
  /** Points and the weight that could be measured, scheme by scheme. */
  measured(area: AreaScore): string;
  /** How the scores of two schemes make one; empty where there is one scheme. */
  combination(area: AreaScore): string;
  remark(area: AreaScore): string;
  stage(warning: Warning): string;
  years(warning: Warning): string;
  limits(target: TargetRow): string;
}

export function wordsIn(lang: Lang): Words {
  const tell = (key: MessageKey, params?: MessageParams) => say(lang, key, params);
  const scheme = ({ scheme: name, people }: SchemeScore) =>
    people ? `${tell(`assess.${name}`)} ${people.numerator}/${people.denominator}` : tell(`assess.${name}`);
  return {
    lang,
    say: tell,
    item: (code) => sayOr(lang, `assess.measure-${code}`, sayOr(lang, `report.rate-${code}`, code)),
    rule: (item) => ruleText(item, tell),
    target: ({ target, measure }) => {
      const key = moreIsBetter(measure) ? 'assess.target-more' : 'assess.target-less';
      return target === undefined ? '' : tell(key, { target });
    },
    schemes: ({ schemes }) => schemes.map(scheme).join(' + '),
    measured: ({ schemes }) => schemes.map(measuredText).join(' + '),
    combination: (area) => combinationText(area, tell),
    remark: ({ unranked }) => (unranked ? tell(`assess.unranked-${unranked}`) : ''),
    stage: ({ stage, years }) => tell(`assess.${stage}`, { years: years.length }),
    years: ({ years }) => years.map(yearText).join(tell('report.semicolon')),
    limits: ({ atMost, atLeast }) =>
      [atLeast === undefined ? '' : `≥ ${atLeast}`, atMost === undefined ? '' : `≤ ${atMost}`]
        .filter(Boolean)
        .join(', '),
  };
}

function measuredText({ points, measured, score }: SchemeScore): string {
  return score === null ? '–' : `${decimals(points)}/${measured}`;
}

function yearText({ year, numerator, denominator, value }: Warning['years'][number]): string {
  return `${year}: ${numerator}/${denominator} = ${decimals(value)} %`;
}

function combinationText({ schemes, score }: AreaScore, tell: Words['say']): string {
  if (schemes.length < 2 || score === null) return '';
  const formula = schemes
    .map(({ score: part, people }) => `${decimals(part)} × ${people?.numerator}/${people?.denominator}`)
    .join(' + ');
  return tell('assess.combined', { formula, score: decimals(score) });
}

function ruleText({ measure, full, zero, steps, floor }: AssessmentItem, tell: Words['say']): string {
  const key = moreIsBetter(measure) ? 'assess.step-more' : 'assess.step-less';
  const scale = steps
    ? steps.map(({ beyond, deduct }) => tell(key, { beyond, deduct }))
    : [tell('assess.scale', { full, zero })];
  return [...scale, ...(floor > 0 ? [tell('assess.floor', { floor })] : [])].join(tell('report.semicolon'));
}

/** Scores and points have two decimals; a missing one is a dash. */
export function decimals(value: number | null): string {
  return value === null ? '–' : fixed(value, 2);
}

/** `8/400`, with a mark where the denominator is below 20. */
export function shareText({ numerator, denominator, value, small }: ScoredItem): string {
  return value === null ? '–' : `${numerator}/${denominator}${small ? '*' : ''}`;
}

/** What a table shows of an item: its name, share, value, points and weight. */
export function itemCells(item: ScoredItem, words: Words): string[] {
  const points = item.points === null ? words.say('assess.na') : decimals(item.points);
  return [words.item(item.item), shareText(item), decimals(item.value), points, String(item.weight)];
}

/** Numerator and denominator of a target's indicator, where it has them. */
export function targetShare({ numerator, denominator }: TargetRow): string {
  return numerator === undefined || denominator === undefined ? '' : `${numerator}/${denominator}`;
}

/** What a table shows of a target: area, indicator, share, figure and limits. */
export function targetCells(row: TargetRow, words: Words): string[] {
  const figure = row.value === undefined ? '–' : `${row.value} ${row.unit}`;
  const indicator = words.lang === 'en' ? row.code : row.name;
  return [row.area, indicator, targetShare(row), figure, words.limits(row)];
}

/** What an item lost of its weight. */
export function lossOf({ weight, points }: ScoredItem): number {
  return points === null ? 0 : weight - points;
}

/** How an assessment is to be printed. */
export interface ReportOptions {
  lang: Lang;
  /** Columns of the terminal, and whether it takes colours. */
  width: number;
  color: boolean;
}
