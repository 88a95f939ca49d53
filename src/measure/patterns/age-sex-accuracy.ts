import { ageSexAccuracy } from '../../statistics/age-sex.js';
import { rounded } from '../../statistics/rounding.js';
import type { Store } from '../../store/store.js';
import { gathered } from '../gathered.js';
import type { Pattern } from './pattern.js';

/** Five-year groups from 0–4 to 70–74. */
const GROUPS = 15;

interface Group {
  point: string;
  five: number;
  men: number;
  women: number;
}

const SELECT = `SELECT point, five, COUNT(CASE WHEN sex = '男' THEN 1 END) AS men, COUNT(CASE WHEN sex = '女' THEN 1 END) AS women
  FROM (SELECT s.point, t.sex, CAST(FLOOR(years_between(t.birth_date, run.as_of) / 5) AS INTEGER) AS five
    FROM households t JOIN sources s ON s.source = t.source CROSS JOIN run
    WHERE t.community IS NOT NULL AND NOT s.set_aside AND t.birth_date <= run.as_of) AS aged
  WHERE five < ${GROUPS} GROUP BY point, five ORDER BY point, five`;

/** The age–sex accuracy index of the United Nations over all cards of a point. */
export async function ageSexAccuracies(store: Store): Promise<Pattern[]> {
  const points = gathered(await store.all<Group>(SELECT), ({ point }) => point);
  return [...points].flatMap(([point, rows]) => {
    const of = (sex: 'men' | 'women') => {
      const counts: number[] = new Array(GROUPS).fill(0);
      for (const row of rows) counts[row.five] = row[sex];
      return counts;
    };
    const [men, women] = [of('men'), of('women')];
    const index = ageSexAccuracy(men, women);
    if (index === undefined) return [];
    const n = [...men, ...women].reduce((sum, count) => sum + count, 0);
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
