import { csvLine, ownHeading } from '../../report/csv.js';
import type { Assessment } from '../types.js';
import { type Words, wordsIn } from './words.js';

const COLUMNS = [
  ...(['level', 'area', 'rank', 'score', 'remark', 'scheme'] as const),
  ...(['people', 'all_people', 'scheme_score'] as const),
  ...(['item', 'measure', 'numerator', 'denominator', 'value_percent', 'small', 'weight'] as const),
  ...(['points', 'target', 'missed'] as const),
];

/**
 * One line an item of an area under a scheme, with English column names; UTF-8 with a byte order mark. The first column
 * names the program, by which reading knows its own output.
 */
export function* renderAssessmentCsv({ run, areas }: Assessment, lang: Words['lang']): Iterable<string> {
  const words = wordsIn(lang);
  yield `\ufeff${csvLine([ownHeading(words.say('assess.title')), ...COLUMNS])}`;
  for (const area of areas) {
    const { level, area: name, rank, score, schemes } = area;
    const base = { level, area: name, rank, score, remark: words.remark(area) };
    if (schemes.length === 0) yield line(run.period, base);
    for (const { scheme, people, score: scheme_score, items } of schemes) {
      const share = { people: people?.numerator, all_people: people?.denominator };
      for (const { origins: _, value: value_percent, small, missed, ...item } of items) {
        const marks = { small: small && 'true', missed: missed === undefined ? '' : String(missed) };
        yield line(run.period, { ...base, scheme, ...share, scheme_score, ...item, value_percent, ...marks });
      }
    }
  }
}

type Values = { [Name in (typeof COLUMNS)[number]]?: string | number | null | undefined };

function line(period: string, values: Values): string {
  return csvLine([period, ...COLUMNS.map((name) => values[name] ?? '')]);
}
