import { gathered } from '../../keys/order.js';
import { bachi, bachiPasex, myers, spoorenberg, whipple } from '../../statistics/heaping.js';
import { fixed, rounded } from '../../statistics/rounding.js';
import { sumOf } from '../../statistics/sum.js';
import { upperTail } from '../../statistics/tests.js';
import type { Ages } from './ages.js';
import type { Pattern } from './pattern.js';

/** The ages of Whipple's index. */
const [FROM, TO] = [23, 62];

/** Ages on the cards of every community: Whipple's index, with the probability of so many round ages by chance. */
export function heapedAges(ages: readonly Ages[]): Pattern[] {
  const groups = gathered(ages, ({ community, point }) => `${community}|${point}`);
  return [...groups].flatMap(([subject, rows]) => {
    const counts: number[] = [];
    for (const { age, people } of rows) counts[age] = people;
    const usual = rows.filter(({ age }) => age >= FROM && age <= TO);
    const n = sumOf(usual, ({ people }) => people);
    if (n === 0) return [];
    const observed = sumOf(
      usual.filter(({ age }) => age % 5 === 0),
      ({ people }) => people,
    );
    const { community = '', point = '' } = rows[0] ?? {};
    return {
      rule: 'pattern/age-heaping',
      subject,
      community,
      point,
      register: 'households',
      n,
      observed,
      statistic: rounded(100 * whipple(counts, FROM, TO), 1),
      p: upperTail(observed, n, 1 / 5),
      detail: otherIndices(counts),
    };
  });
}

/** Indices of all ten digits, for those who know them. */
function otherIndices(counts: readonly number[]): string {
  const known = [
    ['Myers', myers(counts, FROM, 82).index],
    ['Bachi', bachi(counts, FROM, 77)],
    ['Bachi (PASEX)', bachiPasex(counts)],
    ['Spoorenberg', spoorenberg(counts)],
  ] as const;
  return known.map(([name, value]) => `${name} ${fixed(value, 1)}`).join(', ');
}
