import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { AreaSample, SampleCluster } from '../../src/statistics/estimate/clusters.js';
import { estimateRatio } from '../../src/statistics/estimate/ratio.js';
import { myers, noumbissi, spoorenberg, whipple } from '../../src/statistics/heaping.js';
import { logLinear } from '../../src/statistics/log-linear.js';
import { lotLowerTail, poissonLowerTail } from '../../src/statistics/lots.js';
import { findPlan, smallestSample } from '../../src/statistics/plans/acceptance.js';
import { wilson } from '../../src/statistics/proportion.js';
import { fixed } from '../../src/statistics/rounding.js';
import { gammaTails } from '../../src/statistics/tails.js';
import { clopperPearson, upperTail } from '../../src/statistics/tests.js';
import { twoLists } from '../../src/statistics/two-lists.js';
import { judged } from '../measure/report.js';

/** Values that were computed elsewhere, each file with its origin. */
function rowsOf<Row>(name: string): Row[] {
  const file = new URL(`../statistics/data/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).rows;
}

/** Values that are not within the tolerance, in proportion, of those expected. */
class Comparison {
  compared = 0;
  readonly wrong: string[] = [];

  near(name: unknown, value: number, expected: number, tolerance: number): void {
    this.compared++;
    const apart = Math.abs(value - expected);
    if (!(apart <= tolerance * Math.abs(expected) || apart <= 1e-300))
      this.wrong.push(`${JSON.stringify(name)}: ${value} for ${expected}`);
  }

  same(name: unknown, value: unknown, expected: unknown): void {
    this.compared++;
    if (JSON.stringify(value) !== JSON.stringify(expected))
      this.wrong.push(`${JSON.stringify(name)}: ${JSON.stringify(value)} for ${JSON.stringify(expected)}`);
  }

  isRight(): void {
    expect(this.wrong.slice(0, 10), `${this.wrong.length} of ${this.compared}`).toEqual([]);
    expect(this.compared).toBeGreaterThanOrEqual(2000);
  }
}

/** Numbers that Python has as well: 16807 x mod 2³¹ − 1. */
function generator(seed: number): () => number {
  let x = seed;
  return () => {
    x = (x * 16_807) % 2_147_483_647;
    return x;
  };
}

/** People by single year of age, some last digits preferred. */
function population(seed: number): number[] {
  const next = generator(seed);
  const preferred = Array.from({ length: 10 }, () => next() % 100);
  return Array.from({ length: 100 }, (_, age) => {
    const people = next() % (2000 - 18 * age);
    return people + 50 + (preferred[age % 10] ?? 0) * 5;
  });
}

/** Households in areas in strata, with unequal weights. */
function design(seed: number): { areas: AreaSample[]; clusters: SampleCluster[] } {
  const next = generator(seed);
  const [areas, clusters]: [AreaSample[], SampleCluster[]] = [[], []];
  const strata = 1 + (next() % 3);
  for (let s = 0; s < strata; s++) {
    const inside = 2 + (next() % 3);
    for (let a = 0; a < inside; a++) {
      const place = { stratum: `s${s}`, area: `s${s}a${a}` };
      const areaShare = (1 + (next() % 8)) / 10;
      const unitShare = (1 + (next() % 9)) / 10;
      areas.push({ ...place, areaShare, unitShare });
      const households = 2 + (next() % 5);
      for (let h = 0; h < households; h++) {
        const n = 1 + (next() % 6);
        clusters.push({ ...place, weight: 1 / (areaShare * unitShare), k: next() % (n + 1), n });
      }
    }
  }
  return { areas, clusters };
}

describe('against values computed elsewhere', () => {
  test('intervals', () => {
    const found = new Comparison();
    for (const row of rowsOf<number[]>('intervals')) {
      const [k = 0, n = 0, confidence = 0, ...expected] = row;
      const ends = [...wilson(k, n, confidence), ...clopperPearson(k, n, confidence)];
      ends.forEach((end, i) => {
        // Where k is 0 or n the ends are 0 and 1, which differences of roundings miss by a hair.
        const wanted = expected[i] ?? 0;
        if (wanted < 1e-12) found.same([row, i], end < 1e-12, true);
        else found.near([row, i], end, wanted, 1e-9);
      });
    }
    found.isRight();
  });

  test('tails', () => {
    type Row = [family: string, k: number, n: number, p: number | [number, number], tail: number];
    const found = new Comparison();
    for (const row of rowsOf<Row>('tails')) {
      const [family, k, n, p, tail] = row;
      const value = Array.isArray(p)
        ? lotLowerTail(k, n, ...p)
        : family === 'binomial'
          ? upperTail(k, n, p)
          : family === 'poisson'
            ? poissonLowerTail(k, p)
            : gammaTails(k / 2, p / 2).upper;
      found.near(row, value, tail, 1e-10);
    }
    found.isRight();
  });

  test('plans', () => {
    type Row = [string, number, number, number, number, number, number, number | null, number | null];
    const found = new Comparison();
    for (const row of rowsOf<Row>('plans')) {
      const [family, lot, c, share, risk, good, rejectGood, n, accept] = row;
      const bad = { share, risk };
      if (family === 'smallest') found.same(row, smallestSample(c, bad, lot) ?? null, n);
      else {
        const plan = findPlan({ share: good, risk: rejectGood }, bad, lot);
        found.same(row, [plan?.n ?? null, plan?.c ?? null], [n, accept]);
      }
    }
    found.isRight();
  });

  test('capture–recapture', () => {
    type Two = ['two', number[], ...number[]];
    type Three = ['three', number[], [model: string, total: number, deviance: number, aic: number][]];
    const found = new Comparison();
    for (const row of rowsOf<Two | Three>('capture-recapture')) {
      if (row[0] === 'two') {
        const [, [a = 0, b = 0, m = 0], ...expected] = row;
        const { petersen, chapman, se, interval } = twoLists(a, b, m);
        [petersen, chapman, se, ...interval].forEach((value, i) => {
          found.near([row, i], value, expected[i] as number, 1e-9);
        });
      } else {
        const models = new Map(logLinear(row[1]).map((fit) => [fit.model, fit]));
        for (const [model, total, deviance, aic] of row[2]) {
          const fit = models.get(model);
          found.near([row[1], model], fit?.total ?? 0, total, 1e-6);
          found.near([row[1], model], (fit?.deviance ?? -9) + 1, deviance + 1, 1e-6);
          found.near([row[1], model], fit?.aic ?? 0, aic, 1e-7);
        }
      }
    }
    found.isRight();
  });

  test('heaping', () => {
    const found = new Comparison();
    for (const row of rowsOf<number[]>('heaping')) {
      const [seed = 0, w = 0, m = 0, digit = 0, n = 0, s = 0] = row;
      const people = population(seed);
      found.near(row, whipple(people, 23, 62), w, 1e-10);
      found.near(row, myers(people, 20, 79).index, m, 1e-9);
      found.near(row, noumbissi(digit, people, 20, 64), n, 1e-10);
      found.near(row, spoorenberg(people), s, 1e-9);
    }
    found.isRight();
  });

  test('variance', () => {
    const found = new Comparison();
    for (const row of rowsOf<number[]>('variance')) {
      const [seed = 0, k = 0, n = 0, share = 0, error = 0] = row;
      const { areas, clusters } = design(seed);
      const estimate = estimateRatio(clusters, areas);
      found.same(row, [estimate?.k, estimate?.n], [k, n]);
      found.near(row, estimate?.share ?? -1, share, 1e-10);
      found.near(row, estimate?.error ?? -1, error, 1e-9);
    }
    found.isRight();
  });

  test('rounding', () => {
    const found = new Comparison();
    for (const row of rowsOf<[number, number, number, number, string]>('rounding')) {
      const [k, n, scale, decimals, text] = row;
      found.same(row, fixed((k / n) * scale, decimals), text);
    }
    found.isRight();
  });

  test('localisation', () => {
    const codes = ['births', 'male', 'female', 'p1', 'p2', 'p3', 'in', 'out'];
    const heads = '出生人数 男性出生 女性出生 一孩出生 二孩出生 多孩出生 政策内出生 政策外出生'.split(' ');
    const found = new Comparison();
    for (const row of rowsOf<[number[], [string, number][]]>('localisation')) {
      const [figures, repairs] = row;
      const line = heads.map((head, i) => `${head} ${figures[i]}`).join(', ');
      const verdicts = judged([`A 2000, ${line}`]);
      const singles = verdicts.flatMap((verdict) => {
        const [, text = ''] = /^\S+ (.*)$/.exec(verdict) ?? [];
        return text.split(' / ').filter((part) => !part.includes(' + ') && part.includes('→'));
      });
      const expected = repairs.map(([code, value]) => {
        const at = codes.indexOf(code);
        return `${heads[at]} ${figures[at]} → ${value}`;
      });
      found.same(row, verdicts.length === 1 ? singles.sort() : [], expected.sort());
    }
    found.isRight();
  });
});
