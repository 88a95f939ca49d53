import type { Column } from '../registers/types.js';
import type { Cell } from '../workbook/sheet.js';
import { encodeGb18030 } from './encodings.js';
import { dress, type Habits, newHabits } from './handwriting.js';
import { filledTo, type Headed, headingRows } from './headings.js';
import {
  columnsOf,
  type Drawn,
  type DrawnRow,
  definitionOf,
  type Layout,
  sheetTitle,
  titleOf,
} from './layout.js';
import { wholeDistrict } from './placement.js';
import { Random } from './random.js';
import { COLUMNS, type Row, type Table } from './tables.js';

/** What a messy layout depends on: the same seed gives the same mess. */
export interface MessyOptions {
  seed: number;
  district: string;
  format: 'csv' | 'xlsx';
}

const MERGED_ROWS = 34;

/** Ledgers as clerks keep them: titles, two-line headings, synonyms, every date style, totals, hidden and merged rows. */
export function messyLayout(options: MessyOptions): Layout {
  return {
    draw: (table) => parts(table).map((part) => drawPart(options, part)),
    titleOf: (table, row) => (isSplit(table) ? splitTitle(table, directionOf(row)) : titleOf(table)),
    encode: (name, text, first) => encode(options.seed, name, text, first),
    period: (year, month) => (month === undefined ? `${year}年` : `${year}年${month}月`),
  };
}

interface Part extends Headed {
  rows: Row[];
}

/** Ledgers keep those who came and those who went on two sheets, whose names say the direction. */
function parts(table: Table): Part[] {
  const columns = columnsOf(table);
  if (!isSplit(table)) return [{ table, title: titleOf(table), columns, rows: table.rows }];
  return ['流入', '流出'].map((direction) => ({
    table,
    title: splitTitle(table, direction),
    columns: columns.filter((column) => column !== 'direction'),
    rows: table.rows.filter((row) => directionOf(row) === direction),
  }));
}

function isSplit({ point, register }: Table): boolean {
  return point === 'ledger' && register === 'migrants';
}

function splitTitle(table: Table, direction: string): string {
  return sheetTitle(table, `${direction}人口登记`);
}

function directionOf(row: Row): string {
  return row.cells[COLUMNS.migrants.indexOf('direction')] ?? '';
}

function drawPart(options: MessyOptions, part: Part): Drawn {
  const { table, title, columns, rows } = part;
  const { point, register, copy } = table;
  const shared = wholeDistrict(point);
  const stream = [point, register, shared ? '' : table.community, copy ? 'copy' : ''];
  const random = new Random(options.seed, 'mess', ...stream);
  const workbook = options.format === 'xlsx' && !shared;
  const habits = newHabits(random, workbook, options.district);
  const definitions = columns.map((column) => definitionOf(register, column));
  const head = headingRows(habits, part, definitions);
  const body = drawRows(habits, part, definitions);
  return { title, columns, head, body, tail: drawTail(columns.length, rows.length) };
}

function* drawRows(habits: Habits, part: Part, definitions: readonly Column[]): Generator<DrawnRow> {
  const { random, workbook } = habits;
  const { table, columns, rows } = part;
  const skip = COLUMNS[table.register].indexOf('direction');
  const community = columns.indexOf('community');
  const split = isSplit(table);
  const merges = workbook && random.chance(0.4);
  for (const [index, source] of rows.entries()) {
    const values = split ? source.cells.filter((_, at) => at !== skip) : source.cells;
    const cells: Cell[] = values.map((value, at) => dress(habits, value, definitions[at] as Column));
    const hidden = workbook && random.chance(0.003);
    const row: DrawnRow = { cells, source, hidden };
    if (merges) {
      const place = index % MERGED_ROWS;
      const below = Math.min(MERGED_ROWS, rows.length - index) - 1;
      if (place === 0 && below > 0) row.merge = [{ column: community, down: below }];
      if (place > 0) cells[community] = null;
    }
    yield row;
  }
}

function drawTail(width: number, count: number): DrawnRow[] {
  const lines = [
    ['合计', '', String(count)],
    ['负责人（签字）：', '', '填表人：'],
  ];
  return lines.map((cells) => ({ cells: filledTo(cells, width) }));
}

/** System exports are GB18030; other lists are UTF-8, with a byte order mark or without, or UTF-16. */
function encode(seed: number, name: string, text: string, first: boolean): Buffer {
  if (name.startsWith('信息系统')) return encodeGb18030(text);
  const u = new Random(seed, 'encoding', name).next();
  const marked = first ? `\ufeff${text}` : text;
  if (u < 0.25) return Buffer.from(marked, 'utf16le');
  return Buffer.from(u < 0.6 ? marked : text);
}
