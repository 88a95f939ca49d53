import { byText, gathered, leavesOf } from '../keys/order.js';
import type { AreaRow } from '../model/measured.js';
import type { AreaTally, ChangedFinding, FindingChange, Share, Tally } from './comparison.js';

/** Below this denominator a share is marked, and never ranked. */
const FEW = 20;

/** A part of a whole in per cent; of nothing there is none. */
function share(numerator: number, denominator: number): Share {
  return {
    numerator,
    denominator,
    value: denominator === 0 ? null : (numerator / denominator) * 100,
    ...(denominator < FEW ? { small: true as const } : {}),
  };
}

/** Counts of changes. The rectification rate is resolved / (resolved + remaining). */
export function tally(findings: readonly ChangedFinding[]): Tally {
  const count = (what: FindingChange) => findings.filter(({ change }) => change === what).length;
  const [resolved, remaining] = [count('resolved'), count('remaining')];
  return {
    old: resolved + remaining,
    resolved,
    remaining,
    new: count('new'),
    returned: count('returned'),
    uncovered: count('uncovered'),
    accepted: count('accepted'),
    unchecked: count('unchecked'),
    overdue: findings.filter(({ overdue }) => overdue).length,
    rectification: share(resolved, resolved + remaining),
  };
}

/** Findings by some name of theirs, in the order of code units. */
export function byName(
  findings: readonly ChangedFinding[],
  nameOf: (finding: ChangedFinding) => string,
): [string, ChangedFinding[]][] {
  return [...gathered(findings, nameOf)].sort(([a], [b]) => byText(a, b));
}

/** Districts, their streets and communities, and what belongs to no community, each with its place among its equals. */
export function tallyAreas(findings: readonly ChangedFinding[], areas: readonly AreaRow[]): AreaTally[] {
  const byCommunity = new Map(byName(findings, ({ community }) => community));
  const levels = new Map(areas.map(({ area, level }) => [area, level]));
  const parts = new Map(areas.map((row) => [row.area, row.parts]));
  const higher = areas.filter(({ level }) => level !== 'community');
  const rows = [
    ...higher.map(({ area, level }): AreaTally => {
      // What belongs to the area itself, as its figures do, counts in it as well.
      const inside = new Set([area, ...leavesOf(area, (name) => parts.get(name) ?? [])]);
      return { area, level, ...tally([...inside].flatMap((name) => byCommunity.get(name) ?? [])) };
    }),
    ...[...byCommunity].map(([area, own]): AreaTally => {
      const level = area === '' ? 'none' : (levels.get(area) ?? 'community');
      const itself = level === 'street' || level === 'district';
      return { area, level: itself ? 'none' : level, ...(itself && { itself }), ...tally(own) };
    }),
  ];
  return rows.map((row) => ({ ...row, ...rankOf(row, rows) }));
}

/** 1 for the highest rectification of a level; areas with few findings are not ranked. */
function rankOf(row: AreaTally, rows: readonly AreaTally[]): { rank?: number } {
  const comparable = ({ level, rectification: { value, small } }: AreaTally) =>
    level === row.level && value !== null && !small;
  if (row.level === 'none' || !comparable(row)) return {};
  const own = row.rectification.value ?? 0;
  return { rank: 1 + rows.filter((one) => comparable(one) && (one.rectification.value ?? 0) > own).length };
}
