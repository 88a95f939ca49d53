import { beforeAll, describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/model/result.js';
import { asked } from '../asked.js';
import { auditOnce } from '../audit-once.js';

/** The sample: what its registers lack is what the findings say. */
describe('the quality of the sample', () => {
  let result: AuditResult;
  beforeAll(async () => {
    result = await auditOnce(asked('samples/yunxi', { reveal: true }));
  });

  const sum = (numbers: (number | undefined)[]) => numbers.reduce<number>((all, n) => all + (n ?? 0), 0);

  it('says what was handed in, month by month: a register that is absent lacks twelve', () => {
    const absent = result.findings
      .filter(({ rule }) => rule === 'coverage/register-absent')
      .flatMap(({ missingFrom = [] }) => missingFrom);
    const rows = (result.quality ?? []).filter(({ measure }) => measure === 'handed_in_rate');
    expect(absent.length).toBeGreaterThan(0);
    for (const { community, point, numerator, denominator } of rows) {
      const lacking = absent.filter((one) => one.community === community && one.point === point);
      expect({ community, point, months: denominator - numerator }).toEqual({
        community,
        point,
        months: 12 * lacking.length,
      });
    }
  });

  it('agrees with the findings about the same', () => {
    const findings = (rule: string) => result.findings.filter((finding) => finding.rule === rule);
    const lacking = (measure: string) =>
      sum(
        (result.quality ?? [])
          .filter((row) => row.measure === measure)
          .map(({ numerator, denominator }) => denominator - numerator),
      );
    expect(lacking('timely_rate')).toBe(findings('timing/late-registration').length);
    expect(lacking('card_items_rate')).toBe(
      sum(findings('coverage/incomplete-card').map(({ count }) => count)),
    );
    expect(lacking('signature_rate')).toBe(
      sum(findings('coverage/signatures-missing').map(({ count }) => count)),
    );
  });

  it('says what the areas are made of and how many people are on their cards', () => {
    const district = result.areas?.find(({ level }) => level === 'district');
    const parts = result.areas?.filter(({ level }) => level === 'community') ?? [];
    expect(district).toMatchObject({ area: '云溪区', parts: parts.map(({ area }) => area) });
    expect(district?.persons).toBe(sum(parts.map(({ persons }) => persons)));
  });
});
