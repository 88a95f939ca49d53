import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import type { AuditResult } from '../../src/model/result.js';
import { explain, perFault, precision, recall, weigh } from './evaluate.js';
import type { Planted } from './plant.js';

const at = (row: number) => ({ path: 'a.csv', row });

const planted = (fault: string, row: number, more: Partial<Planted> = {}): Planted => ({
  fault,
  rules: ['birth/omitted'],
  places: [at(row)],
  around: [at(row), at(row + 1)],
  ...more,
});

const finding = (rule: string, row: number, more: Partial<Finding> = {}): Finding => ({
  id: `${rule}${row}`,
  rule,
  severity: 'error',
  community: '',
  message: '',
  suggestion: '',
  params: {},
  records: [
    { ...at(row), register: 'births', point: 'ledger', columns: [], headings: [], cells: [], values: {} },
  ],
  evidence: {},
  causedBy: null,
  ...more,
});

const weighed = (faults: Planted[], findings: Finding[]) =>
  weigh({ findings } as unknown as AuditResult, { seed: 0, traps: [], faults });

describe('weighing findings', () => {
  test('a told fault is found, and deserved', () => {
    const v = weighed([planted('x', 10)], [finding('birth/omitted', 10)]);
    expect([recall(v), precision(v), perFault(v)]).toEqual([1, 1, 1]);
  });

  test('consequences and notices do not count', () => {
    const v = weighed([], [finding('a/b', 1, { causedBy: 'z' }), finding('a/b', 2, { severity: 'notice' })]);
    expect(v.findings).toBe(0);
  });

  test('a finding beside it is surplus, one elsewhere invented', () => {
    const v = weighed(
      [planted('x', 10)],
      [finding('birth/omitted', 10), finding('a/b', 11), finding('a/b', 90)],
    );
    expect([v.surplus.length, v.invented.length, v.deserved]).toEqual([1, 1, 2]);
    expect(explain(v)).toMatch(/SURPLUS \(x\) a\/b[\s\S]*INVENTED a\/b/);
  });

  test('another rule, or another row, misses', () => {
    const v = weighed(
      [planted('x', 10), planted('y', 20)],
      [finding('a/b', 10), finding('birth/omitted', 21)],
    );
    expect(v.missed.map(({ fault }) => fault.fault)).toEqual(['x', 'y']);
    expect(precision(v)).toBe(0);
  });

  test('a lone birth must be said to be unconfirmed', () => {
    const faults = [planted('x', 10, { unconfirmed: true })];
    expect(weighed(faults, [finding('birth/omitted', 10)]).missed).toHaveLength(1);
    expect(weighed(faults, [finding('birth/omitted', 10, { unconfirmed: true })]).missed).toHaveLength(0);
  });

  test('what the specification leaves open is neither missed nor invented', () => {
    const faults = [planted('x', 10, { optional: true })];
    expect(weighed(faults, []).faults).toBe(0);
    expect(weighed(faults, [finding('birth/omitted', 10)]).invented).toHaveLength(0);
  });

  test('of what is left open the findings are nobody’s', () => {
    const v = weighed([planted('x', 10, { optional: true })], [finding('a/b', 11)]);
    expect([v.findings, v.surplus.length, v.invented.length, v.unsaid.length]).toEqual([0, 0, 0, 1]);
  });

  test('one finding that tells two faults is deserved once', () => {
    const v = weighed([planted('x', 10), planted('y', 10)], [finding('birth/omitted', 10)]);
    expect([v.found, v.deserved, v.findings]).toEqual([2, 1, 1]);
  });

  test('a fault that a notice tells is found by it alone', () => {
    const faults = [planted('x', 10, { notice: true })];
    const told = weighed(faults, [finding('birth/omitted', 10, { severity: 'notice' })]);
    expect([told.found, told.findings, told.deserved]).toEqual([1, 1, 1]);
    expect(weighed(faults, [finding('birth/omitted', 10)]).found).toBe(0);
  });

  test('a fault of a whole register needs no rows, and may take several findings', () => {
    const faults = [planted('x', 0, { places: [], around: [], most: 2 })];
    const v = weighed(faults, [
      finding('birth/omitted', 1),
      finding('birth/omitted', 2),
      finding('birth/omitted', 3),
    ]);
    expect([v.found, v.surplus.length]).toEqual([1, 1]);
  });
});
