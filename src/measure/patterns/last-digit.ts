import { remember } from '../../keys/remember.js';
import { firstDigits, lastDigits } from '../../statistics/digits.js';
import { fixed, rounded } from '../../statistics/rounding.js';
import type { Store } from '../../store/store.js';
import type { Catalogue } from '../catalogue.js';
import { byCommunity, type Pattern } from './pattern.js';

/** Figures of the wide and the long form; a number that stands in several places of an area counts once. */
const SELECT = `SELECT area AS community, indicator, REPLACE(value, ',', '') AS value, MIN(unit) AS unit FROM figures
  WHERE area IS NOT NULL AND value IS NOT NULL
  GROUP BY area, indicator, REPLACE(value, ',', '') ORDER BY area, indicator, value`;

interface Figure {
  community: string;
  indicator: string | null;
  value: string;
  unit: string | null;
}

/** Counts of three digits and more, printed in full. */
const COUNT = /^[1-9]\d{2,}$/;

/**
 * Last digits of the reported counts of every area and of all areas together, chi-square against equal shares; first
 * digits against Benford's law stand beside them.
 */
export async function lastDigitPatterns(store: Store, catalogue: Catalogue): Promise<Pattern[]> {
  const isRate = remember((name: string) => catalogue.get(catalogue.find(name) ?? '')?.kind === 'rate');
  const isCount = ({ indicator, unit, value }: Figure) =>
    COUNT.test(value) && !/[万%‰:]/.test(unit ?? '') && !isRate(indicator ?? '');
  const figures = (await store.all<Figure>(SELECT)).filter(isCount);
  return [...byCommunity(figures)].map(([community, rows]) => {
    const values = [...new Set(rows.map(({ community: area, value }) => `${area} ${value}`))];
    const numbers = values.map((text) => text.slice(text.lastIndexOf(' ') + 1));
    const { statistic, p } = lastDigits(tally(numbers, 0, (text) => Number(text.at(-1))));
    const { deviation, conformity } = firstDigits(tally(numbers, 1, (text) => Number(text[0])));
    return {
      rule: 'pattern/last-digit',
      subject: community,
      community,
      n: numbers.length,
      statistic: rounded(statistic),
      p,
      detail: `Benford: MAD ${fixed(deviation, 4)}, ${conformity}`,
    };
  });
}

/** How often each digit from `least` to 9 occurs. */
function tally(texts: readonly string[], least: number, digitOf: (text: string) => number): number[] {
  const counts: number[] = new Array(10 - least).fill(0);
  for (const text of texts) counts[digitOf(text) - least] = (counts[digitOf(text) - least] ?? 0) + 1;
  return counts;
}
