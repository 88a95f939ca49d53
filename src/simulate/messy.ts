import { CODES, isCodeName } from '../registers/codes.js';
import { REGISTERS } from '../registers/index.js';
import type { Column } from '../registers/types.js';
import type { Cell, Merge } from '../write/workbook.js';
import { isDate } from './calendar.js';
import { encodeGb18030, encodeUtf8Bom, encodeUtf16 } from './encodings.js';
import { columnsOf, type Drawn, type DrawnRow, definitionOf, type Layout, titleOf } from './layout.js';
import { Random } from './random.js';
import { COLUMNS, type Row, type Table } from './tables.js';

/** What a messy layout depends on: the same seed gives the same mess. */
export interface MessyOptions {
  seed: number;
  district: string;
  format: 'csv' | 'xlsx';
}

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const MERGED_ROWS = 34;

/** Ledgers as clerks keep them: titles, two-line headings, synonyms, every date style, totals, hidden and merged rows. */
export function messyLayout(options: MessyOptions): Layout {
  return {
    draw: (table) => parts(table).map((part) => drawPart(options, part)),
    titleOf: (table, row) => partTitle(table, row),
    encode: (name, text, first) => encode(options.seed, name, text, first),
    period: (year, month) => (month === undefined ? `${year}年` : `${year}年${month}月`),
  };
}

interface Part {
  table: Table;
  title: string;
  columns: readonly string[];
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
  return `${direction}人口登记${table.copy ? ' - 副本' : ''}`;
}

function directionOf(row: Row): string {
  return row.cells[COLUMNS.migrants.indexOf('direction')] ?? '';
}

function partTitle(table: Table, row: Row): string {
  return isSplit(table) ? splitTitle(table, directionOf(row)) : titleOf(table);
}

/** How one sheet is kept; the habits of the clerk who keeps it. */
interface Habits {
  random: Random;
  workbook: boolean;
  date: (text: string) => Cell;
  words: ReadonlyMap<string, string>;
  district: string;
}

function drawPart(options: MessyOptions, part: Part): Drawn {
  const { table, title, columns, rows } = part;
  const { point, register, community } = table;
  const shared = point !== 'card' && point !== 'ledger';
  const random = new Random(
    options.seed,
    'mess',
    point,
    register,
    shared ? '' : community,
    table.copy ? 'copy' : '',
  );
  const workbook = options.format === 'xlsx' && !shared;
  const habits: Habits = {
    random,
    workbook,
    date: random.pick(workbook ? WORKBOOK_DATES : TEXT_DATES),
    words: chooseWords(random),
    district: options.district,
  };
  const definitions = columns.map((column) => definitionOf(register, column));
  const head = drawHead(habits, part, definitions);
  return {
    title,
    columns,
    head,
    body: drawRows(habits, part, definitions),
    tail: drawTail(columns.length, rows.length),
  };
}

const iso = (text: string): string => text;
const slashes = (text: string): string =>
  text.replace(DATE, (_, y, m, d) => `${y}/${Number(m)}/${Number(d)}`);
const dots = (text: string): string => text.replace(DATE, (_, y, m, d) => `${y}.${Number(m)}.${Number(d)}`);
const compact = (text: string): string => text.replaceAll('-', '');
const chinese = (text: string): string =>
  text.replace(DATE, (_, y, m, d) => `${y}年${Number(m)}月${Number(d)}日`);
const realDate = (text: string): Date => new Date(`${text}T00:00:00Z`);
const serial = (text: string): number => Date.parse(text) / 86_400_000 + 25_569;
const TEXT_DATES = [iso, slashes, dots, compact, chinese];
const WORKBOOK_DATES = [...TEXT_DATES, realDate, serial];

/** The words that a clerk uses for codes, by the plain word. */
function chooseWords(random: Random): Map<string, string> {
  const words = new Map<string, string>();
  const sexes = random.pick([
    ['男', '女'],
    ['1', '2'],
    ['M', 'F'],
  ] as const);
  words.set('男', sexes[0]).set('女', sexes[1]);
  const policies = random.pick([
    ['政策内', '政策外'],
    ['是', '否'],
    ['计划内', '计划外'],
  ] as const);
  words.set('政策内', policies[0]).set('政策外', policies[1]);
  for (const { words: known } of CODES.method) {
    const chinese = known.filter((word) => /^[\u4e00-\u9fff]+$/.test(word));
    if (chinese[0]) words.set(chinese[0], random.pick(chinese));
  }
  if (random.chance(0.5)) words.set('离婚', '离异');
  return words;
}

/** Columns that are headed together, with the words over them. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  婴儿: ['child_name', 'child_sex', 'child_id'],
  母亲: ['mother_name', 'mother_id'],
  父亲: ['father_name', 'father_id'],
  男方: ['husband_name', 'husband_id', 'husband_order'],
  女方: ['wife_name', 'wife_id', 'wife_order'],
};

function drawHead(habits: Habits, part: Part, definitions: readonly Column[]): DrawnRow[] {
  const { random, workbook } = habits;
  const { table, title, columns } = part;
  const own = table.point === 'card' || table.point === 'ledger';
  const lines: DrawnRow[] = [];
  const pad = (cells: string[]): string[] => [...cells, ...columns.slice(cells.length).map(() => '')];
  if (own && random.chance(0.8)) {
    const merge = workbook ? [{ column: 0, right: columns.length - 1 }] : [];
    lines.push({ cells: pad([`${title}（${table.community}）`]), look: 'title', merge });
    if (random.chance(0.5)) lines.push({ cells: pad([`填报单位：${table.community}`, '', '', '填报人：']) });
  }
  const grouped = table.register === 'births' || table.register === 'marriages';
  if (workbook && grouped) return [...lines, ...twoLines(columns, definitions)];
  const cells = definitions.map((definition) => heading(habits, part, definition));
  return [...lines, { cells, look: 'heading' }];
}

/** A heading, one of its synonyms, with an asterisk or a line break. */
function heading({ random, workbook }: Habits, { table }: Part, definition: Column): string {
  const others = REGISTERS[table.register].columns.filter((column) => column !== definition);
  const taken = new Set(others.flatMap((column) => [column.heading, ...column.synonyms]));
  const words = definition.synonyms.filter(
    (word) => !taken.has(word) && word !== '单位' && word !== '填报单位',
  );
  const text = words.length > 0 && random.chance(0.3) ? random.pick(words) : definition.heading;
  if (workbook && text.length > 3 && random.chance(0.1)) return `${text.slice(0, 2)}\n${text.slice(2)}`;
  return definition.required && random.chance(0.2) ? `*${text}` : text;
}

function twoLines(columns: readonly string[], definitions: readonly Column[]): DrawnRow[] {
  const upper: string[] = [];
  const lower: string[] = [];
  const merge: Merge[] = [];
  definitions.forEach(({ heading: text }, column) => {
    const group = Object.entries(GROUPS).find(([, members]) => members.includes(columns[column] ?? ''));
    const first = group && group[1][0] === columns[column];
    upper.push(group ? (first ? group[0] : '') : text);
    lower.push(group ? text.slice(group[0].length) : '');
    if (first) merge.push({ column, right: group[1].length - 1 });
    if (!group) merge.push({ column, down: 1 });
  });
  return [
    { cells: upper, look: 'heading', merge },
    { cells: lower, look: 'heading' },
  ];
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

/** A value as this clerk writes it; what is wrong in it stays wrong. */
function dress(habits: Habits, value: string, { name, type }: Column): Cell {
  const { random, words, district } = habits;
  if (value === '') return value;
  if (type === 'date') return dressDate(habits, value);
  if (type === 'id') return dressId(random, value);
  if (type === 'name') return dressName(random, value);
  if (type === 'integer') return random.chance(0.02) ? fullWidth(value) : value;
  if (isCodeName(type)) return words.get(value) ?? value;
  const place = name === 'home_place' || name === 'current_place';
  return place && value.endsWith('社区') ? district + value : value;
}

function dressDate({ random, workbook, date }: Habits, value: string): Cell {
  if (!DATE.test(value) || !isDate(value)) return value;
  const style = random.chance(0.06) ? random.pick(workbook ? WORKBOOK_DATES : TEXT_DATES) : date;
  const written = style(value);
  return typeof written === 'string' && random.chance(0.01) ? fullWidth(written) : written;
}

function dressId(random: Random, value: string): string {
  if (!/^\d{17}[\dX]$/.test(value) || value.endsWith('000')) return value;
  const u = random.next();
  if (u < 0.02) return `'${value}`;
  if (u < 0.03) return `${value.slice(0, 6)} ${value.slice(6, 14)} ${value.slice(14)}`;
  return u < 0.4 ? value.toLowerCase() : value;
}

function dressName(random: Random, value: string): string {
  if (value.length !== 2 || !random.chance(0.1)) return value;
  return `${value.charAt(0)}${random.pick([' ', '\u3000'])}${value.charAt(1)}`;
}

function fullWidth(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function drawTail(width: number, count: number): DrawnRow[] {
  const pad = (cells: string[]): string[] => [
    ...cells,
    ...Array.from({ length: width - cells.length }, () => ''),
  ];
  return [{ cells: pad(['合计', '', String(count)]) }, { cells: pad(['负责人（签字）：', '', '填表人：']) }];
}

/** System exports are mostly GB18030, some are UTF-16; other lists have a byte order mark, or none. */
function encode(seed: number, name: string, text: string, first: boolean): Buffer {
  const random = new Random(seed, 'encoding', name);
  if (name.startsWith('信息系统')) {
    return random.chance(0.8) ? encodeGb18030(text) : encodeUtf16(text, first);
  }
  return random.chance(0.5) ? encodeUtf8Bom(text, first) : Buffer.from(text);
}
