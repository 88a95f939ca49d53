import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SqlValue } from '../../../src/store/store.js';
import { emptyPlan, type Tables } from '../made.js';

let plan: Awaited<ReturnType<typeof emptyPlan>>;

beforeAll(async () => {
  plan = await emptyPlan();
});

afterAll(() => plan.close());

type Row = Record<string, SqlValue>;
const DAY = '2023-05-13';

/** Rows of births, of mother 1 unless said otherwise: the first two sources are ledger and system. */
function births(rows: readonly Row[]): Tables {
  return {
    sources: [
      { source: 1, point: 'ledger', register: 'births' },
      { source: 2, point: 'system', register: 'births' },
    ],
    births: rows.map(({ source = 1, child_sex = '男', certificate_no = null, birth_date = DAY }, n) => ({
      ...{ record: n + 1, fp: n + 1, source, child_sex, certificate_no, birth_date },
    })),
    named: rows.flatMap(({ mother = 1, child = null }, n) => [
      { record: n + 1, role: 'mother', register: 'births', name_key: null, person: mother },
      ...(child === null
        ? []
        : [{ record: n + 1, role: 'child', register: 'births', name_key: child, person: -1 }]),
    ]),
  };
}

/** So many children of mother 1 on each of some cards of a point. */
function cards(...numbers: readonly number[]): Tables {
  const children = numbers.flatMap((n, card) =>
    Array.from({ length: n }, (_, m) => ({ record: 100 + card * 10 + m, card })),
  );
  return {
    household_mothers: children.map(({ record }) => ({ record, person: 1 })),
    households: children.map(({ record }) => ({ record, birth_date: DAY })),
    household_of: children.map(({ record, card }) => ({
      record,
      household: card,
      point: 'card',
      card: true,
    })),
    named: children.map(({ record }) => ({ record, role: 'self', register: 'households', person: record })),
  };
}

const together = (one: Tables, other: Tables): Tables => ({
  ...one,
  ...other,
  named: [...(one.named ?? []), ...(other.named ?? [])],
});

describe('rows that do not tell children apart', () => {
  const [BOY, GIRL] = [{}, { child_sex: '女' }];
  it.each<[string, Tables, unknown[]]>([
    ['are two where a card shows two', together(births([BOY, BOY]), cards(2)), ['1:1', '2:2']],
    [
      'are two of three where a card shows two',
      together(births([BOY, BOY, BOY]), cards(2)),
      ['1:1', '2:2', '3:2'],
    ],
    ['are not asked where a card shows one', together(births([BOY, BOY]), cards(1)), []],
    ['are not asked where two cards show one each', together(births([BOY, BOY]), cards(1, 1)), []],
    ['are counted by point', together(births([BOY, { source: 2 }]), cards(2)), ['1:1', '2:1']],
    ['are each of its sex', together(births([BOY, GIRL, GIRL]), cards(2)), ['1:1', '2:1', '3:1']],
    ['are two of one sex among three', together(births([BOY, GIRL, GIRL]), cards(3)), ['1:1', '2:1', '3:2']],
    ['are of that day', together(births([BOY, { birth_date: '2023-05-14' }]), cards(2)), ['1:1']],
    ['are of that mother', together(births([BOY, { mother: 2 }]), cards(2)), ['1:1']],
    ['are not those that name the child', together(births([BOY, { child: '甲' }]), cards(2)), ['1:1']],
    ['are not those with a certificate', together(births([BOY, { certificate_no: 'C' }]), cards(2)), ['1:1']],
    [
      'are two where another point names two',
      births([BOY, BOY, { source: 2, child: '甲' }, { source: 2, child: '乙' }]),
      ['1:1', '2:2'],
    ],
    [
      'are not asked where each point names one',
      births([BOY, BOY, { child: '甲' }, { source: 2, child: '乙' }]),
      [],
    ],
    [
      'are two where another point has two certificates',
      births([BOY, BOY, { source: 2, certificate_no: 'A' }, { source: 2, certificate_no: 'B' }]),
      ['1:1', '2:2'],
    ],
  ])('%s', async (_, tables, twins) => {
    const rows = await plan.made('twin_rows', tables);
    expect(rows.map(({ record, twin }) => `${record}:${twin}`).sort()).toEqual(twins);
  });
});
