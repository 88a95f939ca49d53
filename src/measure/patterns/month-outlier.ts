import { gathered } from '../../keys/order.js';
import { PRIMARY } from '../../match/events/kinds/index.js';
import type { EventKindName } from '../../model/event-kinds.js';
import { modifiedZ, zScores } from '../../statistics/outliers.js';
import { rounded } from '../../statistics/rounding.js';
import { sumOf } from '../../statistics/sum.js';
import { binomialTest } from '../../statistics/tests.js';
import type { Store } from '../../store/store.js';
import { type HandedIn, mayHold } from '../handed-in.js';
import type { Pattern } from './pattern.js';

interface MonthCount {
  event_kind: EventKindName;
  community: string;
  month: string;
  n: number;
}

const MONTHS = `SELECT e.kind AS event_kind, e.community, month_of(e.date) AS month, COUNT(*) AS n FROM events e CROSS JOIN run
  WHERE e.primary_n > 0 AND e.community IS NOT NULL AND e.kind <> 'enrolment'
    AND e.date BETWEEN run.period_from AND run.period_to
  GROUP BY e.kind, e.community, month_of(e.date) ORDER BY event_kind, community, month`;

/** What a file says of the months that it holds; nothing where it does not say. */
type Declared = HandedIn['sources'][number];

/**
 * Events of each kind, community and month of a year against its other months.
 *
 * @param months those of the audited period
 * @param files those that were handed in until the month `last`
 */
export async function monthOutliers(
  store: Store,
  months: readonly string[],
  { files, last }: { files: readonly Declared[]; last: string },
): Promise<Pattern[]> {
  if (months.length !== 12) return [];
  const groups = gathered(await store.all<MonthCount>(MONTHS), (row) => `${row.event_kind}|${row.community}`);
  const declared = gathered(files, ({ register }) => register);
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows;
    if (!first) return [];
    const sources = declared.get(PRIMARY[first.event_kind]) ?? [];
    const handedIn = (month: string) => month <= last && isHandedIn(month, first.community, sources);
    return outliersOf(first, rows, handedIn, months);
  });
}

function outliersOf(
  first: MonthCount,
  rows: readonly MonthCount[],
  handedIn: (month: string) => boolean,
  months: readonly string[],
): Pattern[] {
  const known = new Map(rows.map(({ month, n }) => [month, n]));
  const counts = months.map((month) => known.get(month) ?? 0);
  const total = sumOf(counts);
  const { scores, median, spread } = modifiedZ(counts);
  const plain = zScores(counts);
  return months.flatMap((month, i): Pattern | [] => {
    const n = counts[i] ?? 0;
    if (n === 0 && !handedIn(month)) return [];
    return {
      rule: 'pattern/outlier',
      subject: `${first.event_kind}|${first.community}|${month}`,
      community: first.community,
      event_kind: first.event_kind,
      month,
      n: total,
      observed: n,
      statistic: rounded(scores[i] ?? 0),
      p: binomialTest(n, total, 1 / 12),
      low: median,
      high: rounded(plain[i] ?? 0),
      detail: `outlier-month-${spread}`,
    };
  });
}

/** Whether a month without any event can have held some: a file of the community speaks for it. */
function isHandedIn(month: string, community: string, sources: readonly Declared[]): boolean {
  return sources.some(
    (source) => (source.community === null || source.community === community) && mayHold(source, month),
  );
}
