import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareResults } from '../../src/diff/compare.js';
import type { FindingChange } from '../../src/diff/comparison.js';
import { tallyName } from '../../src/diff/table.js';
import type { Finding } from '../../src/model/finding.js';
import type { AuditResult } from '../../src/model/result.js';
import { found, resultOf } from './results.js';

const OPTIONS = { version: '0.1.0', placeOf: () => '' };
const ACCEPTED = { reason: '已核实', on: '2023-11-01' };

/** What became of each finding, by id. */
function changes(
  old: AuditResult,
  now: AuditResult,
  ...history: AuditResult[]
): Record<string, FindingChange> {
  const { findings } = compareResults(old, now, history, OPTIONS);
  return Object.fromEntries(findings.map(({ id, change }) => [id, change]));
}

describe('what becomes of a finding', () => {
  const was = (finding: Finding[], run = {}) => resultOf('2023-11-30', finding, run);
  const is = (finding: Finding[], run = {}) => resultOf('2023-12-31', finding, run);
  const a = found('a');
  const b = found('b');

  it.each<[string, AuditResult, AuditResult, Record<string, FindingChange>]>([
    ['there before and now', was([a]), is([a]), { a: 'remaining' }],
    ['gone', was([a]), is([]), { a: 'resolved' }],
    ['new', was([]), is([a]), { a: 'new' }],
    ['accepted since', was([a]), is([{ ...a, accepted: ACCEPTED }]), { a: 'accepted' }],
    ['accepted all along', was([{ ...a, accepted: ACCEPTED }]), is([{ ...a, accepted: ACCEPTED }]), {}],
    ['accepted until it counts again', was([{ ...a, accepted: ACCEPTED }]), is([a]), { a: 'uncovered' }],
    [
      'a consequence whose cause is gone',
      was([a, { ...b, causedBy: 'a' }]),
      is([b]),
      { a: 'resolved', b: 'uncovered' },
    ],
    ['now a consequence', was([b]), is([a, { ...b, causedBy: 'a' }]), { a: 'new', b: 'remaining' }],
    ['gone with its rule', was([a]), is([], { rules: [] }), { a: 'unchecked' }],
    [
      'gone with its registers',
      was([a]),
      is([], { rules: [{ rule: 'birth/omitted', status: 'not-applicable', count: 0 }] }),
      { a: 'unchecked' },
    ],
    [
      'gone with its community',
      was([a]),
      { ...is([]), areas: [{ area: '红旗社区', level: 'community', parts: [] }] },
      { a: 'unchecked' },
    ],
    [
      'gone with its period',
      was([{ ...a, period: '2023-11' }], { period: '2023-11' }),
      is([], { period: '2023-12' }),
      { a: 'unchecked' },
    ],
  ])('%s', (_, old, now, expected) => expect(changes(old, now)).toEqual(expected));

  it('has returned where an older result has it', () => {
    const older = resultOf('2023-10-31', [a]);
    expect(changes(was([]), is([a]), older)).toEqual({ a: 'returned' });
  });
});

describe('first dates', () => {
  const months = ['2023-09-30', '2023-10-31', '2023-11-30', '2023-12-31'];
  const follow = (there: boolean[]) => {
    const results = months.map((asOf, i) => resultOf(asOf, there[i] ? [found('a')] : []));
    const [old, now] = results.slice(2) as [AuditResult, AuditResult];
    return compareResults(old, now, results.slice(0, 2), { ...OPTIONS, overdueAfter: 60 }).findings[0];
  };

  it.each<[boolean[], string, number, string | undefined]>([
    [[true, true, true, true], '2023-09-30', 92, 'days'],
    [[false, true, true, true], '2023-10-31', 61, 'days'],
    [[true, false, true, true], '2023-11-30', 31, undefined],
    [[true, true, false, true], '2023-12-31', 0, undefined],
  ])('%j', (there, firstSeen, days, overdue) => {
    expect(follow(there)).toMatchObject({ firstSeen, days });
    expect(follow(there)?.overdue).toBe(overdue);
  });

  it('a finding whose acceptance has run out is overdue at once', () => {
    const accepted = { ...ACCEPTED, until: '2023-12-15' };
    const old = resultOf('2023-11-30', [found('a', { accepted })]);
    const now = resultOf('2023-12-31', [found('a')]);
    const { findings, total } = compareResults(old, now, [], { ...OPTIONS, overdueAfter: 400 });
    expect(findings[0]?.overdue).toBe('accepted-until');
    expect(total.overdue).toBe(1);
  });
});

describe('the rectification rate', () => {
  const many = (community: string, from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => found(`${community}${from + i}`, { community }));

  it('is counted by area with its parts, and small ones are neither trusted nor ranked', () => {
    const old = resultOf('2023-11-30', [...many('甲', 0, 40), ...many('乙', 0, 20), ...many('丙', 0, 3)]);
    const left = [...many('甲', 10, 40), ...many('乙', 15, 20), ...many('丙', 0, 1)];
    const areas: AuditResult['areas'] = [
      ...['甲', '乙', '丙', '丁'].map((area) => ({ area, level: 'community' as const, parts: [] })),
      { area: '街道', level: 'street', parts: ['甲', '丙'] },
      { area: '区', level: 'district', parts: ['街道', '乙'] },
    ];
    const now = { ...resultOf('2023-12-31', [...left, ...many('丁', 0, 1)]), areas };
    const { total, areas: rows } = compareResults(old, now, [], OPTIONS);
    const of = Object.fromEntries(
      rows.map(({ area, rectification: { numerator, denominator, small }, rank }) => [
        area,
        [numerator, denominator, small ?? false, rank ?? null],
      ]),
    );
    expect(of).toEqual({
      区: [27, 63, false, 1],
      街道: [12, 43, false, 1],
      甲: [10, 40, false, 2],
      乙: [15, 20, false, 1],
      丙: [2, 3, true, null],
      丁: [0, 0, true, null],
    });
    expect(total.rectification.value).toBeCloseTo((27 / 63) * 100, 10);
    expect(rows.find(({ area }) => area === '丁')?.rectification.value).toBeNull();
  });

  it('tells what belongs to a district itself from what is in it, and counts both in it', () => {
    const areas: AuditResult['areas'] = [
      { area: '甲', level: 'community', parts: [] },
      { area: '区', level: 'district', parts: ['甲'] },
    ];
    const old = resultOf('2023-11-30', [...many('甲', 0, 2), ...many('区', 0, 1)]);
    const now = { ...resultOf('2023-12-31', many('甲', 0, 1)), areas };
    const { areas: rows, total } = compareResults(old, now, [], OPTIONS);
    const of = rows.map((row) => [tallyName(row, 'zh'), row.old, row.resolved]);
    expect(of).toEqual([
      ['区', 3, 2],
      ['区（本级）', 1, 1],
      ['甲', 2, 1],
    ]);
    expect(total.old).toBe(3);
  });

  it('shares a place where two are equal', () => {
    const old = resultOf(
      '2023-11-30',
      ['甲', '乙', '丙'].flatMap((name) => many(name, 0, 20)),
    );
    const now = resultOf('2023-12-31', [...many('甲', 10, 20), ...many('乙', 10, 20), ...many('丙', 5, 20)]);
    const { areas } = compareResults(old, now, [], OPTIONS);
    expect(Object.fromEntries(areas.map(({ area, rank }) => [area, rank]))).toEqual({ 甲: 1, 乙: 1, 丙: 3 });
  });
});

describe('two runs', () => {
  const old = resultOf('2023-11-30', []);

  it.each([
    ['diff.other-key', resultOf('2023-12-31', [], { idKey: 'ffffffff' })],
    ['diff.wrong-order', resultOf('2023-10-31', [])],
  ])('are refused: %s', (key, now) => {
    expect(() => compareResults(old, now, [], OPTIONS)).toThrow(expect.objectContaining({ key }));
  });

  it('that differ otherwise are compared, and the reader is told', () => {
    const now = resultOf('2023-12-31', [], {
      period: '2023-12',
      masked: false,
      complete: false,
      population: 'present',
    });
    const { notes } = compareResults(
      old,
      { ...now, tool: { name: 'plumbline', version: '0.2.0' } },
      [],
      OPTIONS,
    );
    expect(notes.map(({ code }) => code).sort()).toEqual(
      ['diff-incomplete', 'diff-masked', 'diff-period', 'diff-population', 'diff-version'].sort(),
    );
  });
});

describe('every finding that stands for itself', () => {
  const ids = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 });
  const causes = fc.array(fc.option(fc.constantFrom(...'abcdefgh')), { minLength: 8, maxLength: 8 });
  const result = (asOf: string) =>
    fc.tuple(ids, causes).map(([names, under]) => {
      const made = names.map((id, i) => {
        const cause = under[i] ?? null;
        return found(id, { causedBy: cause !== null && cause < id && names.includes(cause) ? cause : null });
      });
      return resultOf(asOf, made);
    });

  it('is told of once, and the old ones add up', () => {
    fc.assert(
      fc.property(result('2023-11-30'), result('2023-12-31'), (old, now) => {
        const { findings, total } = compareResults(old, now, [], OPTIONS);
        const roots = ({ findings: all }: AuditResult) => all.filter(({ causedBy }) => causedBy === null);
        const expected = new Set([...roots(old), ...roots(now)].map(({ id }) => id));
        expect(findings.map(({ id }) => id).sort()).toEqual([...expected].sort());
        const settled = roots(old).filter(
          ({ id }) => !findings.some((one) => one.id === id && one.change === 'uncovered'),
        );
        expect(total.resolved + total.remaining + total.accepted + total.unchecked).toBe(settled.length);
      }),
    );
  });
});
