import { isIsoDay } from '../keys/calendar.js';
import { CODES, isCodeName } from '../registers/codes.js';
import type { Column } from '../registers/types.js';
import type { Cell } from '../workbook/sheet.js';
import type { Random } from './random.js';

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;

/** How one sheet is kept; the habits of the clerk who keeps it. */
export interface Habits {
  random: Random;
  workbook: boolean;
  date: (text: string) => Cell;
  words: ReadonlyMap<string, string>;
  district: string;
}

const iso = (text: string): string => text;

const slashes = (text: string): string =>
  text.replace(DATE, (_, y, m, d) => `${y}/${Number(m)}/${Number(d)}`);

const dots = (text: string): string => text.replace(DATE, (_, y, m, d) => `${y}.${Number(m)}.${Number(d)}`);

const compact = (text: string): string => text.replaceAll('-', '');

const chinese = (text: string): string =>
  text.replace(DATE, (_, y, m, d) => `${y}年${Number(m)}月${Number(d)}日`);

const realDate = (text: string): Date => new Date(`${text}T00:00:00Z`);

/** A reader takes no smaller number for a day: a date before 1928 stands in a cell that shows it as one. */
const FIRST_SERIAL = 10_000;

const serial = (text: string): number | Date => {
  const days = Date.parse(text) / 86_400_000 + 25_569;
  return days < FIRST_SERIAL ? realDate(text) : days;
};

const TEXT_DATES = [iso, slashes, dots, compact, chinese];

const WORKBOOK_DATES = [...TEXT_DATES, realDate, serial];

/** Pairs of words for two codes that are opposites, the plain ones first. */
const OPPOSITES = [
  ['男 女', '1 2', 'M F'],
  ['政策内 政策外', '是 否', '计划内 计划外'],
];

/** The words that a clerk uses for codes, by the plain word. */
function chooseWords(random: Random): Map<string, string> {
  const words = new Map<string, string>();
  for (const pairs of OPPOSITES) {
    const chosen = random.pick(pairs).split(' ');
    for (const [at, plain] of pairs[0]?.split(' ').entries() ?? []) words.set(plain, chosen[at] ?? plain);
  }
  for (const { words: known } of CODES.method) {
    const chinese = known.filter((word) => /^[\u4e00-\u9fff]+$/.test(word));
    if (chinese[0]) words.set(chinese[0], random.pick(chinese));
  }
  if (random.chance(0.5)) words.set('离婚', '离异');
  return words;
}

/** A clerk with habits drawn at random. */
export function newHabits(random: Random, workbook: boolean, district: string): Habits {
  const date = random.pick(workbook ? WORKBOOK_DATES : TEXT_DATES);
  return { random, workbook, date, words: chooseWords(random), district };
}

/** A value as this clerk writes it; what is wrong in it stays wrong. */
export function dress(habits: Habits, value: string, { name, type }: Column): Cell {
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
  if (!isIsoDay(value)) return value;
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
