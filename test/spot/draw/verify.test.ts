import { describe, expect, test } from 'vitest';
import type { Draw } from '../../../src/model/draw.js';
import { type FrameUnit, frameText, parseFrame, type SamplingFrame } from '../../../src/spot/draw/frame.js';
import { type Verification, verify } from '../../../src/spot/draw/verify.js';
import { drawWith, frameOfUnits, frameWith, unitsOf } from '../frames.js';

const FRAME = frameWith([
  ['朝阳社区', '', 20],
  ['红旗社区', '', 30],
]);
const PARAMETERS = { areas: 1, units: 4, reserveUnits: 1 };
const DRAW = drawWith(FRAME, PARAMETERS);
const [DRAWN = ''] = unitsOf(DRAW);
const nameOf = ({ community, unit }: FrameUnit) => `${community}#${unit}`;

function check(
  frame: SamplingFrame,
  given: { draw?: Draw; seed?: string; intact?: boolean; old?: FrameUnit[] } = {},
): Verification {
  const { draw = DRAW, intact = true, ...rest } = given;
  const repeated = drawWith(given.old ? frameOfUnits(given.old) : frame, PARAMETERS, { seed: draw.seed });
  return verify({ draw, intact, frame, repeated, byHistory: false, ...rest });
}

describe('a draw repeated', () => {
  test('holds on the same frame', () => {
    expect(check(FRAME)).toMatchObject({ holds: true, differences: [], drawn: 5, frame: { same: true } });
    expect(check(FRAME, { seed: DRAW.seed })).toMatchObject({ holds: true });
  });

  test('does not hold with another seed than was announced', () =>
    expect(check(FRAME, { seed: 'x' })).toMatchObject({ holds: false, otherSeed: 'x', differences: [] }));

  test('does not hold where the file was changed, even where nothing drawn was', () =>
    expect(check(FRAME, { intact: false })).toMatchObject({ holds: false, differences: [] }));

  test('names the units that were exchanged', () => {
    const [area] = DRAW.areas;
    if (!area) throw new Error('nothing drawn');
    const units = area.units.map((unit, i) => (i === 0 ? { ...unit, unit: '9999' } : unit));
    const forged = { ...DRAW, areas: [{ ...area, units }] };
    expect(check(FRAME, { draw: forged }).differences.sort()).toEqual(
      [DRAWN, `${area.community}#9999`].sort(),
    );
  });

  test('does not hold where an area was left out that no earlier round drew', () => {
    const forged = drawWith(FRAME, { ...PARAMETERS, rounds: 1 }, { drawnBefore: ['红旗社区'] });
    const repeated = drawWith(FRAME, { ...PARAMETERS, rounds: 1 });
    const found = verify({ draw: forged, intact: true, frame: FRAME, repeated, byHistory: true });
    expect(found).toMatchObject({ holds: false, leftOut: { wrong: ['红旗社区'], by: 'history' } });
  });

  test('where the frame has changed, names what came and went, and whether drawn ones are touched', () => {
    const added = { community: '朝阳社区', building: '', street: '', unit: '0777' };
    const changed = frameOfUnits([...FRAME.list.filter((unit) => nameOf(unit) !== DRAWN), added]);
    const found = check(changed, { old: FRAME.list });
    expect(found).toMatchObject({ holds: false, differences: [] });
    expect(found.frame).toMatchObject({
      same: false,
      came: ['朝阳社区#0777'],
      gone: [DRAWN],
      touched: [DRAWN],
    });
  });

  test('without its frame, holds what was drawn against the frame of now', () => {
    const other = FRAME.list.find(
      (unit) => !unitsOf(DRAW).concat(unitsOf(DRAW, 'reserve')).includes(nameOf(unit)),
    );
    const changed = frameOfUnits(FRAME.list.filter((unit) => unit !== other));
    const found = check(changed);
    expect(found).toMatchObject({ holds: false, differences: [], frame: { same: false, touched: [] } });
    expect(found.frame.came).toBeUndefined();
  });
});

test('a frame file is read back as it was written', () => {
  expect(parseFrame(frameText(FRAME.list))).toEqual(FRAME.list);
});
