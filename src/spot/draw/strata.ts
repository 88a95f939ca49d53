import { byText, gathered } from '../../keys/order.js';
import type { DrawParameters } from '../../model/draw.js';
import { allocate } from '../../statistics/allocate.js';
import { sumOf } from '../../statistics/sum.js';
import { areaOf, type FrameUnit, type SamplingFrame } from './frame.js';

/** An area of the frame. */
export interface Area extends Omit<FrameUnit, 'unit'> {
  area: string;
  units: FrameUnit[];
}

/** Areas that are drawn from together. */
export interface Stratum {
  stratum: string;
  /** Those that can be drawn. */
  areas: Area[];
  leftOut: string[];
  letIn: string[];
}

/**
 * The areas of a frame by stratum, in the order of names. Areas of the last rounds are left out, unless that would leave
 * their stratum without any.
 */
export function strataOf(
  { list }: Pick<SamplingFrame, 'list'>,
  parameters: Pick<DrawParameters, 'areaKind' | 'stratify'>,
  drawnBefore: readonly string[],
): Stratum[] {
  const areas = gathered(list, (unit) => areaOf(unit, parameters.areaKind));
  const all = [...areas].map(([area, units]) => {
    const [{ community, building, street }] = units as [FrameUnit];
    return { area, community, building, street, units };
  });
  const strata = gathered(all, ({ street }) => (parameters.stratify === 'street' ? street : ''));
  const before = new Set(drawnBefore);
  return [...strata]
    .sort(([a], [b]) => byText(a, b))
    .map(([stratum, inside]) => leaveOut(stratum, inside, before));
}

function leaveOut(stratum: string, all: Area[], before: ReadonlySet<string>): Stratum {
  const names = all.map(({ area }) => area).filter((area) => before.has(area));
  if (names.length === all.length) return { stratum, areas: all, leftOut: [], letIn: names };
  return { stratum, areas: all.filter(({ area }) => !before.has(area)), leftOut: names, letIn: [] };
}

/** How many areas each stratum draws: shared equally, or by its areas or units as its areas' chances go by one or the other. */
export function areasWanted(
  strata: readonly Stratum[],
  parameters: Pick<DrawParameters, 'areas' | 'allocation' | 'selection'>,
): Map<string, number> {
  const { areas: wanted, allocation, selection } = parameters;
  if (wanted === undefined) return new Map(strata.map(({ stratum, areas }) => [stratum, areas.length]));
  const weightOf = ({ areas }: Stratum) => {
    if (allocation === 'equal') return 1;
    return selection === 'equal' ? areas.length : unitsIn(areas);
  };
  const shareOf = (one: Stratum) => ({
    stratum: one.stratum,
    areas: one.areas.length,
    weight: weightOf(one),
  });
  return allocate(strata.map(shareOf), wanted);
}

/** Units of several areas. */
export function unitsIn(areas: readonly Area[]): number {
  return sumOf(areas, ({ units }) => units.length);
}
