import { beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.js';
import type { AuditResult } from '../../src/report/result.js';

/** The sample, of which 红旗社区 did not hand in one register of the ledger and left one item of a card blank. */
describe('the quality of the sample', () => {
  let result: AuditResult;
  beforeAll(async () => {
    result = await audit({
      paths: ['samples/yunxi'],
      period: '2023',
      asOf: '2023-12-31',
      communities: [],
      points: [],
      keepGoing: false,
      lang: 'zh',
      reveal: true,
      timestamps: false,
    });
  });

  const share = (community: string, measure: string, point: string) =>
    result.quality?.find(
      (row) => row.community === community && row.measure === measure && row.point === point,
    );
  const sum = (numbers: (number | undefined)[]) => numbers.reduce<number>((all, n) => all + (n ?? 0), 0);

  it('says what was handed in, month by month', () => {
    expect(share('红旗社区', 'handed_in_rate', 'ledger')).toMatchObject({ numerator: 96, denominator: 108 });
    expect(share('朝阳社区', 'handed_in_rate', 'ledger')).toMatchObject({ numerator: 108, denominator: 108 });
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
    expect(lacking('handed_in_rate')).toBe(12 * findings('coverage/register-absent').length);
  });

  it('says what the areas are made of and how many people are on their cards', () => {
    const district = result.areas?.find(({ level }) => level === 'district');
    const parts = result.areas?.filter(({ level }) => level === 'community') ?? [];
    expect(district).toMatchObject({ area: '云溪区', parts: parts.map(({ area }) => area) });
    expect(district?.persons).toBe(sum(parts.map(({ persons }) => persons)));
  });
});
