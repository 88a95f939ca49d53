import { DATED_REGISTERS } from '../../registers/event-dates.js';
import { upperTail } from '../../statistics/tests.js';
import type { Store } from '../../store/store.js';
import type { Pattern } from './pattern.js';

interface Registrations {
  community: string;
  point: string;
  register: string;
  n: number;
  late: number;
}

const DATED = DATED_REGISTERS.map(
  (register) =>
    `SELECT source, community, registration_date FROM ${register} WHERE registration_date IS NOT NULL`,
);

const SELECT = `SELECT t.community, s.point, s.register, COUNT(*) AS n,
    COUNT(CASE WHEN month_of(t.registration_date) = month_of(run.period_to) THEN 1 END) AS late
  FROM (${DATED.join(' UNION ALL ')}) AS t JOIN sources s ON s.source = t.source CROSS JOIN run
  WHERE t.community IS NOT NULL AND NOT s.witness
    AND t.registration_date BETWEEN run.period_from AND run.period_to
  GROUP BY t.community, s.point, s.register ORDER BY register, point, community`;

/** Registrations of a year that are dated in its last month: exact binomial test against one in twelve. */
export async function registrationBulges(store: Store, months: number): Promise<Pattern[]> {
  if (months !== 12) return [];
  const rows = await store.all<Registrations>(SELECT);
  return rows.map(({ community, point, register, n, late }) => ({
    rule: 'pattern/registration-bulge',
    subject: `${community}|${point}|${register}`,
    community,
    point,
    register,
    n,
    observed: late,
    statistic: Math.floor((1000 * late) / n) / 10,
    p: upperTail(late, n, 1 / 12),
  }));
}
