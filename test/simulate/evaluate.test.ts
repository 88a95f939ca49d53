import { describe, expect, it } from 'vitest';
import type { CitedRecord, Finding } from '../../src/model/finding.js';
import type { AuditResult } from '../../src/model/result.js';
import type { Truth, TruthFault } from '../../src/simulate/truth.js';
import { evaluate } from './evaluate.js';

const fault = (part: Partial<TruthFault>): TruthFault => ({
  id: 'F1',
  kind: 'birth/omitted',
  community: '甲社区',
  point: 'system',
  register: 'births',
  path: '台账/甲.csv',
  row: 5,
  description: '',
  others: [],
  consequences: ['line/counts-differ'],
  ...part,
});

const finding = (rule: string, rows: number[], part: Partial<Finding> = {}): Finding => ({
  id: rule,
  rule,
  severity: 'error',
  community: '甲社区',
  message: '',
  suggestion: '',
  params: {},
  records: rows.map((row) => ({ path: 'data/台账/甲.csv', row }) as CitedRecord),
  evidence: {},
  causedBy: null,
  ...part,
});

const run = (faults: TruthFault[], findings: Finding[]) =>
  evaluate({ findings } as unknown as AuditResult, { faults } as unknown as Truth);

describe('evaluate', () => {
  it('counts a fault as found by its rule on its record, whatever folder the audit began in', () => {
    const { recall, precision, missed, invented } = run([fault({})], [finding('birth/omitted', [5])]);
    expect({ recall, precision, missed, invented }).toEqual({
      recall: 1,
      precision: 1,
      missed: [],
      invented: [],
    });
  });

  it('does not count another row or another rule', () => {
    const result = run([fault({})], [finding('birth/omitted', [6]), finding('birth/mismatched', [5])]);
    expect(result.recall).toBe(0);
    expect(result.precision).toBe(0);
    expect(result.invented).toHaveLength(2);
  });

  it('counts a caused finding for recall, and not for precision', () => {
    const result = run([fault({})], [finding('birth/omitted', [5], { causedBy: 'x' })]);
    expect(result).toMatchObject({ recall: 1, precision: 1, uncausedPerFault: 0 });
  });

  it('lets consequences stand, with or without records, and notices aside', () => {
    const findings = [
      finding('birth/omitted', [5]),
      finding('line/counts-differ', []),
      finding('format/partial-date', [9], { severity: 'notice' }),
    ];
    expect(run([fault({})], findings)).toMatchObject({ recall: 1, precision: 1, uncausedPerFault: 2 });
  });

  it('finds faults that have no record by community and register', () => {
    const absent = fault({
      kind: 'coverage/register-absent',
      path: undefined,
      row: undefined,
      register: 'deaths',
    });
    const findings = [finding('coverage/register-absent', [], { severity: 'warning' })];
    expect(run([absent], findings)).toMatchObject({ recall: 1, precision: 1 });
  });

  it('counts by rule', () => {
    const faults = [fault({}), fault({ id: 'F2', row: 7 })];
    expect(run(faults, [finding('birth/omitted', [7])]).perRule).toEqual({
      'birth/omitted': { planted: 2, found: 1 },
    });
  });
});
