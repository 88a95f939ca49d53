/** Writes a district as bureaus hand it in, and remembers on which line each row stands. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import exceljs from 'exceljs';
import { type District, isHidden } from './district.js';
import type { Row } from './rows.js';
import { Dice, grouped } from './values.js';
import { HEADINGS, TITLES, wordsFor } from './words.js';

/** Where a row stands: path, sheet and line, as a finding cites it. */
export type Places = Map<Row, string>;
export const placeOf = (path: string, sheet: string, line: number): string => `${path}|${sheet}|${line}`;

/** One table of a file: its name, its lines, and the rows that stand on them. */
export interface Sheet {
  path: string;
  name: string;
  register: string;
  columns: string[];
  lines: string[][];
  rows: (Row | undefined)[];
}

const FOLDERS: Readonly<Record<string, string>> = {
  card: '户卡',
  ledger: '台账',
  system: '信息系统',
  hospital: '卫生院',
  civil: '民政',
};
const DATES: readonly ((date: string) => string)[] = [
  (date) => date,
  (date) => date.replaceAll('-', '/'),
  (date) => date.replaceAll('-', '.'),
  (date) => date.replaceAll('-', ''),
  (date) => date.replace('-', '年').replace('-', '月').concat('日'),
];

/** A cell as this file writes it: one style of dates, one word for a code. */
const cellOf = (column: string, value: string, style: number): string => {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return DATES[style % DATES.length]?.(value) ?? value;
  const words = wordsFor(column, value);
  return words[style % words.length] ?? value;
};

/** Rows of one register, point and place become one table. */
export function sheetsOf(district: District): Sheet[] {
  const dice = new Dice(district.plan.seed + 77);
  const groups = grouped(district.rows, ({ point, register, community }) =>
    point === 'card' || point === 'ledger' ? `${point} ${register} ${community}` : `${point} ${register}`,
  );
  return [...groups.values()].map((rows) => sheetOf(rows, district, dice));
}

function sheetOf(rows: Row[], { plan }: District, dice: Dice): Sheet {
  const { register = '', point = '', community = '' } = rows[0] ?? {};
  const local = point === 'card' || point === 'ledger';
  const used = new Set(rows.flatMap(({ values }) => Object.keys(values)));
  const known = HEADINGS[register] ?? {};
  const columns = Object.keys(known).filter(
    (column) => used.has(column) && !isHidden(plan, point, register, column),
  );
  const style = dice.whole(0, 59);
  const head = columns.map((column) => dice.one(known[column] ?? [column]));
  const title =
    register === 'households' && point === 'card' ? '家庭户卡' : dice.one(TITLES[register] ?? [register]);
  const book = plan.layout === 'xlsx' && local;
  const lines = rows.map(({ values }) =>
    columns.map((column) => cellOf(column, values[column] ?? '', style)),
  );
  const folder = `${FOLDERS[point]}`;
  return {
    path: book ? `${folder}/${community}.xlsx` : `${folder}/${local ? `${community}-` : ''}${title}.csv`,
    name: book ? title : '',
    register,
    columns,
    lines: book ? [[`${community}${title}`], head, ...lines, ['审核人：', '填表人：']] : [head, ...lines],
    rows: book ? [undefined, undefined, ...rows, undefined] : [undefined, ...rows],
  };
}

/** Writes all tables under a folder, and says where the rows are. */
export async function write(folder: string, sheets: readonly Sheet[]): Promise<Places> {
  const places: Places = new Map();
  for (const { path, name, rows } of sheets)
    for (const [n, row] of rows.entries()) if (row) places.set(row, placeOf(path, name, n + 1));
  for (const [path, tables] of grouped(sheets, (sheet) => sheet.path)) {
    const to = join(folder, path);
    mkdirSync(dirname(to), { recursive: true });
    if (path.endsWith('.xlsx')) await writeBook(to, tables);
    else writeFileSync(to, encoded(path, (tables[0]?.lines ?? []).map(toLine).join('\r\n')));
  }
  return places;
}

const toLine = (cells: string[]): string =>
  cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');

/** UTF-8, UTF-8 with a mark, or UTF-16, by the path. */
function encoded(path: string, text: string): Buffer {
  const kind = path.length % 3;
  if (kind === 0) return Buffer.from(text, 'utf8');
  return kind === 1 ? Buffer.from(`\uFEFF${text}`, 'utf8') : Buffer.from(`\uFEFF${text}`, 'utf16le');
}

async function writeBook(to: string, tables: readonly Sheet[]): Promise<void> {
  const book = new exceljs.Workbook();
  for (const { name, lines } of tables) {
    const sheet = book.addWorksheet(name);
    for (const line of lines) sheet.addRow(line);
  }
  await book.xlsx.writeFile(to);
}
