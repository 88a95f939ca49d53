import { describe, expect, test } from 'vitest';
import { placeLacking } from '../../src/findings/lacking.js';
import type { InputReport } from '../../src/model/input.js';
import { finding, place } from '../report/fixture.js';

function input(path: string, fields: Partial<InputReport> = {}): InputReport {
  return {
    path,
    sha256: '',
    sheet: '出生登记',
    register: 'births',
    point: 'ledger',
    community: '朝阳社区',
    rows: { total: 10, read: 7, skipped: 3, refused: 0 },
    skippedRows: [
      { row: 2, reason: 'title' },
      { row: 3, reason: 'header' },
      { row: 11, reason: 'total' },
    ],
    notes: [],
    ...fields,
  };
}

const BIRTHS = { point: 'ledger', register: 'births', community: '朝阳社区' };

describe('where a missing record would go', () => {
  const lacking = (inputs: InputReport[], missing = BIRTHS, fields = {}) =>
    placeLacking([finding('1', 'birth/omitted', { missingFrom: [missing], ...fields })], inputs)[0]
      ?.missingFrom?.[0];

  test.each([
    [
      'below the last record, above the total',
      [input('a.xlsx')],
      { path: 'a.xlsx', sheet: '出生登记', row: 11 },
    ],
    [
      'at the end of a file without a total',
      [
        input('a.xlsx', {
          rows: { total: 9, read: 7, skipped: 2, refused: 0 },
          skippedRows: [
            { row: 2, reason: 'title' },
            { row: 3, reason: 'header' },
          ],
        }),
      ],
      { path: 'a.xlsx', sheet: '出生登记', row: 11 },
    ],
    [
      'in the file of the whole district',
      [input('d.csv', { community: undefined as never, sheet: undefined as never })],
      { path: 'd.csv', row: 11 },
    ],
    [
      'in one of two sheets of a file: only the file is known',
      [input('a.xlsx'), input('a.xlsx', { sheet: '补' })],
      { path: 'a.xlsx' },
    ],
    ['in one of two files: nothing is known', [input('a.xlsx'), input('b.xlsx')], {}],
    ['where the claimant keeps no such register', [input('a.xlsx', { point: 'card' })], {}],
    [
      'where not every skipped row is listed',
      [input('a.xlsx', { rows: { total: 10, read: 6, skipped: 4, refused: 0 } })],
      { path: 'a.xlsx', sheet: '出生登记' },
    ],
  ])('%s', (_, inputs, expected) => {
    expect(lacking(inputs)).toEqual({ ...BIRTHS, ...expected });
  });

  test('a child goes below the household that is cited', () => {
    const cards = input('户卡.xlsx', { point: 'card', register: 'households', sheet: '家庭户卡' });
    const missing = { point: 'card', register: 'households', community: '朝阳社区' };
    const records = [place('户卡.xlsx', '家庭户卡', 5, 'card'), place('台账.xlsx', '家庭户卡', 9, 'ledger')];
    expect(lacking([cards], missing, { records })).toMatchObject({ row: 6 });
    expect(lacking([cards], missing)).toMatchObject({ row: 11 });
  });

  test('what a woman’s row lacks goes into that row, and a woman who is missing below the last', () => {
    const women = input('户卡.xlsx', { point: 'card', register: 'women', sheet: '育妇卡' });
    const missing = { point: 'card', register: 'women', community: '朝阳社区' };
    const records = [place('户卡.xlsx', '育妇卡', 5, 'card')];
    expect(lacking([women], missing, { event: 'contraception', records })).toMatchObject({ row: 5 });
    expect(lacking([women], missing, { event: 'contraception' })).not.toHaveProperty('row');
    expect(lacking([women], missing, { event: 'enrolment' })).toMatchObject({ row: 11 });
  });
});
