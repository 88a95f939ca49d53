import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RULES } from '../../src/rules/index.js';
import type { SqlValue, Store } from '../../src/store/store.js';
import { emptyTables, put, putRow, withRows } from './tables.js';

let store: Store;

beforeAll(async () => {
  store = await emptyTables();
});

afterAll(() => store.close());

/** How many findings a rule has, with the options that it has by itself. */
async function findings(name: string): Promise<number> {
  const rule = RULES.find((one) => one.name === name);
  if (!rule) throw new Error(name);
  const rows = await store.all(rule.select({ options: rule.defaults, supplied: new Map() }));
  return new Set(rows.map(({ finding }) => finding)).size;
}

type Values = Record<string, SqlValue>;

/** What shows a pattern just so: every value on the side of a finding, as near to its threshold as may be. */
const BARELY: Record<string, Values> = {
  'pattern/sex-ratio': { n: 50, p: 0.0099 },
  'pattern/last-digit': { n: 50, p: 0.0099 },
  'pattern/age-heaping': { n: 500, p: 0.0099, statistic: 125.01 },
  'pattern/registration-bulge': { n: 20, p: 0.0099, statistic: 40.01 },
  'pattern/outlier': { n: 50, p: 0.000099, statistic: 3.51, detail: 'outlier-high' },
  'pattern/age-sex-accuracy': { n: 20_000, p: 0, statistic: 40.01 },
  'pattern/first-two-digits': { n: 1000, p: 0.000099, low: 22.01 },
};

/** Each of those values once on the other side. */
const NOT_QUITE: readonly [rule: string, value: Values][] = [
  ['pattern/sex-ratio', { n: 49 }],
  ['pattern/sex-ratio', { p: 0.01 }],
  ['pattern/last-digit', { n: 49 }],
  ['pattern/last-digit', { p: 0.01 }],
  ['pattern/age-heaping', { n: 499 }],
  ['pattern/age-heaping', { p: 0.01 }],
  ['pattern/age-heaping', { statistic: 125 }],
  ['pattern/registration-bulge', { n: 19 }],
  ['pattern/registration-bulge', { p: 0.01 }],
  ['pattern/registration-bulge', { statistic: 40 }],
  ['pattern/outlier', { n: 49 }],
  ['pattern/outlier', { p: 0.0001 }],
  ['pattern/outlier', { statistic: 3.5 }],
  ['pattern/outlier', { statistic: -3.5 }],
  ['pattern/outlier', { detail: 'outlier-year', statistic: 50 }],
  ['pattern/age-sex-accuracy', { n: 19_999 }],
  ['pattern/age-sex-accuracy', { statistic: 40 }],
  ['pattern/first-two-digits', { n: 999 }],
  ['pattern/first-two-digits', { p: 0.0001 }],
  ['pattern/first-two-digits', { low: 22 }],
];

describe('patterns', () => {
  beforeEach(() => store.run('DELETE FROM patterns'));
  const pattern = (rule: string, values: Values) =>
    put(store, 'patterns', [{ rule, subject: 'a', community: '', ...BARELY[rule], ...values }]);

  it.each(Object.keys(BARELY))('%s is found from its thresholds on', async (rule) => {
    await pattern(rule, {});
    expect(await findings(rule)).toBe(1);
  });

  it.each(NOT_QUITE)('%s is silent at %o', async (rule, value) => {
    await pattern(rule, value);
    expect(await findings(rule)).toBe(0);
  });

  it.each([
    { detail: 'outlier-low', statistic: -3.51 },
    { detail: 'outlier-year', statistic: 50.01 },
    { detail: 'outlier-year', statistic: -50.01 },
  ])('an outlier is found at %o', async (value) => {
    await pattern('pattern/outlier', value);
    expect(await findings('pattern/outlier')).toBe(1);
  });
});

describe('estimates', () => {
  beforeEach(() => store.run('DELETE FROM estimates'));

  it.each([
    [7, 1, 1],
    [6, 1, 0],
    [7, 0, 0],
  ])('with %i events on both lists and %i missed make %i finding', async (matched, missed, count) => {
    const lists = { event_kind: 'birth', basis: 'witness', list_points: 'ledger,hospital' };
    await put(store, 'estimates', [
      { ...lists, matched, seen: 20, estimated: 21, missed, low: 20, high: 22 },
    ]);
    expect(await findings('coverage/estimated-omission')).toBe(count);
  });
});

describe('signatures', () => {
  beforeAll(() =>
    put(store, 'sources', [
      { source: 1, path: 'v.csv', register: 'visits', point: 'ledger', witness: false, set_aside: false },
    ]),
  );
  beforeEach(async () => {
    await store.run('DELETE FROM visits');
    await store.run('DELETE FROM records');
  });

  /** Visits of which so many have fewer signatures. */
  async function signed(visits: number, few: number, signatures = 4): Promise<number> {
    for (let row = 1; row <= visits; row++) {
      const values = { visit_date: '2023-03-04', signatures: row <= few ? signatures : 5 };
      await putRow(store, 'visits', 1, row, values);
    }
    return findings('coverage/signatures-missing');
  }

  it.each([
    ['four signatures where five are due', 2, 1, 4, 1],
    ['five signatures', 2, 2, 5, 0],
    ['all of nineteen visits, which show no custom', 19, 19, 4, 1],
    ['half of twenty visits', 20, 10, 4, 1],
    ['more than half of twenty visits: the custom there', 20, 11, 4, 0],
  ])('%s', async (_, visits, few, signatures, count) => {
    expect(await signed(visits, few, signatures)).toBe(count);
  });
});

describe('an elder child on the card of a mother whose birth is said to be her first', () => {
  const BORN = '2023-06-01';

  /** The mother's register counts two children; both stand on her card. */
  async function elder(birth_date: string, mother: string, relation = '子'): Promise<number> {
    const claim = { kind: 'birth', is_primary: true, witness: false, subject: 1, record: 1, number: 1 };
    const card = { source: 1, community: '朝阳社区', household_no: '1' };
    const tables = {
      events: [{ event: 1, kind: 'birth', subject: 1, date: BORN, in_period: true, community: '朝阳社区' }],
      event_claims: [
        { ...claim, claim: 1, event: 1 },
        { ...claim, claim: 2, event: 2, kind: 'enrolment', record: 2, number: 2 },
      ],
      mentions: [{ record: 3, role: 'self', register: 'households', person: 1, birth_date: mother }],
      households: [
        { ...card, record: 3, relation: '配偶' },
        { ...card, record: 4, relation, birth_date },
      ],
    };
    return withRows(store, tables, () => findings('logic/parity-order'));
  }

  it.each([
    ['270 days before', '2022-09-04', '1990-01-01', 0],
    ['271 days before', '2022-09-03', '1990-01-01', 1],
    ['at 14', '2005-01-01', '1990-01-02', 0],
    ['at 15', '2005-01-01', '1990-01-01', 1],
    ['at 50', '2021-01-01', '1970-01-02', 1],
    ['at 51', '2021-01-01', '1970-01-01', 0],
  ])('born %s', async (_, birth_date, mother, count) => {
    expect(await elder(birth_date, mother)).toBe(count);
  });

  it('who is no child of the house', async () => {
    expect(await elder('2015-01-01', '1990-01-01', '侄子')).toBe(0);
  });
});
