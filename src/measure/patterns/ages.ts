import { byText, gathered } from '../../keys/order.js';
import { ageSexScore } from '../../statistics/age-sex.js';
import { bachi, bachiPasex, myers, spoorenberg, whipple } from '../../statistics/heaping.js';
import { fixed, rounded } from '../../statistics/rounding.js';
import { sumOf } from '../../statistics/sum.js';
import { upperTail } from '../../statistics/tests.js';
import type { Store } from '../../store/store.js';
import type { Pattern } from './pattern.js';

/** People of one age on the cards of a community at a point. */
export interface Ages {
  community: string;
  point: string;
  age: number;
  people: number;
  men: number;
  women: number;
}

const SELECT = `SELECT t.community, s.point, years_between(t.birth_date, run.as_of) AS age, COUNT(*) AS people,
    COUNT(CASE WHEN t.sex = '男' THEN 1 END) AS men, COUNT(CASE WHEN t.sex = '女' THEN 1 END) AS women
  FROM households t JOIN sources s ON s.source = t.source CROSS JOIN run
  WHERE t.community IS NOT NULL AND t.birth_date <= run.as_of
  GROUP BY t.community, s.point, years_between(t.birth_date, run.as_of) ORDER BY community, point, age`;

/** The ages on all cards at the as-of date, in order. */
export function readAges(store: Store): Promise<Ages[]> {
  return store.all<Ages>(SELECT);
}

/** Five-year groups from 0–4 to 70–74. */
const GROUPS = 15;

/** The age–sex accuracy index of the United Nations over all cards of a point. */
export function ageSexAccuracies(ages: readonly Ages[]): Pattern[] {
  const points = [...gathered(ages, ({ point }) => point)].sort(([a], [b]) => byText(a, b));
  return points.flatMap(([point, rows]) => {
    const of = (sex: 'men' | 'women') => {
      const counts: number[] = new Array(GROUPS).fill(0);
      for (const row of rows) {
        const five = Math.floor(row.age / 5);
        if (five < GROUPS) counts[five] = (counts[five] ?? 0) + row[sex];
      }
      return counts;
    };
    const [men, women] = [of('men'), of('women')];
    const index = ageSexScore(men, women);
    if (index === undefined) return [];
    const n = sumOf([...men, ...women]);
    // No test: chance is taken off in the index itself.
    return {
      rule: 'pattern/age-sex-accuracy',
      subject: point,
      community: '',
      point,
      n,
      statistic: rounded(index, 1),
      p: 0,
    };
  });
}

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
