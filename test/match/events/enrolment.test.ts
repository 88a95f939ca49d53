import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SqlValue } from '../../../src/store/store.js';
import { emptyPlan, type Tables } from '../made.js';

type Row = Record<string, SqlValue>;

let plan: Awaited<ReturnType<typeof emptyPlan>>;

beforeAll(async () => {
  plan = await emptyPlan();
});

afterAll(() => plan.close());

/** Whether a row of a register claims that somebody ought to be enrolled, where only this is known. */
async function claims(
  register: string,
  row: Row,
  { born = '1990-05-01', id = null, ...more }: Known,
): Promise<boolean> {
  const claimants = await plan.made('claimants', {
    sources: [{ source: 1, point: 'ledger', witness: false, register }],
  });
  const of = claimants.filter(({ kind }) => kind === 'enrolment');
  const made = await plan.made('claims', {
    claimants: of.map((one) => ({ ...one, columns: more.columns ?? ' end_date ' })),
    [register]: [{ record: 10, source: 1, community: '甲', sex: '女', marital_status: '初婚', ...row }],
    named: [{ record: 10, role: 'self', register, person: 7, birth_date: born, id, valid_id: id !== null }],
    ...more.tables,
  });
  return made.length > 0;
}

interface Known {
  born?: string | null;
  id?: string | null;
  columns?: string;
  tables?: Tables;
}

const [HERS, HIS] = ['230190199005010028', '230190199005010010'];

describe.each([
  ['migrants', { direction: '流入', start_date: '2023-03-01' }],
  ['households', { residence: '常住' }],
])('a row of %s', (register, row) => {
  it.each<[string, Row, Known, boolean]>([
    ['of a married woman', {}, { id: HERS }, true],
    ['of a married woman without ID', {}, {}, true],
    ['of a woman whose ID is a man’s', {}, { id: HIS }, false],
    ['of a man', { sex: '男' }, {}, false],
    ['of a single woman', { marital_status: '未婚' }, {}, false],
    ['of a girl of 14', {}, { born: '2009-01-01' }, false],
    ['of a woman of 15', {}, { born: '2008-12-31' }, true],
    ['of a woman of 49', {}, { born: '1974-01-01' }, true],
    ['of a woman of 50', {}, { born: '1973-12-31' }, false],
    ['of a woman of whose age nothing is known', {}, { born: null }, false],
  ])('%s claims an enrolment, or not', async (_, more, known, expected) => {
    expect(await claims(register, { ...row, ...more }, known)).toBe(expected);
  });
});

it.each<[string, Row, string, boolean]>([
  ['that goes on', {}, ' end_date ', true],
  ['that ends after the as-of date', { end_date: '2024-01-01' }, ' end_date ', true],
  ['that ended', { end_date: '2023-12-31' }, ' end_date ', false],
  ['that began on the last day', { start_date: '2023-12-31' }, ' end_date ', true],
  ['that begins after it', { start_date: '2024-01-01' }, ' end_date ', false],
  ['elsewhere', { direction: '流出' }, ' end_date ', false],
  ['of which the register does not say when it ends', {}, ' start_date ', false],
])('a stay %s claims an enrolment, or not', async (_, row, columns, expected) => {
  const stay = { direction: '流入', start_date: '2023-03-01', ...row };
  expect(await claims('migrants', stay, { columns })).toBe(expected);
});

it.each<[string, Row, string | null, boolean]>([
  ['of a resident', { residence: '常住' }, null, true],
  ['of somebody who moved in', { residence: '流入' }, null, true],
  ['of somebody away', { residence: '流出' }, null, false],
  ['that does not say how she lives there', {}, null, true],
  ['without a column for that, whose stay is on record', {}, '流入', true],
  ['without a column for that, whose stay elsewhere is on record', {}, '流出', false],
  ['of somebody dead', { death_date: '2023-05-01' }, null, false],
])('a card %s claims an enrolment, or not', async (_, row, residence, expected) => {
  const tables: Tables = residence === null ? {} : { residences: [{ record: 10, residence }] };
  expect(await claims('households', row, { tables })).toBe(expected);
});
