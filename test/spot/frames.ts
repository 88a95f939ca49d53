import type { Draw } from '../../src/model/draw.js';
import { type DrawRequest, drawFrom } from '../../src/spot/draw/draw-units.js';
import { type FrameUnit, type SamplingFrame, samplingFrameOf } from '../../src/spot/draw/frame.js';

/** An area of an invented frame: its name, its street, and how many households it has. */
export type AreaSpec = readonly [community: string, street: string, households: number];

/** A frame of households numbered from 1, ten to a building. */
export function frameWith(
  areas: readonly AreaSpec[],
  areaKind: 'community' | 'building' = 'community',
): SamplingFrame {
  const units = areas.flatMap(([community, street, households]) =>
    Array.from({ length: households }, (_, i) => ({
      community,
      street,
      building: `${1 + Math.floor(i / 10)}号楼`,
      unit: String(i + 1).padStart(4, '0'),
    })),
  );
  return frameOfUnits(units, areaKind);
}

export function frameOfUnits(
  units: readonly FrameUnit[],
  areaKind: 'community' | 'building' = 'community',
): SamplingFrame {
  return { ...samplingFrameOf(units, areaKind), unnumbered: 0, unplaced: 0, inputs: [], without: [] };
}

const PARAMETERS: DrawRequest['parameters'] = {
  areaKind: 'community',
  unitKind: 'household',
  units: 3,
  reserveAreas: 0,
  reserveUnits: 0,
  stratify: 'none',
  allocation: 'proportional',
  selection: 'equal',
  rounds: 0,
};

/** A draw from a frame, with what differs from the parameters above. */
export function drawWith(
  frame: SamplingFrame,
  parameters: Partial<DrawRequest['parameters']> = {},
  request: Partial<DrawRequest> = {},
): Draw {
  return drawFrom(frame, {
    seed: 'dice 4 1 6 2',
    parameters: { ...PARAMETERS, areaKind: parameters.areaKind ?? 'community', ...parameters },
    drawnBefore: [],
    tool: { name: 'plumbline', version: '0' },
    ...request,
  });
}

/** Areas of a role, in the order of the draw. */
export function areasOf(draw: Draw, role: 'drawn' | 'reserve' = 'drawn'): string[] {
  return draw.areas.filter((area) => area.role === role).map(({ area }) => area);
}

/** Every drawn unit as community#number. */
export function unitsOf(draw: Draw, role: 'drawn' | 'reserve' = 'drawn'): string[] {
  return draw.areas.flatMap(({ community, units }) =>
    units.filter((unit) => unit.role === role).map(({ unit }) => `${community}#${unit}`),
  );
}
