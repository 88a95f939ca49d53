import { rounded } from '../../statistics/rounding.js';
import { sumOf } from '../../statistics/sum.js';
import { binomialTest, clopperPearson } from '../../statistics/tests.js';
import type { Store } from '../../store/store.js';
import { byCommunity, type Pattern } from './pattern.js';

/** Girls among births where nothing interferes: 106 boys to 100 girls. */
const GIRLS = 100 / 206;

interface Births {
  community: string;
  boys: number;
  girls: number;
}

/** Births of the period by sex: the one that most claims give; a tie gives none. */
const SELECT = `SELECT community, COUNT(CASE WHEN boy_n > 0 THEN 1 END) AS boys, COUNT(CASE WHEN boy_n < 0 THEN 1 END) AS girls
  FROM (
    SELECT e.event, e.community, SUM(CASE c.sex WHEN '男' THEN 1 WHEN '女' THEN -1 ELSE 0 END) AS boy_n
    FROM events e JOIN event_claims c ON c.event = e.event
    WHERE e.kind = 'birth' AND e.in_period AND e.community IS NOT NULL GROUP BY e.event, e.community) AS sexes
  GROUP BY community ORDER BY community`;

/** The sex ratio at birth of every community and of all: exact binomial test against 100 girls in 206 births. */
export async function sexRatios(store: Store): Promise<Pattern[]> {
  const births = await store.all<Births>(SELECT);
  return [...byCommunity(births)].flatMap(([community, rows]) => {
    const boys = sumOf(rows, (row) => row.boys);
    const girls = sumOf(rows, (row) => row.girls);
    if (girls === 0 || boys === 0) return [];
    const [low, high] = clopperPearson(boys, boys + girls).map((share) => (100 * share) / (1 - share));
    return {
      rule: 'pattern/sex-ratio',
      subject: community,
      community,
      n: boys + girls,
      observed: boys,
      statistic: rounded((100 * boys) / girls, 1),
      p: binomialTest(girls, boys + girls, GIRLS),
      low: rounded(low ?? 0, 1),
      high: rounded(high ?? 0, 1),
    };
  });
}
