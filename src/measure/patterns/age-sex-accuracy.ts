import { byText, gathered } from '../../keys/order.js';
import { ageSexScore } from '../../statistics/age-sex.js';
import { rounded } from '../../statistics/rounding.js';
import { sumOf } from '../../statistics/sum.js';
import type { Ages } from './ages.js';
import type { Pattern } from './pattern.js';

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
