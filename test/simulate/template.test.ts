import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeTemplates } from '../../src/commands/template.js';
import { DEFAULT_CONFIG } from '../../src/config/defaults.js';
import { survey } from '../../src/ingest/read/survey.js';
import type { Lang } from '../../src/model/language.js';
import { isCodeName } from '../../src/registers/codes.js';
import { REGISTERS } from '../../src/registers/index.js';
import { REGISTER_NAMES } from '../../src/registers/types.js';

let folder: string;
let printed: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-template-'));
  printed = '';
});
afterEach(() => rm(folder, { recursive: true }));

async function write(names: string[], lang: Lang = 'zh'): Promise<void> {
  const out = async (text: string) => {
    printed += text;
  };
  await writeTemplates(names, folder, {
    lang,
    terminal: {
      out,
      err() {},
      live: false,
      screen: false,
      asks: false,
      width: 80,
      color: false,
      call: ['plumbline'],
    },
  });
}

async function open(name: string): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(join(folder, name));
  return workbook;
}

it('writes all registers, and says where', async () => {
  await write([]);
  const headings = REGISTER_NAMES.map((name) => `${REGISTERS[name].heading}.xlsx`);
  expect((await readdir(folder)).sort()).toEqual([...headings].sort());
  expect(printed.trim().split('\n')).toHaveLength(REGISTER_NAMES.length);
});

it('stars required columns, and offers codes', async () => {
  await write(['出生名单', 'births', 'contraception']);
  const births = (await open('出生登记.xlsx')).getWorksheet('出生登记');
  expect(births?.getCell('A1').value).toBe('社区*');
  expect(births?.getCell('B1').value).toBe('婴儿姓名');
  expect(births?.getCell('C2').dataValidation?.formulae).toEqual(['"男,女"']);
  expect(births?.getColumn(4).numFmt).toBe('@');
  expect(births?.getColumn(5).numFmt).toBe('yyyy-mm-dd');
  const method = (await open('节育登记.xlsx')).worksheets[0]?.getCell('F2').dataValidation?.formulae[0];
  expect(method).toContain('上环,取环,女扎,男扎,复通');
  expect(method).not.toMatch(/人流|引产|,结扎/);
});

it('explains every column, in both languages', async () => {
  await write(['births']);
  await write(['births'], 'en');
  const zh = (await open('出生登记.xlsx')).getWorksheet('填表说明');
  const en = (await open('births.xlsx')).getWorksheet('Notes');
  const { columns } = REGISTERS.births;
  expect(zh?.rowCount).toBe(3 + columns.length);
  expect(zh?.getRow(6).values).toEqual([undefined, '婴儿性别', '是', '从下拉列表中选择', '男、女', '性别']);
  expect(en?.getCell('A6').value).toBe('child_sex');
  expect(en?.getCell('E6').value).toBe('婴儿性别、性别');
});

it('keeps every list short enough for a drop-down', async () => {
  await write([]);
  for (const name of REGISTER_NAMES) {
    const [sheet] = (await open(`${REGISTERS[name].heading}.xlsx`)).worksheets;
    REGISTERS[name].columns.forEach((column, at) => {
      const list = sheet?.getCell(2, at + 1).dataValidation?.formulae[0];
      expect(typeof list).toBe(isCodeName(column.type) ? 'string' : 'undefined');
      expect(String(list).length).toBeLessThanOrEqual(257);
    });
  }
});

it('overwrites nothing, and then writes nothing at all', async () => {
  await write(['deaths']);
  await expect(write(['births', 'deaths'])).rejects.toMatchObject({ key: 'template.exists' });
  expect(await readdir(folder)).toEqual(['死亡登记.xlsx']);
});

it('says why a template cannot be written', async () => {
  await writeFile(join(folder, 'file'), '');
  folder = join(folder, 'file');
  await expect(write(['births'])).rejects.toMatchObject({ key: 'template.not-writable' });
  folder = join(folder, '..');
});

it('names the nearest register', async () => {
  await expect(write(['birth'])).rejects.toMatchObject({ params: { name: 'birth', nearest: 'births' } });
  await expect(write(['流动人口'])).rejects.toMatchObject({ params: { nearest: '流动人口登记' } });
});

it.each(['zh', 'en'] as const)('is recognised when filled in (%s)', async (lang) => {
  await write([], lang);
  for (const file of await readdir(folder)) {
    const workbook = await open(file);
    const [sheet] = workbook.worksheets;
    sheet?.addRow(Array.from({ length: sheet.columnCount }, () => '1'));
    await workbook.xlsx.writeFile(join(folder, file));
  }
  const { sources, refused } = await survey([folder], DEFAULT_CONFIG);
  expect(refused).toEqual([]);
  expect(sources.map((source) => source.register).sort()).toEqual([...REGISTER_NAMES].sort());
  for (const { register, columns, problems } of sources) {
    expect(problems).toEqual([]);
    expect(columns.map((column) => column.name).sort()).toEqual(
      REGISTERS[register].columns.map((column) => column.name).sort(),
    );
  }
});
