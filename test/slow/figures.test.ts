import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AuditResult } from '../../src/model/result.js';
import { run } from '../cli/fake.js';

const NAMES = '赵钱孙李周吴郑王冯陈'
  .split('')
  .flatMap((first) => ['安', '波', '昌', '东'].map((last) => first + last));

/** An ID of a woman in a county that never was, with its check digit. */
function idOf(year: number, day: number, sequence: number): string {
  const number = `230191${year}01${String(day).padStart(2, '0')}${String(100 + 2 * sequence)}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(number[i]), 0);
  return number + '10X98765432'[sum % 11];
}

const birth = fc.record({
  mother: fc.nat(NAMES.length - 1),
  month: fc.integer({ min: 1, max: 12 }),
  sex: fc.constantFrom('男', '女', ''),
  parity: fc.constantFrom('1', '2', '3', ''),
});
const births = fc.array(birth, { maxLength: 60 });

/** Births of some mothers: each list holds others, in the same words. */
function register(rows: readonly Birth[]): string {
  const lines = rows.map(({ mother, month, sex, parity }) => {
    const name = NAMES[mother] ?? '';
    return `甲社区,${sex},2023-${String(month).padStart(2, '0')}-1${mother % 10},${parity},${name},${idOf(1990, 1 + (mother % 28), mother)}`;
  });
  return ['社区,婴儿性别,出生日期,孩次,母亲姓名,母亲身份证号', ...lines, ''].join('\n');
}

interface Birth {
  mother: number;
  month: number;
  sex: string;
  parity: string;
}

const COUNTS =
  '期初总人口 期末总人口 出生人数 男性出生 女性出生 一孩出生 二孩出生 政策内出生 政策外出生 死亡人数'.split(
    ' ',
  );
const RATES = '出生率 死亡率 自然增长率 计划生育率 出生人口性别比 一孩率 二孩率'.split(' ');
const figures = fc.uniqueArray(
  fc.oneof(
    fc.tuple(fc.constantFrom(...COUNTS), fc.oneof(fc.nat(60), fc.nat(9000)).map(String)),
    fc.tuple(
      fc.constantFrom(...RATES),
      fc.nat(20_000).map((n) => (n / 100).toFixed(2)),
    ),
  ),
  { selector: ([name]) => name, maxLength: 12 },
);

/** Rates that may be negative, or above a hundred. */
const SIGNED = new Set(['net_accuracy', 'statistical_error_rate', 'verification_factor']);

function inspect(result: AuditResult, events: number): void {
  const text = JSON.stringify(result);
  expect(text).not.toMatch(/NaN|Infinity|undefined|→ -|2147483647/);
  for (const { numerator, denominator, value, rate } of result.errorRates) {
    expect(value === null, rate).toBe(denominator === 0);
    expect(Math.min(denominator, SIGNED.has(rate) ? 0 : numerator), rate).toBeGreaterThanOrEqual(0);
    expect(denominator, rate).toBeLessThanOrEqual(Math.max(events, 9000));
    if (SIGNED.has(rate) || value === null) continue;
    expect(value, rate).toBeGreaterThanOrEqual(0);
    expect(value, rate).toBeLessThanOrEqual(100);
  }
  for (const { code, recomputed, reported, interval, unit, verdict } of result.indicators) {
    for (const number of [recomputed ?? 0, reported ?? 0]) expect(Number.isFinite(number), code).toBe(true);
    if (code !== 'natural_increase_rate') expect(recomputed ?? 0, code).toBeGreaterThanOrEqual(0);
    if (verdict === 'not-reported' && unit === '人') expect(recomputed, code).toBeLessThanOrEqual(events);
    const [low = 0, high = 0] = interval ?? [];
    expect(low, code).toBeLessThanOrEqual(high);
  }
}

test('whatever is handed in: no figure is endless, negative where it cannot be, or above what there is', async () => {
  const district = fc.record({ ledger: births, system: births, hospital: births, figures });
  await fc.assert(
    fc.asyncProperty(district, async ({ ledger, system, hospital, figures: reported }) => {
      const folder = await mkdtemp(join(tmpdir(), 'plumbline-figures-'));
      const lines = reported.map(([name, value]) => `甲社区,2023,${name},${value}`);
      await writeFile(join(folder, '台账 出生登记.csv'), register(ledger));
      await writeFile(join(folder, '信息系统 出生登记.csv'), register(system));
      await writeFile(join(folder, '医院 出生登记.csv'), register(hospital));
      await writeFile(join(folder, '统计报表.csv'), ['地区,期间,指标,数值', ...lines, ''].join('\n'));
      try {
        const { out, err } = await run([
          'check',
          folder,
          '--format',
          'json',
          '--period',
          '2023',
          '--keep-going',
        ]);
        if (out === '') expect(err).not.toBe('');
        else inspect(JSON.parse(out), ledger.length + system.length + hospital.length);
        const table = (await run(['rates', folder, '--period', '2023', '--keep-going'])).out;
        expect(table).not.toMatch(/NaN|Infinity|undefined/);
      } finally {
        await rm(folder, { recursive: true });
      }
    }),
    { numRuns: 10, seed: 20_231_231, endOnFailure: true },
  );
}, 600_000);
