import { describe, expect, test } from 'vitest';
import type { DrawnArea } from '../../../src/model/draw.js';
import {
  ANSWERS,
  BLOCK,
  choicesOf,
  GIVEN,
  HEADING_ROW,
  SHEET_COLUMNS,
  SIGNATURES,
  sheetName,
} from '../../../src/spot/sheet/layout.js';

const LANGS = ['zh', 'en'] as const;

describe('the layout of the sheets', () => {
  test.each(LANGS)('drop-downs hold no more than a workbook allows (%s)', (lang) => {
    for (const { type } of ANSWERS) expect(choicesOf(type, lang).join(',').length).toBeLessThanOrEqual(255);
  });

  test.each(LANGS)('headings and labels tell columns and values apart (%s)', (lang) => {
    const words = [
      ...SHEET_COLUMNS.map(({ heading }) => heading[lang]),
      ...BLOCK.map(({ words }) => words[lang]),
    ];
    expect(new Set(words).size).toBe(words.length);
  });

  test('nothing that is given away is an answer: no sex, date, method or relation to the head', () => {
    expect(GIVEN.map(({ name }) => name)).toEqual(['no', 'order', 'household_no', 'door', 'name']);
    expect(choicesOf('method', 'zh')).not.toContain('人流');
  });

  test('the first block stands above the headings, and no two of its cells overlap', () => {
    const cells = BLOCK.flatMap(({ row, label, value }) =>
      [label, value].flatMap(([from, to]) =>
        Array.from({ length: to - from + 1 }, (_, at) => `${row}:${from + at}`),
      ),
    );
    expect(new Set(cells).size).toBe(cells.length);
    for (const { row, value } of BLOCK) {
      expect(row).toBeLessThan(HEADING_ROW);
      expect(value[1]).toBeLessThanOrEqual(SHEET_COLUMNS.length);
    }
  });

  test('five people sign', () => expect(SIGNATURES).toHaveLength(5));
});

describe('file names', () => {
  test.each([
    ['朝阳社区', 'drawn', '0a1b2c3d-03-朝阳社区'],
    ['朝阳社区/1号楼', 'drawn', '0a1b2c3d-03-朝阳社区_1号楼'],
    ['a:b*c?..', 'drawn', '0a1b2c3d-03-a_b_c_'],
    ['../../etc', 'reserve', '0a1b2c3d-03-.._.._etc-备用'],
  ] as const)('%s', (area, role, name) => {
    expect(sheetName('0a1b2c3d', { area, role, order: 3 } as DrawnArea, 'zh')).toBe(name);
    expect(sheetName('0a1b2c3d', { area, role, order: 3 } as DrawnArea, 'en')).toBe(
      name.replace('备用', 'reserve'),
    );
  });
});
