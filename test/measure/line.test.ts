import { beforeAll, describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/model/result.js';
import { asked } from '../asked.js';
import { auditOnce } from '../audit-once.js';

/** The sample: a birth that the ledger's primary register of one community lacks, while its women register shows it. */
describe('the line of the sample', () => {
  let result: AuditResult;
  beforeAll(async () => {
    result = await auditOnce(asked('samples/yunxi', { reveal: true }));
  });

  const omitted = () =>
    result.findings.filter(
      ({ rule, community, missingFrom }) =>
        rule === 'birth/omitted' &&
        community === '新华社区' &&
        missingFrom?.some(({ point, register }) => point === 'ledger' && register === 'births'),
    );

  it('counts as omitted what the primary register lacks, though a register of people shows it', () => {
    const rate = result.errorRates.find(
      ({ event, point, community, rate }) =>
        event === 'birth' && point === 'ledger' && community === '新华社区' && rate === 'omission_rate',
    );
    expect(omitted().length).toBe(1);
    expect(rate).toMatchObject({ numerator: 1, denominator: 9, value: 11.11 });
  });

  it('adds up: in line, broken and unconfirmed are all events, of which every point claims as many as it does', () => {
    for (const row of result.line) {
      expect(row.inLine).toBeLessThanOrEqual(row.atAll);
      expect(row.atAll).toBeLessThanOrEqual(row.total);
      expect(row.atOne + row.atTwo).toBeLessThanOrEqual(row.total);
    }
    const births = result.line.find(({ event, community }) => event === 'birth' && community === '新华社区');
    expect(births).toMatchObject({ total: 9, inLine: 7, points: { ledger: { claims: 8 } } });
  });

  it('counts as too many what is found twice, and not the two ends of families in two communities', () => {
    const rates = result.errorRates.filter(
      ({ rate, event, community }) =>
        rate === 'duplication_rate' && event === 'birth' && community !== '云溪区',
    );
    const surplus = rates.reduce((sum, { numerator }) => sum + numerator, 0);
    const twice = result.findings.filter(({ rule }) => rule === 'birth/duplicated');
    expect(surplus).toBe(twice.reduce((sum, { params }) => sum + Number(params.times) - 1, 0));
    expect(surplus).toBeGreaterThan(0);
  });
});
