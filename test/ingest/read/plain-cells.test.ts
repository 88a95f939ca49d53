import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { repacked } from '../../../src/ingest/read/package.js';
import { cutPlainCells } from '../../../src/ingest/read/plain-cells.js';
import { plainStrings } from '../../../src/ingest/read/shared-strings.js';
import { sheetRows, together } from '../../../src/ingest/read/xlsx-cells.js';
import { storedPart } from '../../../src/ingest/read/zip.js';

const sheetOf = (rows: string, after = '') =>
  `<worksheet><cols><col min="1" max="1"/></cols><sheetData>${rows}</sheetData>${after}</worksheet>`;

const STRINGS =
  '<sst><si><t>王芳</t></si><si><r><t>李</t></r><r><t>娜</t></r></si><si><t>a&amp;b</t></si></sst>';
const STYLES =
  '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="2"/></cellXfs></styleSheet>';

/** What the parser alone makes of a sheet. */
async function parsed(xml: string) {
  const part = (text: string) => storedPart('', Buffer.from(text));
  const book = { dates: '', strings: part(STRINGS), styles: part(STYLES) };
  const workbook = await readXlsx(repacked(book, [{ attributes: ' name="表"', part: part(xml) }]));
  return sheetRows(workbook.sheets[0] ?? { name: '', rows: [] });
}

async function read(xml: string) {
  const { rows, rest } = cutPlainCells(xml, plainStrings(STRINGS));
  return together(rows, rest === '' ? [] : await parsed(rest));
}

/** A cell after its place, and whether it is taken without the parser. */
const CELLS: Record<string, [string, boolean]> = {
  text: [' t="str"><v>朝阳社区</v></c>', true],
  'styled text': [' s="1" t="str"><v>朝阳社区</v></c>', true],
  'text, its style behind': [' t="str" s="1"><v>朝阳社区</v></c>', true],
  'text in the cell': [' t="inlineStr"><is><t>朝阳社区</t></is></c>', true],
  'a shared string': [' t="s"><v>0</v></c>', true],
  'a number': ['><v>3</v></c>', true],
  'a number that says so': [' t="n"><v>2.50</v></c>', true],
  nothing: [' s="1"/>', true],
  'an empty text': [' t="str"/>', true],
  'an empty value': [' s="2"><v></v></c>', true],
  'a formatted string': [' t="s"><v>1</v></c>', false],
  'a string with an entity': [' t="s"><v>2</v></c>', false],
  'a string that is not there': [' t="s"><v>9</v></c>', false],
  'a text with an entity': [' t="str"><v>a&lt;b</v></c>', false],
  'a text with an escape': [' t="str"><v>a_x000D_b</v></c>', false],
  'a text that keeps its blanks': [' t="str"><v xml:space="preserve"> a</v></c>', false],
  'formatted text in the cell': [' t="inlineStr"><is><r><t>朝</t></r><r><t>阳</t></r></is></c>', false],
  'a day': [' s="1"><v>45000</v></c>', false],
  'a styled number': [' s="2"><v>45000</v></c>', false],
  'no number': ['><v>无</v></c>', false],
  'a formula': [' t="str"><f>A1</f><v>王芳</v></c>', false],
  'a formula without a result': ['><f>A1</f></c>', false],
  'a formula that is shared': ['><f t="shared" si="0"/><v>3</v></c>', false],
  'a boolean': [' t="b"><v>1</v></c>', false],
  'an empty boolean': [' t="b"/>', false],
  'an error': [' t="e"><v>#N/A</v></c>', false],
  'an attribute of its own': [' cm="1"><v>3</v></c>', false],
};

test.each(Object.entries(CELLS))('%s', async (_, [cell, isTaken]) => {
  const xml = sheetOf(`<row r="2"><c r="B2"${cell}<c r="C2" t="str"><v>后</v></c></row>`);
  expect(cutPlainCells(xml, plainStrings(STRINGS)).rest === '').toBe(isTaken);
  expect(await read(xml)).toEqual(await parsed(xml));
});

test.each([
  ['rows that go back', '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>'],
  ['cells that go back', '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>'],
  ['a cell that comes twice', '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'],
  ['a cell of another row', '<row r="1"><c r="A2"><v>1</v></c></row>'],
  ['rows without numbers', '<row><c><v>1</v></c></row>'],
  ['cells without places', '<row r="1"><c><v>1</v></c></row>'],
  ['lines between the cells', '<row r="1">\n<c r="A1"><v>1</v></c>\n</row>'],
  ['a remark', '<row r="1"><c r="A1"><v>1</v></c></row><!-- <row r="2"/> -->'],
  ['a row that has no end', '<row r="1"><c r="A1"><v>1</v></c>'],
  ['a cell that has no end', '<row r="1"><c r="A1"><v>1</v>'],
  ['a row beyond the last', '<row r="1048577"><c r="A1048577"><v>1</v></c></row>'],
  ['a column beyond the last', '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
  ['more cells than are held', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'],
])('%s are left to the parser as they are', (_, rows) => {
  expect(cutPlainCells(sheetOf(rows), [])).toEqual({ rows: [], rest: sheetOf(rows) });
});

test('hidden rows and merged cells are left to it as well', () => {
  const plain = '<c r="A1"><v>1</v></c>';
  expect(cutPlainCells(sheetOf(`<row r="1" hidden="1">${plain}</row>`), []).rest).toBe(
    sheetOf('<row r="1" hidden="1"></row>'),
  );
  const merged = '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>';
  expect(cutPlainCells(sheetOf(`<row r="1">${plain}</row>`, merged), []).rest).toBe(sheetOf('', merged));
});

test('strings keep their numbers', () => {
  expect(plainStrings(STRINGS)).toEqual(['王芳', undefined, undefined]);
  expect(plainStrings('<sst><si/><si><t>王芳</t></si></sst>')).toEqual([]);
});

test('any sheet reads as the parser alone reads it', async () => {
  const cells = fc.array(fc.option(fc.constantFrom(...Object.values(CELLS)), { nil: undefined }), {
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(cells, { maxLength: 5 }), async (rows) => {
      const xml = rows.map((row, r) => {
        const filled = row.map((cell, c) => (cell ? `<c r="${'ABCDEF'[c]}${r + 1}"${cell[0]}` : ''));
        return `<row r="${r + 1}">${filled.join('')}</row>`;
      });
      expect(await read(sheetOf(xml.join('')))).toEqual(await parsed(sheetOf(xml.join(''))));
    }),
    { numRuns: 60 },
  );
});
