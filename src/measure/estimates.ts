import type { Config, PointConfig } from '../config/types.js';
import { byText, gathered } from '../keys/order.js';
import { LOG_LINEAR_MODELS, logLinear } from '../statistics/log-linear.js';
import { fixed, rounded } from '../statistics/rounding.js';
import { sampleCoverage } from '../statistics/sample-coverage.js';
import { sumOf } from '../statistics/sum.js';
import { twoLists } from '../statistics/two-lists.js';
import { putRows } from '../store/steps.js';
import type { Store } from '../store/store.js';
import { quote } from '../store/vocabulary.js';

/** Table `estimates`: how many events no list holds, by kind and by where the lists come from (`basis`). */
const ESTIMATE_COLUMNS = {
  event_kind: 'VARCHAR',
  basis: 'VARCHAR',
  list_points: 'VARCHAR',
  matched: 'INTEGER',
  seen: 'INTEGER',
  estimated: 'DOUBLE',
  missed: 'INTEGER',
  low: 'DOUBLE',
  high: 'DOUBLE',
  models: 'VARCHAR',
} as const;

/** How many events of a kind exactly the points of `mask` claim: bit i stands for the i-th point of the configuration. */
interface Claimed {
  kind: string;
  mask: number;
  n: number;
}

function claimedBy(points: readonly Pick<PointConfig, 'name'>[]): string {
  const bits = points.map(({ name }, i) => `WHEN ${quote(name)} THEN ${2 ** i}`);
  return `SELECT kind, mask, COUNT(*) AS n FROM (
      SELECT e.kind, p.event, SUM(CASE p.point ${bits.join(' ')} ELSE 0 END) AS mask
      FROM points_of p JOIN events e ON e.event = p.event
      WHERE p.claimed = 1 AND e.community IS NOT NULL AND e.kind <> 'enrolment' GROUP BY e.kind, p.event) AS masks
    GROUP BY kind, mask ORDER BY kind, mask`;
}

/**
 * Estimates what every list missed, over the whole area (Chandra Sekar and Deming 1949): Chapman's estimate from two
 * lists; from three the log-linear models, the one of least AIC leading, with the sample coverage beside them. By
 * default the lists are witnesses and a point; card, ledger and system, which are keyed from one another and miss the same
 * events, on request (option `lists` of the rule).
 */
export async function measureEstimates(
  store: Store,
  { rules, points }: Pick<Config, 'rules' | 'points'>,
): Promise<void> {
  const asked = rules['coverage/estimated-omission']?.options.lists === 'points' ? 'points' : 'witness';
  const claimed = await store.all<Claimed>(claimedBy(points));
  const rows: (string | number | null)[][] = [];
  for (const [kind, masks] of gathered(claimed, (one) => one.kind)) {
    const lists = listsOf(masks, points);
    const own = lists.filter(({ witness }) => !witness);
    const witnesses = lists.filter(({ witness }) => witness);
    const chosen = asked === 'points' ? own.slice(0, 3) : [...witnesses.slice(0, 2), ...own.slice(0, 1)];
    if (chosen.length < 2 || (asked === 'witness' && witnesses.length === 0)) continue;
    const columns = estimate(cellsOf(masks, chosen), chosen.length);
    if (columns) rows.push([kind, asked, chosen.map(({ name }) => name).join(' '), ...columns]);
  }
  await putRows(store, 'estimates', ESTIMATE_COLUMNS, rows);
}

/** A point and the number of events that it claims. */
interface List extends PointConfig {
  bit: number;
  n: number;
}

/** The points that claim events, the longest list first. */
function listsOf(masks: readonly Claimed[], points: readonly PointConfig[]): List[] {
  const lists = points.map((point, i): List => {
    const bit = 2 ** i;
    const held = masks.filter(({ mask }) => holds(mask, bit));
    return { ...point, bit, n: sumOf(held, ({ n }) => n) };
  });
  return lists.filter(({ n }) => n > 0).sort((a, b) => b.n - a.n || byText(a.name, b.name));
}

function holds(mask: number, bit: number): boolean {
  return Math.floor(mask / bit) % 2 === 1;
}

/** Events by the lists that claim them: position `mask`, bit i set where list i does. */
function cellsOf(masks: readonly Claimed[], lists: readonly List[]): number[] {
  const cells: number[] = new Array(1 << lists.length).fill(0);
  for (const { mask, n } of masks) {
    const cell = lists.reduce((sum, { bit }, i) => sum + (holds(mask, bit) ? 1 << i : 0), 0);
    if (cell > 0) cells[cell] = (cells[cell] ?? 0) + n;
  }
  return cells;
}

/** The columns from `matched` on; nothing where the lists allow no estimate with an end. */
function estimate(cells: readonly number[], lists: number): (string | number)[] | undefined {
  const seen = sumOf(cells);
  const matched = cells.reduce((sum, n, mask) => ((mask & (mask - 1)) === 0 ? sum : sum + n), 0);
  const found = lists === 2 ? ofTwo(cells) : ofThree(cells);
  if (!found || found.high > MOST) return undefined;
  const { total, low, high, models } = found;
  const missed = Math.max(0, Math.round(total - seen));
  return [matched, seen, rounded(total, 1), missed, Math.floor(low), Math.ceil(high), models];
}

/** What the column of an estimate can hold; more than there are people. */
const MOST = 2 ** 31 - 1;

interface Estimate {
  total: number;
  low: number;
  high: number;
  /** The estimates side by side, in their usual notation. */
  models: string;
}

function ofTwo(cells: readonly number[]): Estimate | undefined {
  const both = cells[3] ?? 0;
  if (both === 0) return undefined;
  const { chapman, petersen, se, interval } = twoLists((cells[1] ?? 0) + both, (cells[2] ?? 0) + both, both);
  const models = `Chapman ${fixed(chapman, 1)} (s.e. ${fixed(se, 1)}); Petersen ${fixed(petersen, 1)}`;
  return { total: chapman, low: interval[0], high: interval[1], models };
}

/** Models whose AIC lies further than this above the least have no support (Burnham and Anderson 2002). */
const SUPPORTED = 10;
/** Stands for the estimate of a model that has none. */
const NONE = 'n/a';

/** The interval spans the models that the data support; models without an estimate are named as such. */
function ofThree(cells: readonly number[]): Estimate | undefined {
  const models = logLinear(cells).sort((a, b) => a.aic - b.aic || byText(a.model, b.model));
  const [best] = models;
  if (!best) return undefined;
  const totals = models.filter(({ aic }) => aic <= best.aic + SUPPORTED).map(({ total }) => total);
  const fitted = new Set(models.map(({ model }) => model));
  const lines = [
    ...models.map(({ model, total, aic }) => `${model} ${fixed(total, 1)} (AIC ${fixed(aic, 1)})`),
    ...LOG_LINEAR_MODELS.filter((model) => !fitted.has(model)).map((model) => `${model} ${NONE}`),
    coverageText(cells),
  ];
  return { total: best.total, low: Math.min(...totals), high: Math.max(...totals), models: lines.join('; ') };
}

function coverageText(cells: readonly number[]): string {
  const { coverage, oneStep, sufficient, low } = sampleCoverage({ lists: 3, cells });
  const chosen = low ? oneStep : sufficient;
  if (!Number.isFinite(chosen)) return `SC ${NONE}`;
  return `SC ${fixed(chosen, 1)} (C = ${fixed(coverage, 2)}${low ? ' ≤ 0.55' : ''})`;
}
