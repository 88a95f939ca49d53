import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SqlValue } from '../../src/store/store.js';
import { emptyPlan } from './made.js';

type Row = Record<string, SqlValue>;

let plan: Awaited<ReturnType<typeof emptyPlan>>;

beforeAll(async () => {
  plan = await emptyPlan();
});

afterAll(() => plan.close());

/** A row of somebody on a register of women, of whom nothing is said. */
const row = (who: string, more: Row): Row => ({
  point: 'card',
  register: 'women',
  community: '甲',
  who,
  ...more,
});

/** Who of this month is taken for whom of last month. */
async function pairs(
  lost: readonly Row[],
  gained: readonly Row[],
  candidates: readonly Row[] = [],
): Promise<string[]> {
  const found = await plan.made('roster_same', {
    roster_lost: lost,
    roster_gained: gained,
    roster_candidates: candidates,
  });
  return found.map(({ then_who, now_who }) => `${then_who} ${now_who}`).sort();
}

const [ID, SLIP, FAR] = ['230190199005010028', '230190199005010127', '230190199005011227'];
const valid = (id: string): Row => ({ id, id_status: 'valid' });

describe('a row of last month and one of this month are of one person by', () => {
  const NAMED = { pinyin: 'wang fang', birth_date: '1990-05-01' };
  const HOUSED = { household_no: '1', pinyin: 'wang fang' };
  const BORN = { household_no: '1', birth_date: '1990-05-01', sex: '女' };
  const WED = { pinyin: 'wang fang', spouse: 'li qiang' };

  it.each<[string, Row, Row, boolean]>([
    ['ID', valid(ID), valid(ID), true],
    ['no other ID', valid(ID), valid(SLIP), false],
    ['no ID that is damaged', { id: ID, id_status: 'damaged' }, { id: ID, id_status: 'damaged' }, false],
    ['name and birth date', NAMED, NAMED, true],
    ['these beside a slip in the ID', { ...NAMED, ...valid(ID) }, { ...NAMED, ...valid(SLIP) }, true],
    ['not these beside IDs of two people', { ...NAMED, ...valid(ID) }, { ...NAMED, ...valid(FAR) }, false],
    [
      'these beside an ID far off that is none',
      { ...NAMED, ...valid(ID) },
      { ...NAMED, id: FAR, id_status: 'invalid' },
      true,
    ],
    ['no name alone', { pinyin: 'wang fang' }, { pinyin: 'wang fang' }, false],
    ['no birth date alone', { birth_date: '1990-05-01' }, { birth_date: '1990-05-01' }, false],
    ['no other birth date', NAMED, { ...NAMED, birth_date: '1990-05-02' }, false],
    ['household and name', HOUSED, HOUSED, true],
    ['no other household', HOUSED, { ...HOUSED, household_no: '2' }, false],
    ['no household of that number elsewhere', HOUSED, { ...HOUSED, community: '乙' }, false],
    ['no household alone', { household_no: '1' }, { household_no: '1' }, false],
    ['household, birth date and sex', BORN, BORN, true],
    ['no other sex', BORN, { ...BORN, sex: '男' }, false],
    ['not without sex', { ...BORN, sex: null }, { ...BORN, sex: null }, false],
    ['not without birth date', { ...BORN, birth_date: null }, { ...BORN, birth_date: null }, false],
    [
      'birth date and sex in no household',
      { ...BORN, household_no: null },
      { ...BORN, household_no: null },
      false,
    ],
    ['name and spouse', WED, WED, true],
    ['no other spouse', WED, { ...WED, spouse: 'li ming' }, false],
    ['no spouse alone', { spouse: 'li qiang' }, { spouse: 'li qiang' }, false],
    ['no row of another point', NAMED, { ...NAMED, point: 'ledger' }, false],
    ['no row of another register', NAMED, { ...NAMED, register: 'households' }, false],
  ])('%s', async (_, lost, gained, same) => {
    expect(await pairs([row('1', lost)], [row('2', gained)])).toEqual(same ? ['1 2'] : []);
  });

  it.each<[string, Row, Row, boolean]>([
    ['an invalid ID that was corrected', { id: 'X', id_status: 'invalid' }, valid(ID), true],
    ['a valid one that became invalid', valid(ID), { id: 'X', id_status: 'invalid' }, true],
    [
      'two invalid ones of one valid one',
      { id: 'X', id_status: 'invalid' },
      { id: 'Y', id_status: 'invalid' },
      true,
    ],
    ['none that stands for another', { id: 'Z', id_status: 'invalid' }, valid(ID), false],
    ['none of another name', { id: 'X', id_status: 'invalid', pinyin: 'zhao min' }, valid(ID), false],
    [
      'none without a name',
      { id: 'X', id_status: 'invalid', pinyin: null },
      { ...valid(ID), pinyin: null },
      false,
    ],
  ])('%s', async (_, lost, gained, same) => {
    const candidates = [...['X', 'Y'].map((id) => ({ id, candidate: ID })), { id: 'Z', candidate: FAR }];
    const named = { pinyin: 'wang fang' };
    const found = await pairs(
      [row('1', { ...named, ...lost })],
      [row('2', { ...named, ...gained })],
      candidates,
    );
    expect(found).toEqual(same ? ['1 2'] : []);
  });
});

describe('everybody is taken for one at most', () => {
  const wed = (who: string, more: Row = {}) => row(who, { pinyin: 'wang fang', spouse: 'li qiang', ...more });

  it.each<[string, Row[], Row[], string[]]>([
    ['the one of that community', [wed('1')], [wed('2', { community: '乙' }), wed('3')], ['1 3']],
    ['by the one of that community', [wed('1', { community: '乙' }), wed('2')], [wed('3')], ['2 3']],
    ['the first of two', [wed('1')], [wed('3'), wed('2')], ['1 2']],
    ['by the first of two', [wed('2'), wed('1')], [wed('3')], ['1 3']],
    ['who is known by ID, not by name', [wed('1', valid(ID))], [wed('2'), wed('3', valid(ID))], ['1 3']],
    [
      'who is left beside one known by ID',
      [wed('1', valid(ID)), wed('2')],
      [wed('3', valid(ID)), wed('4')],
      ['1 3', '2 4'],
    ],
  ])('%s', async (_, lost, gained, expected) => {
    expect(await pairs(lost, gained)).toEqual(expected);
  });
});
