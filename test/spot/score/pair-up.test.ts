import { describe, expect, test } from 'vitest';
import { pairUp } from '../../../src/spot/score/pair-up.js';
import { drawnArea, drawOf, filled, listOf } from '../filled.js';

const area = drawnArea('甲', 3, 1);
const draw = drawOf([area, drawnArea('乙', 2)]);
const lists = draw.areas.map((one) => listOf(one));
const sheet = filled('甲', [
  { no: 1, outcome: '符合' },
  { no: 2 },
  { no: 9, outcome: '符合' },
  { household_no: 'h1', name: '李四' },
]);

describe('rows and people', () => {
  const paired = pairUp(draw, lists, [sheet]);
  if ('fault' in paired) throw new Error(paired.fault);

  test('are paired by number, and people on no list by their household', () => {
    const visits = paired.areas[0]?.visits.map(({ listed, unit }) => [listed?.no ?? null, unit]);
    expect(visits).toEqual([
      [1, 'H1'],
      [2, 'H1'],
      [null, 'h1'],
      // Rows that somebody deleted are answers that are missing, not people who are not there.
      [3, 'H2'],
      [4, 'H2'],
    ]);
  });

  test('leave nothing unsaid', () => {
    expect(paired.notes).toEqual([
      { code: 'not-returned', count: 1, detail: '乙' },
      { code: 'no-outcome', count: 1 },
      { code: 'row-gone', count: 2, detail: '甲.xlsx › 入户核查表 › 3 4' },
      { code: 'unknown-row', count: 1 },
      { code: 'added', count: 1 },
    ]);
  });

  test('name the cell of a word that is in no list', () => {
    const odd = filled('甲', [
      { no: 1, outcome: '好' },
      { no: 2, outcome: '符合' },
    ]);
    const { notes } = pairUp(draw, lists, [odd]) as { notes: { code: string; detail?: string }[] };
    expect(notes.find(({ code }) => code === 'unknown-word')?.detail).toMatch(
      /^甲\.xlsx › 入户核查表 › [A-Z]\d+ “好”$/,
    );
  });

  test('of reserves that nobody visited are no gap', () => {
    const answered = filled(
      '甲',
      Array.from({ length: 6 }, (_, at) => (at < 4 ? { no: at + 1, outcome: '符合' } : { no: at + 1 })),
    );
    const { notes } = pairUp(draw, lists, [answered]) as { notes: { code: string }[] };
    expect(notes.map(({ code }) => code)).toEqual(['not-returned']);
  });
});

describe('sheets that do not belong', () => {
  const rows = [{ no: 1, outcome: '符合' }];
  test.each([
    ['other-draw', [filled('甲', rows, 'a.xlsx', { code: '99999999' })], '99999999'],
    ['unknown-area', [filled('丙', rows, 'a.xlsx')], '丙'],
    ['other-list', [filled('甲', rows, 'a.xlsx', { list: '00000000' })], '00000000'],
    ['two-sheets', [sheet, filled('甲', rows, 'a.xlsx')], '甲.xlsx'],
  ])('%s', (fault, sheets, found) => {
    expect(pairUp(draw, lists, sheets)).toMatchObject({ fault, path: 'a.xlsx', found });
  });

  test('the same sheet twice counts once, and is said', () => {
    const paired = pairUp(draw, lists, [sheet, { ...sheet, path: 'copy.xlsx' }]);
    expect(paired).toMatchObject({
      notes: [{ code: 'same-sheet', detail: '甲.xlsx = copy.xlsx' }, {}, {}, {}, {}, {}],
    });
    expect('areas' in paired && paired.areas[0]?.visits.length).toBe(5);
  });
});
