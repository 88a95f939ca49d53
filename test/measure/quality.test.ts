import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHandedIn } from '../../src/measure/handed-in.js';
import { measureQuality } from '../../src/measure/quality.js';
import type { AuditResult } from '../../src/model/result.js';
import type { Store } from '../../src/store/store.js';
import { asked } from '../asked.js';
import { auditOnce } from '../audit-once.js';
import { emptyTables, type Tables, withRows } from '../rules/tables.js';

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

describe('a share of records', () => {
  let store: Store;
  beforeAll(async () => {
    store = await emptyTables();
  });
  afterAll(() => store.close());

  /** Numerator and denominator of a measure, where 30 days and 5 signatures are asked. */
  async function shareOf(measure: string, tables: Tables) {
    const period = { from: '2023-01-01', to: '2023-12-31' };
    const limits = { period, days: () => 30, signatures: () => 5 };
    const rows = await withRows(store, tables, async () =>
      measureQuality(store, await readHandedIn(store), limits),
    );
    return rows
      .filter((row) => row.measure === measure)
      .map(({ numerator, denominator }) => `${numerator} of ${denominator}`);
  }

  it.each([
    ['30 days after', { date: '2023-05-01', registered: '2023-05-31' }, ['1 of 1']],
    ['31 days after', { date: '2023-05-01', registered: '2023-06-01' }, ['0 of 1']],
    [
      '60 days after the first of a month',
      { date: '2023-05-01', registered: '2023-06-30', partial: true },
      ['1 of 1'],
    ],
    [
      '61 days after the first of a month',
      { date: '2023-05-01', registered: '2023-07-01', partial: true },
      ['0 of 1'],
    ],
    ['on no day', { date: '2023-05-01' }, []],
    ['by a witness', { date: '2023-05-01', registered: '2023-05-31', witness: true }, []],
  ])('of events in time: registered %s', async (_, claim, shares) => {
    const event = { event: 1, kind: 'birth', community: '甲', in_period: true };
    const all = [{ event: 1, kind: 'birth', is_primary: true, witness: false, ...claim }];
    expect(await shareOf('timely_rate', { events: [event], event_claims: all })).toEqual(shares);
  });

  it.each([
    [5, '2023-03-04', ['1 of 1']],
    [4, '2023-03-04', ['0 of 1']],
    [5, '2022-12-31', []],
    [5, '2023-01-01', ['1 of 1']],
    [null, '2023-03-04', []],
  ])('of visits with signatures: %s on %s', async (signatures, visit_date, shares) => {
    const tables = {
      sources: [{ source: 1, path: 'v.csv', register: 'visits', point: 'ledger' }],
      visits: [{ record: 1, source: 1, community: '甲', signatures, visit_date }],
    };
    expect(await shareOf('signature_rate', tables)).toEqual(shares);
  });
});
