import { describe, expect, test } from 'vitest';
import { pairUp } from '../../../src/spot/score/pair-up.js';
import { countedAreas, unitState } from '../../../src/spot/score/sample.js';
import type { AreaVisits } from '../../../src/spot/score/visits.js';
import { drawnArea, drawOf, filled, listOf, type Row } from '../filled.js';

/** Outcomes by household, one person each. */
function visitsOf(outcomes: readonly (string | undefined)[], reserves: number): AreaVisits {
  const area = drawnArea('甲', outcomes.length, reserves);
  const rows = outcomes.map((outcome, at): Row => ({ no: at + 1, ...(outcome ? { outcome } : {}) }));
  const paired = pairUp(drawOf([area]), [listOf(area, 1)], [filled('甲', rows)]);
  if ('fault' in paired) throw new Error(paired.fault);
  return paired.areas[0] as AreaVisits;
}

describe('a household', () => {
  test.each([
    ['符合', 'answered'],
    ['不符', 'answered'],
    ['查无此人', 'answered'],
    ['未见面', 'not-met'],
    ['拒访', 'refused'],
    [undefined, 'open'],
  ])('%s is %s', (outcome, state) => {
    expect(unitState('H1', visitsOf([outcome], 0).visits)).toBe(state);
  });
});

describe('reserves', () => {
  test.each([
    ['take the place of one that gave no answer', ['符合', '未见面', '符合', undefined], 2, ['H1', 'H3'], 0],
    ['are tried in turn', ['符合', '拒访', '未见面', '符合'], 2, ['H1', 'H4'], 0],
    ['that nobody needed do not count', ['符合', '符合', '符合', undefined], 2, ['H1', 'H2'], 1],
    ['that were not their turn do not count', ['符合', '未见面', undefined, '符合'], 2, ['H1'], 1],
    ['are as many as gave no answer', ['未见面', '符合', '符合', '符合'], 2, ['H2', 'H3'], 1],
  ])('%s', (_, outcomes, reserves, answered, passed) => {
    const visits = visitsOf(outcomes, reserves);
    const { counted, notes } = countedAreas(drawOf([visits.area]), [visits]);
    expect([...(counted[0]?.answered ?? [])]).toEqual(answered);
    expect(notes.reduce((sum, { count }) => sum + count, 0)).toBe(passed);
  });
});

describe('weights', () => {
  test('are one over the chance of the area, times its households over those that answered', () => {
    const visits = visitsOf(['符合', '未见面', '符合', '符合'], 0);
    const { counted } = countedAreas(drawOf([visits.area]), [visits]);
    expect(counted[0]).toMatchObject({ weight: 40 / 3 / 0.5, areaShare: 0.5, unitShare: 3 / 40 });
  });

  test('make up for areas of the stratum that did not come back', () => {
    const visits = visitsOf(['符合', '符合'], 0);
    const away = { ...visits, area: { ...visits.area, area: '乙' }, sheets: [], visits: [] };
    const { counted } = countedAreas(drawOf([visits.area, away.area]), [visits, away]);
    expect(counted).toHaveLength(1);
    expect(counted[0]?.weight).toBe(20 / 2 / 0.25);
  });

  test('leave out a reserve area where all drawn ones came back', () => {
    const visits = visitsOf(['符合', '符合'], 0);
    const reserve = { ...visits, area: { ...visits.area, area: '乙', role: 'reserve' as const } };
    const { counted, notes } = countedAreas(drawOf([visits.area, reserve.area]), [visits, reserve]);
    expect(counted.map(({ area }) => area)).toEqual(['甲']);
    expect(notes).toEqual([{ code: 'reserve-area-out-of-order', count: 1, detail: '乙' }]);
  });

  test('are not given where nobody answered', () => {
    const visits = visitsOf(['未见面', '拒访'], 0);
    expect(countedAreas(drawOf([visits.area]), [visits]).counted).toEqual([]);
  });
});
