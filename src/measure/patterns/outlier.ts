import type { Store } from '../../store/store.js';
import { modifiedZ, zScore } from '../statistics/outliers.js';
import { binomialTest } from '../statistics/tests.js';
import { gathered, type Pattern, rounded } from './pattern.js';

/** A register holds a year where it has rows in this many of its months; fewer are what was entered late. */
const MONTHS_HELD = 10;

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

interface YearCount {
  event_kind: string;
  community: string;
  point: string;
  register: string;
  now: number;
  before: number;
}

/** What each register holds of the year and of the one before, where it holds both whole. */
const YEARS = `WITH dated AS (
    SELECT c.kind, c.community, c.point, c.register, c.event, month_of(c.date) AS month,
      CASE WHEN c.date >= run.period_from THEN 1 ELSE 0 END AS is_now
    FROM event_claims c CROSS JOIN run
    WHERE c.own AND NOT c.witness AND c.kind <> 'enrolment' AND c.community IS NOT NULL
      AND c.date > add_days(run.period_from, -366) AND c.date <= run.period_to
      AND YEAR(c.date) >= YEAR(run.period_to) - 1
  ), held AS (
    SELECT kind, point, register FROM (
      SELECT kind, point, register, is_now, COUNT(DISTINCT month) AS months FROM dated GROUP BY kind, point, register, is_now) AS m
    WHERE months >= ${MONTHS_HELD} GROUP BY kind, point, register HAVING COUNT(*) = 2
  )
  SELECT d.kind AS event_kind, d.community, d.point, d.register,
    COUNT(DISTINCT CASE WHEN d.is_now = 1 THEN d.event END) AS now,
    COUNT(DISTINCT CASE WHEN d.is_now = 0 THEN d.event END) AS before
  FROM dated d JOIN held h ON h.kind = d.kind AND h.point = d.point AND h.register = d.register
  GROUP BY d.kind, d.community, d.point, d.register ORDER BY event_kind, community, point, register`;

/** A year's events of each kind, register and community against those of the year before. */
export async function yearOutliers(store: Store, months: number): Promise<Pattern[]> {
  if (months !== 12) return [];
  const rows = (await store.all<YearCount>(YEARS)).filter(({ before }) => before > 0);
  return rows.map(({ event_kind, community, point, register, now, before }) => ({
    rule: 'pattern/outlier',
    subject: `${event_kind}|${community}|${point}|${register}`,
    community,
    point,
    register,
    event_kind,
    n: now + before,
    observed: now,
    statistic: rounded((100 * (now - before)) / before, 1),
    p: binomialTest(now, now + before, 1 / 2),
    low: before,
    detail: 'outlier-year',
  }));
}
