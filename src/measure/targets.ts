import type { TargetConfig } from '../config/types.js';
import type { IndicatorRow } from '../model/measured.js';
import type { Frame } from './block.js';
import type { FigureCell } from './figures.js';
import { readSpan } from './periods.js';
import type { Verdict } from './verdicts.js';

export type TargetVerdict = 'met' | 'missed' | 'close';

/** A target within this share of itself is close, met or not. */
const CLOSE = 0.02;

/** Whether a value meets a target: at most, at least, or both. */
export function judgeTarget(value: number, { atMost, atLeast }: TargetConfig): TargetVerdict {
  const missed = (atMost !== undefined && value > atMost) || (atLeast !== undefined && value < atLeast);
  if (missed) return 'missed';
  const near = [atMost, atLeast].some(
    (limit) => limit !== undefined && Math.abs(value - limit) <= CLOSE * Math.abs(limit),
  );
  return near ? 'close' : 'met';
}

/** The target of a row, if there is one for its indicator, area and year; later ones win. */
function targetFor(
  row: IndicatorRow,
  targets: readonly TargetConfig[],
  frame: Frame,
): TargetConfig | undefined {
  const code = (name: string) => frame.catalogue.find(name) ?? name;
  return targets.findLast(
    ({ indicator, area, year }) =>
      code(indicator) === row.code &&
      (area === undefined || area === row.area) &&
      (year === undefined || readSpan(row.period, 1).key === readSpan(year, 1).key),
  );
}

/** Sets the target and its verdict on every row that has one, and says which were missed. */
export function missedTargets(
  rows: IndicatorRow[],
  targets: readonly TargetConfig[],
  frame: Frame,
): Verdict[] {
  if (targets.length === 0) return [];
  const cells = new Map(
    frame.reported.cells
      .values()
      .map((cell) => [placeOf(cell.area, cell.span.label, cell.indicator.code), cell]),
  );
  return rows.flatMap((row): Verdict[] => {
    const target = isYearLike(row) ? targetFor(row, targets, frame) : undefined;
    const value = row.reported ?? row.recomputed;
    if (!target) return [];
    const { atMost, atLeast } = target;
    const verdict = value === undefined ? 'no-data' : judgeTarget(value, target);
    row.target = { atMost, atLeast, verdict };
    const code = row.code === 'statistical_error_rate' ? 'births' : row.code;
    const cell = cells.get(placeOf(row.area, row.period, code));
    if (verdict !== 'missed' || !cell) return [];
    return [missed(cell, row, target)];
  });
}

/** Targets are for years: months and quarters have none. Labels without an order are taken for years. */
function isYearLike({ period }: IndicatorRow): boolean {
  const { months, grain } = readSpan(period, 1);
  return months === undefined || grain === 'year';
}

function placeOf(area: string, period: string, code: string): string {
  return `${area}\u0001${period}\u0001${code}`;
}

function missed(cell: FigureCell, row: IndicatorRow, { atMost, atLeast }: TargetConfig): Verdict {
  return {
    rule: 'totals/target-missed',
    suspects: [],
    others: [cell],
    evidence: {
      figure: row.name,
      printed: row.printed ?? String(row.recomputed ?? ''),
      equation: [atMost === undefined ? '' : `≤ ${atMost}`, atLeast === undefined ? '' : `≥ ${atLeast}`]
        .filter((limit) => limit !== '')
        .join(', '),
    },
  };
}
