import { modifiedZ, zScore } from '../../statistics/outliers.js';
import { binomialTest } from '../../statistics/tests.js';
import type { Store } from '../../store/store.js';
import { gathered } from '../gathered.js';
import { type Pattern, rounded } from './pattern.js';

interface MonthCount {
  event_kind: string;
  community: string;
  month: string;
  n: number;
}

const MONTHS = `SELECT e.kind AS event_kind, e.community, month_of(e.date) AS month, COUNT(*) AS n FROM events e CROSS JOIN run
  WHERE e.own_n > 0 AND e.community IS NOT NULL AND e.kind <> 'enrolment'
    AND e.date BETWEEN run.period_from AND run.period_to
  GROUP BY e.kind, e.community, month_of(e.date) ORDER BY event_kind, community, month`;

/** Events of each kind, community and month of a year against its other months. */
export async function monthOutliers(store: Store, months: number): Promise<Pattern[]> {
  if (months !== 12) return [];
  const groups = gathered(await store.all<MonthCount>(MONTHS), (row) => `${row.event_kind}|${row.community}`);
  return [...groups].flatMap(([subject, rows]) => {
    const counts = [...rows.map(({ n }) => n), ...new Array(Math.max(0, 12 - rows.length)).fill(0)];
    const total = counts.reduce((sum, n) => sum + n, 0);
    const { scores, median, spread } = modifiedZ(counts);
    const plain = populationSpread(counts);
    return rows.map(({ event_kind, community, month, n }, i) => ({
      rule: 'pattern/outlier',
      subject: `${subject}|${month}`,
      community,
      event_kind,
      month,
      n: total,
      observed: n,
      statistic: rounded(scores[i] ?? 0),
      p: binomialTest(n, total, 1 / 12),
      low: median,
      high: rounded(zScore(n, plain.mean, plain.sd, 3).z),
      detail: `outlier-month-${spread}`,
    }));
  });
}

function populationSpread(values: readonly number[]): { mean: number; sd: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, sd: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) };
}
