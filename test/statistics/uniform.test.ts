import { expect, test } from 'vitest';
import { tickets } from '../../src/statistics/sampler.js';
import { chiSquare } from '../../src/statistics/tests.js';

const SEEDS = 10_000;
const UNITS = ['户-01', '户-02', '户-03', '户-04', '户-05', '户-06', '户-07', '户-08', '户-09', '户-10'];

/** The draws with the seeds 1 to 10,000. */
const DRAWS = Array.from({ length: SEEDS }, (_, n) => tickets(UNITS, `${n + 1}`).map(({ id }) => id));

/** How often each unit is among the first `take` of these draws. */
function inclusions(take: number): number[] {
  const counts = new Map(UNITS.map((id) => [id, 0]));
  for (const ids of DRAWS) for (const id of ids.slice(0, take)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return UNITS.map((id) => counts.get(id) ?? 0);
}

// Units drawn together exclude each other, which makes their counts steadier than independent ones by (N−n)/(N−1);
// the statistic is divided by that, so that it has N−1 degrees of freedom for any n.
test.each([1, 3, 7])('every unit has the same chance: %d of ten, over 10,000 seeds', (take) => {
  const counts = inclusions(take);
  expect(counts.reduce((sum, count) => sum + count)).toBe(take * SEEDS);
  const steadier = (UNITS.length - take) / (UNITS.length - 1);
  const { statistic } = chiSquare(counts);
  // 99 % point of chi-square with 9 degrees of freedom.
  expect(statistic / steadier).toBeLessThan(21.666);
});

test('no place in the order favours a unit', () => {
  const places = UNITS.map(() => UNITS.map(() => 0));
  for (let seed = 1; seed <= 2000; seed++) {
    tickets(UNITS, `place ${seed}`).forEach(({ id }, place) => {
      const row = places[UNITS.indexOf(id)] as number[];
      row[place] = (row[place] ?? 0) + 1;
    });
  }
  for (const row of places) expect(chiSquare(row).p).toBeGreaterThan(0.001);
});
