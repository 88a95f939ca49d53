import { remember } from '../../keys/remember.js';
import { benfordFirstTwo, firstDigits } from '../../statistics/digits.js';
import { fixed, rounded } from '../../statistics/rounding.js';
import { chiSquare } from '../../statistics/tests.js';
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
 * Digits of the reported counts of every area and of all areas together: the last ones by chi-square against equal shares,
 * first digits against Benford's law beside them; and the first two against that law.
 */
export async function digitPatterns(store: Store, catalogue: Catalogue): Promise<Pattern[]> {
  const isRate = remember((name: string) => catalogue.get(catalogue.find(name) ?? '')?.kind === 'rate');
  const isCount = ({ indicator, unit, value }: Figure) =>
    COUNT.test(value) && !/[万%‰:]/.test(unit ?? '') && !isRate(indicator ?? '');
  const figures = (await store.all<Figure>(SELECT)).filter(isCount);
  return [...byCommunity(figures)].flatMap(([community, rows]) => {
    const values = [...new Set(rows.map(({ community: area, value }) => `${area} ${value}`))];
    const numbers = values.map((text) => text.slice(text.lastIndexOf(' ') + 1));
    return [lastDigitPattern(community, numbers), firstTwoPattern(community, numbers)].flat();
  });
}

function lastDigitPattern(community: string, numbers: readonly string[]): Pattern {
  const { statistic, p } = chiSquare(tally(numbers, 0, (text) => Number(text.at(-1))));
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
}

/** Numbers of areas alike begin alike: the law is one of numbers that span several orders of magnitude. */
const SPAN = 1000;

function firstTwoPattern(community: string, numbers: readonly string[]): Pattern | [] {
  const sorted = numbers.map(Number).sort((a, b) => a - b);
  const [least = 0, most = 0] = [sorted[0], sorted.at(-1)];
  if (most < SPAN * least) return [];
  const { statistic, p, deviation, conformity } = benfordFirstTwo(
    tally(numbers, 10, (text) => Number(text.slice(0, 2)), 99),
  );
  return {
    rule: 'pattern/first-two-digits',
    subject: community,
    community,
    n: numbers.length,
    statistic: rounded(statistic),
    p,
    // In ten thousandths, as the bounds of conformity are given.
    low: rounded(10_000 * deviation, 1),
    detail: `MAD ${fixed(deviation, 4)}, ${conformity}`,
  };
}

/** How often each number from `least` to `most` occurs. */
function tally(
  texts: readonly string[],
  least: number,
  digitOf: (text: string) => number,
  most = 9,
): number[] {
  const counts: number[] = new Array(most + 1 - least).fill(0);
  for (const text of texts) counts[digitOf(text) - least] = (counts[digitOf(text) - least] ?? 0) + 1;
  return counts;
}
