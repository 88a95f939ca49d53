import { csvLine, ownHeading } from '../../report/csv.js';
import type { Assessment } from '../types.js';
import { type Words, wordsIn } from './words.js';

const COLUMNS = [
  'level',
  'area',
  'rank',
  'score',
  'remark',
  'scheme',
  'people',
  'all_people',
  'scheme_score',
  'item',
  'measure',
  'numerator',
  'denominator',
  'value_percent',
  'small',
  'weight',
  'points',
  'target',
  'missed',
] as const;

/**
 * One line an item of an area under a scheme, with English column names; UTF-8 with a byte order mark. The first column
 * names the program, by which reading knows its own output.
 */
export function* renderCsv({ run, areas }: Assessment, lang: Words['lang']): Iterable<string> {
  const words = wordsIn(lang);
  yield `\ufeff${csvLine([ownHeading(words.say('assess.title')), ...COLUMNS])}`;
  for (const area of areas) {
    const base = [run.period, area.level, area.area, area.rank ?? '', area.score ?? '', words.remark(area)];
    if (area.schemes.length === 0) yield csvLine([...base, ...COLUMNS.slice(5).map(() => '')]);
    for (const { scheme, people, score, items } of area.schemes) {
      for (const item of items) {
        yield csvLine([
          ...base,
          scheme,
          people?.numerator ?? '',
          people?.denominator ?? '',
          score ?? '',
          item.item,
          item.measure,
          item.numerator,
          item.denominator,
          item.value ?? '',
          item.small ? 'true' : '',
          item.weight,
          item.points ?? '',
          item.target ?? '',
          item.missed === undefined ? '' : String(item.missed),
        ]);
      }
    }
  }
}
