import { describe, expect, test } from 'vitest';
import { isAnswered, readFilled } from '../../../src/spot/score/answers.js';
import { SHEET_COLUMNS } from '../../../src/spot/sheet/layout.js';
import { CODE, filled, sheetCells } from '../filled.js';

describe('a sheet that came back', () => {
  test('says of which draw, area and list it is', () => {
    expect(filled('甲', [{ no: 1, outcome: '符合' }]).block).toMatchObject({
      code: CODE,
      area: '甲',
      list: 'feedbeef',
    });
  });

  test.each([
    ['符合', 'match'],
    ['不 符', 'differs'],
    ['查无此人', 'not-found'],
    ['not met', 'not-met'],
    ['拒访', 'refused'],
  ])('%s is read as %s', (word, outcome) => {
    expect(filled('甲', [{ no: 1, outcome: word }]).answers[0]?.outcome).toBe(outcome);
  });

  test('keeps what was found as it stands, and says which words it does not know', () => {
    const { answers, unknown } = filled('甲', [
      { no: 1, outcome: '在家', found_birth_date: '2020-1-2', visit_done: '√', certificate_seen: '可能' },
    ]);
    expect(answers[0]).toMatchObject({
      row: 5,
      no: 1,
      outcome: null,
      found: { found_birth_date: '2020-1-2', visit_done: 'yes' },
    });
    expect(unknown).toEqual([
      { row: 5, column: 'outcome', raw: '在家' },
      { row: 5, column: 'certificate_seen', raw: '可能' },
    ]);
  });

  test('takes strokes for blanks', () => {
    expect(filled('甲', [{ no: 1, outcome: '—', found_name: '/' }]).answers[0]).toMatchObject({
      outcome: null,
      found: {},
    });
  });

  test('tells people on no list, the line above them, signatures and empty rows apart', () => {
    const { answers } = filled('甲', [
      { no: 1, outcome: '符合' },
      { no: '名单以外的人' },
      { household_no: 'H1', name: '李四', found_sex: '男' },
      { household_no: 'H2' },
      {},
      { no: '核查人一：________' },
    ]);
    expect(answers.map(({ row, no, household, name }) => [row, no, household, name])).toEqual([
      [5, 1, null, null],
      [7, null, 'H1', '李四'],
    ]);
  });

  test('is found below lines that somebody put above, with columns in any order', () => {
    const cells = sheetCells('甲', [{ no: 7, outcome: '符合', remark: '搬走' }]);
    const turned = [['请尽快交回'], ...cells.slice(0, 3), ...cells.slice(3).map((row) => [...row].reverse())];
    const sheet = readFilled({ path: 'x.xlsx', sheet: '表', rows: turned });
    expect(sheet?.answers[0]).toMatchObject({ row: 6, no: 7, outcome: 'match', found: { remark: '搬走' } });
  });

  test('is none where block or headings are missing', () => {
    expect(
      readFilled({ path: 'x', sheet: 's', rows: [SHEET_COLUMNS.map(({ heading }) => heading.en)] }),
    ).toBeUndefined();
    expect(readFilled({ path: 'x', sheet: 's', rows: sheetCells('甲', []).slice(0, 3) })).toBeUndefined();
    expect(readFilled({ path: 'x', sheet: 's', rows: [] })).toBeUndefined();
  });

  test('is unanswered as long as only the list stands in it', () => {
    expect(isAnswered(filled('甲', [{ no: 1, name: '王芳', household_no: 'H1' }]))).toBe(false);
    expect(isAnswered(filled('甲', [{ no: 1, found_sex: '女' }]))).toBe(true);
  });
});
