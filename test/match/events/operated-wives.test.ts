import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SqlValue } from '../../../src/store/store.js';
import { emptyPlan, type Tables } from '../made.js';

let plan: Awaited<ReturnType<typeof emptyPlan>>;

beforeAll(async () => {
  plan = await emptyPlan();
});

afterAll(() => plan.close());

type Row = Record<string, SqlValue>;

const MAN = '230190198001010011';
const WOMAN = '230190198201010028';

describe('an operation under a man is of', () => {
  const person = (record: number, role: string, register: string, more: Row = {}): Row => ({
    ...{ record, role, register, id: WOMAN, valid_id: true, pinyin: 'a', person: 2 },
    ...more,
  });
  const man = (record: number, role: string, register: string, more: Row = {}): Row =>
    person(record, role, register, { id: MAN, pinyin: 'h', person: 1, ...more });
  /** Row 1 says that man 1 was operated; the others name couples. */
  const under = (named: readonly Row[], more: Tables = {}, method = 'iud'): Tables => ({
    contraception: [{ record: 1, method, service_date: '2023-05-01' }],
    named: [man(1, 'woman', 'contraception'), ...named],
    ...more,
  });
  const wives = [man(2, 'husband', 'marriages'), person(2, 'wife', 'marriages')];
  const mothers = [man(3, 'father', 'births'), person(3, 'mother', 'births', { person: 3 })];
  const enrolled = [man(4, 'husband', 'women'), person(4, 'self', 'women', { person: 4 })];

  it.each<[string, Tables, unknown[]]>([
    ['his wife', under(wives), [2]],
    ['the mother of his child', under(mothers), [3]],
    ['the woman whose husband he is', under(enrolled), [4]],
    [
      'nobody whose husband another is',
      under([man(2, 'husband', 'marriages', { person: 9 }), wives[1] ?? {}]),
      [],
    ],
    ['no man', under([wives[0] ?? {}, person(2, 'wife', 'marriages', { id: MAN })]), []],
    [
      'no wife without a valid ID',
      under([wives[0] ?? {}, person(2, 'wife', 'marriages', { valid_id: false })]),
      [],
    ],
    [
      'the spouse whom the row names',
      under([...wives, person(1, 'spouse', 'contraception', { person: 5 })]),
      [5],
    ],
    [
      'the wife of the name that the row gives his spouse',
      under([
        ...wives,
        ...wives,
        ...mothers.map((row) => ({ ...row, pinyin: 'b' })),
        man(1, 'spouse', 'contraception', { id: null, valid_id: false, pinyin: 'b', person: -1 }),
      ]),
      [3],
    ],
    [
      'the wife whom most rows name',
      under([...wives, ...mothers, ...mothers.map((row) => ({ ...row, record: 5 }))]),
      [3],
    ],
    ['the first of two', under([...mothers, ...wives]), [2]],
    [
      'her whose register shows it',
      under([...wives, ...wives.map((row) => ({ ...row, record: 5 })), ...enrolled], {
        women: [{ record: 4, method: 'iud', method_date: '2023-05-01' }],
      }),
      [4],
    ],
    ['nobody else, if it is a man’s', under(wives, {}, 'male_sterilisation'), []],
    [
      'nobody else, if it is under a woman',
      under([...wives, ...mothers], { named: [person(1, 'woman', 'contraception'), ...wives] }),
      [],
    ],
  ])('%s', async (_, tables, persons) => {
    expect((await plan.made('operated_wives', tables)).map(({ person }) => person)).toEqual(persons);
  });
});
