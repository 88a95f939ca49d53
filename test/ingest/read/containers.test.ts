import zlib, { deflateRawSync, inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { withoutEmptyStrings } from '../../../src/ingest/read/shared-strings.js';
import { readSheets } from '../../../src/ingest/read/xlsx.js';
import { type ZipPart, zipOf } from '../../../src/ingest/read/zip.js';
import type { RawCell } from '../../../src/model/source.js';
import { columnOf, folderOf, readingOf, surveyOf } from './folder.js';

const HEADER = ['社区', '姓名', '性别', '身份证号', '死亡日期'];
const ROW = ['朝阳社区', '王芳', '女', '230192195207120951', '2023-03-22'];
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A part as programs write it: deflated, with its checksum. */
function part(name: string, text: string): ZipPart {
  const bytes = Buffer.from(text);
  const checksum = zlib.crc32?.(bytes) ?? 0;
  return { name, method: 8, checksum, size: bytes.length, data: deflateRawSync(bytes) };
}

const STRINGS = [...HEADER, ...ROW];
const cell = (index: number, place = '') => `<c${place} t="s"><v>${index}</v></c>`;
const row = (cells: readonly string[]) => `<row>${cells.join('')}</row>`;
const HEAD_ROW = row(HEADER.map((_, i) => cell(i)));
const SHEET = `<worksheet><sheetData>${HEAD_ROW}${row(ROW.map((_, i) => cell(HEADER.length + i)))}</sheetData></worksheet>`;

interface Names {
  root?: string;
  book?: string;
  relations?: string;
  sheet?: string;
  strings?: string;
  /** As the workbook's relations say it. */
  targets?: [sheet: string, strings: string];
  namespace?: string;
  quote?: string;
}

/** A workbook of one sheet, its parts named as the caller likes. */
function workbook(names: Names = {}, sheet = SHEET): ZipPart[] {
  const { root = '_rels/.rels', book = 'xl/workbook.xml', relations = 'xl/_rels/workbook.xml.rels' } = names;
  const [toSheet, toStrings] = names.targets ?? ['worksheets/sheet1.xml', 'sharedStrings.xml'];
  const kind = names.namespace ?? OFFICE;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${kind}/${type}" Target="${target}"/>`;
  const parts = [
    part('[Content_Types].xml', '<Types/>'),
    part(root, `<Relationships>${relation('r', 'officeDocument', book)}</Relationships>`),
    part(book, '<workbook><sheets><sheet name="死亡登记" sheetId="7" r:id="a"/></sheets></workbook>'),
    part(
      relations,
      `<Relationships>${relation('a', 'worksheet', toSheet)}${relation('b', 'sharedStrings', toStrings)}</Relationships>`,
    ),
    part(names.sheet ?? 'xl/worksheets/sheet1.xml', sheet),
    part(
      names.strings ?? 'xl/sharedStrings.xml',
      `<sst>${STRINGS.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    ),
  ];
  const quote = names.quote;
  if (quote === undefined) return parts;
  return parts.map((one) => part(one.name, textOf(one).replaceAll('"', quote)));
}

function textOf({ data }: ZipPart): string {
  return inflateRawSync(data).toString();
}

/** Offsets and sizes moved into the zip64 extra field of every entry of the directory, as SXSSF writes them. */
function asZip64(zip: Buffer): Buffer {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const from = zip.readUInt32LE(end + 16);
  const entries: Buffer[] = [];
  for (let at = from; at < end; ) {
    const length = 46 + zip.readUInt16LE(at + 28);
    const entry = Buffer.from(zip.subarray(at, at + length));
    const extra = Buffer.alloc(28);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(24, 2);
    extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(24)), 4);
    extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(20)), 12);
    extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(42)), 20);
    for (const place of [20, 24, 42]) entry.writeUInt32LE(0xffffffff, place);
    entry.writeUInt16LE(extra.length, 30);
    entries.push(entry, extra);
    at += length;
  }
  const directory = Buffer.concat(entries);
  const last = Buffer.from(zip.subarray(end));
  last.writeUInt32LE(directory.length, 12);
  return Buffer.concat([zip.subarray(0, from), directory, last]);
}

const namesIn = async (bytes: Buffer) => columnOf(await readingOf('朝阳社区.xlsx', bytes), 'name');

describe('parts of a workbook are found', () => {
  test.each<[string, Names]>([
    ['as Excel names them', {}],
    [
      'with back slashes',
      {
        root: '_rels\\.rels',
        book: 'xl\\workbook.xml',
        relations: 'xl\\_rels\\workbook.xml.rels',
        sheet: 'xl\\worksheets\\sheet1.xml',
        strings: 'xl\\sharedStrings.xml',
      },
    ],
    [
      'in another case',
      { sheet: 'XL/Worksheets/Sheet1.XML', strings: 'xl/SharedStrings.xml', root: '_Rels/.rels' },
    ],
    [
      'in other folders, under other names',
      {
        book: 'office/book.xml',
        relations: 'office/_rels/book.xml.rels',
        targets: ['../tables/first.xml', '/texts/all.xml'],
        sheet: 'tables/first.xml',
        strings: 'texts/all.xml',
      },
    ],
    ['from targets with back slashes', { targets: ['worksheets\\sheet1.xml', '\\xl\\sharedStrings.xml'] }],
    [
      'where a slash leads the names',
      { sheet: '/xl/worksheets/sheet1.xml', strings: '/xl/sharedStrings.xml' },
    ],
    [
      'by relations of the strict form',
      { namespace: 'http://purl.oclc.org/ooxml/officeDocument/relationships' },
    ],
    ['in XML with single quotes', { quote: "'" }],
    ['without the relations of the package', { root: 'other.rels' }],
    [
      'where the folder is not the one that the relation says',
      { targets: ['sheets/sheet1.xml', 'x/sharedStrings.xml'] },
    ],
  ])('%s', async (_, names) => {
    expect(await namesIn(zipOf(workbook(names)))).toEqual(['王芳']);
  });
});

describe('zips of other programs', () => {
  test('sizes and offsets in zip64 records', async () => {
    expect(await namesIn(asZip64(zipOf(workbook())))).toEqual(['王芳']);
  });

  test('zip64 sizes are held against the limits', async () => {
    const [large] = workbook()
      .slice(-1)
      .map((one) => ({ ...one, size: 3 * 1024 ** 3 }));
    const { refused } = await surveyOf({ 'a.xlsx': asZip64(zipOf([large as ZipPart])) });
    expect(refused[0]?.reason).toContain('3072 MiB');
  });

  test.each([
    ['a line end of the page that sent it', '\r\n\r\n'],
    ['zeros up to the end of a block', '\0'.repeat(512)],
  ])('%s behind it', async (_, tail) => {
    expect(await namesIn(Buffer.concat([zipOf(workbook()), Buffer.from(tail)]))).toEqual(['王芳']);
  });

  test.each([
    ['an archive', [part('死亡登记.csv', 'x')], '压缩包'],
    ['a document', [part('_rels/.rels', '<Relationships/>'), part('word/document.xml', '<w/>')], '压缩包'],
    ['a binary workbook', workbook({ book: 'xl/workbook.bin' }), '另存为'],
  ])('%s under the name of a workbook is refused by what it is', async (_, parts, said) => {
    const { refused } = await surveyOf({ '死亡登记.xlsx': zipOf(parts) });
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toContain(said);
    expect(refused[0]?.reason).not.toContain('损坏');
  });
});

describe('a cell of type string that names no string is blank', () => {
  const blanks = [
    '<c t="s"/>',
    '<c t="s" s="0" />',
    "<c r='B2' t='s'></c>",
    '<c t="s"><v/></c>',
    '<c t="s"><v></v></c>',
  ];

  test.each(blanks)('%s', async (blank) => {
    const cells = [cell(5), blank, ...[7, 8, 9].map((index) => cell(index))];
    const sheet = `<worksheet><sheetData>${HEAD_ROW}${row(cells)}</sheetData></worksheet>`;
    const bytes = zipOf(workbook({}, sheet));
    expect(await namesIn(bytes)).toEqual([null]);
    const file = `${folderOf({ 'a.xlsx': bytes })}/a.xlsx`;
    const rows: RawCell[][] = [];
    for await (const one of (await readSheets(file, [0], 0)).get(0)?.rows ?? []) rows.push(one);
    expect(rows[1]?.map((one) => one ?? null)).toEqual(['朝阳社区', null, ...ROW.slice(2)]);
  });

  test('also where a piece of the sheet ends within it; others stay what they are', () => {
    for (let shift = 0; shift < 40; shift++) {
      const before = ' '.repeat((1 << 20) - shift);
      const after = withoutEmptyStrings(
        Buffer.from(`${before}<c r="B3" t="s"><v/></c>${cell(3)}`),
      ).toString();
      expect(after.trim()).toBe(`<c r="B3"      ><v/></c>${cell(3)}`);
    }
  });
});
