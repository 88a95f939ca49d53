import { describe, expect, test } from 'vitest';
import { answer, type SizeAnswer } from '../../src/spot/size/size.js';

/** C(n, k) exactly. */
function choose(n: number, k: number): bigint {
  let ways = 1n;
  for (let i = 1; i <= k; i++) ways = (ways * BigInt(n - k + i)) / BigInt(i);
  return k < 0 || k > n ? 0n : ways;
}

/** P(at most c of n fail), of a lot in which `failing` do, by counting samples. */
function passes({ n, accept = 0 }: SizeAnswer, failing: number, lot: number): number {
  let ways = 0n;
  for (let k = 0; k <= accept; k++) ways += choose(failing, k) * choose(lot - failing, n - k);
  return Number((ways * 10n ** 15n) / choose(lot, n)) / 1e15;
}

describe('attribute sampling in small lots', () => {
  test('a whole lot passes with fewer wrong than the tolerable share', () => {
    const found = answer({
      plan: 'attribute',
      population: 100,
      tolerable: 0.03,
      confidence: 0.95,
      rate: 0.025,
    });
    expect(found).toMatchObject({ n: 100, accept: 2, reject: 3, risks: { rejectGood: 0, acceptBad: 0 } });
  });

  const lots = [20, 50, 100, 137, 200, 500];
  const shares: [number, number][] = [
    [0.03, 0.025],
    [0.05, 0],
    [0.05, 0.02],
    [0.1, 0.05],
    [0.1, 0.09],
    [0.2, 0.1],
  ];
  const questions = lots.flatMap((population) =>
    shares.flatMap(([tolerable, rate]) =>
      [0.8, 0.9, 0.95, 0.99].map((confidence) => ({ population, tolerable, rate, confidence })),
    ),
  );
  test.each(questions)(
    'no plan bears more than the risk asked for: %j',
    ({ population, tolerable, rate, confidence }) => {
      const found = answer({ plan: 'attribute', population, tolerable, rate, confidence });
      const failing = Math.ceil(tolerable * population - 1e-9);
      expect(found).toBeDefined();
      if (found) expect(passes(found, failing, population)).toBeLessThanOrEqual(1 - confidence + 1e-9);
    },
  );
});
