import { gathered } from '../../keys/order.js';
import { fixed } from '../../statistics/rounding.js';
import type { SqlColumn } from '../../store/tables.js';

/** The result of one statistical test: a row of table `patterns`, from which the rules of the family `pattern` read. */
export interface Pattern {
  rule: string;
  /** What was tested, within its rule: makes the stable identity of a finding. */
  subject: string;
  /** Empty for all communities together. */
  community: string;
  point?: string;
  register?: string;
  /** Kind of event. */
  event_kind?: string;
  month?: string;
  /** A record to cite. */
  record?: number;
  /** How many the test rests on, and how many of them are of the tested sort. */
  n: number;
  observed?: number;
  statistic?: number;
  p: number;
  /** The 95 % interval of the statistic. */
  low?: number;
  high?: number;
  /** Which of several tests, or further indices in their usual notation. */
  detail?: string;
}

const COLUMNS = {
  rule: 'VARCHAR',
  subject: 'VARCHAR',
  community: 'VARCHAR',
  point: 'VARCHAR',
  register: 'VARCHAR',
  event_kind: 'VARCHAR',
  month: 'VARCHAR',
  record: 'BIGINT',
  n: 'INTEGER',
  observed: 'INTEGER',
  statistic: 'DOUBLE',
  p: 'DOUBLE',
  low: 'DOUBLE',
  high: 'DOUBLE',
  detail: 'VARCHAR',
} as const satisfies Record<keyof Pattern, SqlColumn[1]>;

/** The columns of table `patterns`: those of `Pattern`, and `p_value`, the probability as people read it. */
export const PATTERN_COLUMNS = { ...COLUMNS, p_value: 'VARCHAR' } as const;

/** A pattern as a row of the table. */
export function patternRow(pattern: Pattern): (string | number | null)[] {
  const names = Object.keys(COLUMNS) as (keyof Pattern)[];
  return [...names.map((name) => pattern[name] ?? null), pValue(pattern.p)];
}

/** Two digits that count: = 0.036, = 0.0057; smaller than one in ten thousand says enough. */
function pValue(p: number): string {
  if (p < 0.0001) return '< 0.0001';
  return `= ${p >= 0.1 ? fixed(p, 2) : Number(p.toPrecision(2))}`;
}

/** Groups by community, and all items together under no name where there are several communities. */
export function byCommunity<Item extends { community: string }>(items: readonly Item[]): Map<string, Item[]> {
  const groups = gathered(items, ({ community }) => community);
  if (groups.size > 1) groups.set('', [...items]);
  return groups;
}
