import { type MessageKey, say } from '../../src/messages/index.js';
import type { Lang } from '../../src/model/language.js';
import { REGISTERS } from '../../src/registers/index.js';
import { type Register, ROSTER_NAMES } from '../../src/registers/types.js';
import { markdownTable } from '../../src/report/rule-page.js';
import { OUTCOMES, SHEET_COLUMNS as SHEET } from '../../src/spot/sheet/layout.js';
import type { Case, DoorVisit, Registers, Row, RuleCases } from '../rules/cases/case.js';
import { district } from '../rules/cases/district.js';

/** Rows that one table shows, and columns where rows cannot be held against clean ones. */
const ROWS = 4;
const SHEET_COLUMNS = 7;

const DISTRICT = district(0);
/** What district 0 appends to names, so that nobody lives in two districts: nothing to readers. */
const SUFFIX = DISTRICT.called('');

/** What a case changes in one table: rows that are there now, and rows that no longer are. */
interface Change {
  claimant: string;
  added: readonly Row[];
  removed: readonly Row[];
  /** What is said of such rows, where they are no corrections. */
  marks?: { added: MessageKey; removed: MessageKey };
}

/** What is said of rows that changed since last month. */
const SINCE = { added: 'catalogue.row-joined', removed: 'catalogue.row-left' } as const;

/** The faulty and the clean rows of a rule, from the first test case of each sort. */
export function exampleFor({ rule, cases }: RuleCases, lang: Lang): string {
  const finds = (one: Case) => one.finds.some((expected) => expected.rule === rule);
  const faulty = cases.find(finds);
  const clean = cases.find((one) => !finds(one));
  const parts = [
    say(lang, 'catalogue.faulty'),
    ...(faulty ? tables(faulty, lang) : []),
    say(lang, 'catalogue.clean'),
    ...(clean ? tables(clean, lang) : []),
  ];
  return parts.join('\n\n').replaceAll(SUFFIX, '');
}

function tables(one: Case, lang: Lang): string[] {
  const now = one.plant(DISTRICT);
  if (one.door) return one.door.flatMap((visit) => doorTables(visit, now, lang));
  const last = one.before?.(DISTRICT);
  const compared = last ? rosters(last) : {};
  const changes = changesOf(DISTRICT.registers, now).filter(({ claimant }) => !(claimant in compared));
  const since = changesOf(compared, Object.keys(compared).length > 0 ? rosters(now) : {}, SINCE);
  if (changes.length + since.length === 0) return [say(lang, 'catalogue.as-it-was')];
  return [...changes, ...since].flatMap((change) => table(change, lang));
}

/** What the registers hold of somebody who was visited, what the sheet says, and with which outcome. */
function doorTables({ listed = [], outcome, found = [] }: DoorVisit, now: Registers, lang: Lang): string[] {
  const places = [...listed, ...found];
  const rows = places.map((place) => {
    const [claimant = '', row] = place.split(':');
    return { claimant, row: now[claimant]?.[Number(row) - 1] ?? {} };
  });
  const register = registerOf(rows[0]?.claimant ?? '');
  if (!register) return [];
  const told = ['name', 'sex', 'birth_date', 'marital_status'];
  const columns = told.filter((name) => rows.some(({ row }) => row[name]));
  const lines = rows.map(({ claimant, row }) => [
    titleOf(claimant, register, lang),
    ...columns.map((name) => row[name] ?? ''),
  ]);
  const table = markdownTable(['', ...columns.map((name) => headingOf(name, register, lang))], lines);
  if (!outcome) return [table];
  const answer = SHEET.find(({ name }) => name === 'outcome')?.heading[lang] ?? '';
  return [table, `${answer}${say(lang, 'report.colon')}${OUTCOMES[outcome][lang]}`];
}

/** Registers of people, which are compared with last month's. */
function rosters(registers: Registers): Registers {
  const isRoster = (claimant: string) => ROSTER_NAMES.some((name) => claimant.endsWith(`/${name}`));
  return Object.fromEntries(Object.entries(registers).filter(([claimant]) => isRoster(claimant)));
}

function changesOf(before: Registers, after: Registers, marks?: Change['marks']): Change[] {
  const claimants = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const alone = Object.keys(after).length < Object.keys(before).length / 2;
  return claimants.flatMap((claimant) => {
    const [old, now] = [before[claimant] ?? [], after[claimant] ?? []];
    const added = without(now, old);
    const removed = alone ? [] : without(old, now);
    return added.length + removed.length > 0
      ? [{ claimant, added, removed, ...(marks ? { marks } : {}) }]
      : [];
  });
}

/** The rows of one list that the other lacks; equal rows are taken off one by one. */
function without(rows: readonly Row[], others: readonly Row[]): Row[] {
  const left = others.map((row) => key(row));
  return rows.filter((row) => {
    const at = left.indexOf(key(row));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function key(row: Row): string {
  return JSON.stringify(
    Object.entries(row)
      .filter(([, value]) => value !== '')
      .sort(),
  );
}

function table({ claimant, added, removed, marks }: Change, lang: Lang): string[] {
  const register = registerOf(claimant);
  if (!register) return [];
  const replaced = added.length > 0 && removed.length > 0;
  const columns = columnsOf(register, added, removed);
  const lines = (rows: readonly Row[], mark: string) =>
    rows.slice(0, ROWS).map((row) => [mark, ...columns.map((name) => row[name] ?? '')]);
  const rows = marks
    ? [...lines(added, say(lang, marks.added)), ...lines(removed, say(lang, marks.removed))]
    : replaced
      ? [
          ...lines(added, say(lang, 'catalogue.row-added')),
          ...lines(removed, say(lang, 'catalogue.row-removed')),
        ]
      : [...lines(added, ''), ...lines(removed, say(lang, 'catalogue.row-missing'))];
  const more = Math.max(0, added.length - ROWS) + Math.max(0, removed.length - ROWS);
  return [
    `**${titleOf(claimant, register, lang)}**`,
    markdownTable(['', ...columns.map((name) => headingOf(name, register, lang))], rows),
    ...(more > 0 ? [say(lang, 'catalogue.more-rows', { count: more })] : []),
  ];
}

function registerOf(claimant: string): Register | undefined {
  const file = claimant.split('/')[1] ?? '';
  return (REGISTERS as Readonly<Record<string, Register>>)[file.split('#')[0] ?? ''];
}

function titleOf(claimant: string, register: Register, lang: Lang): string {
  const point = claimant.split('/')[0] ?? '';
  if (lang === 'en') return `${point}, ${register.name}`;
  return `${say(lang, `point.${point}` as 'point.card')} ${register.heading}`;
}

function headingOf(name: string, { columns }: Register, lang: Lang): string {
  if (lang === 'en') return name;
  return columns.find((column) => column.name === name)?.heading ?? name.replace(/^[-+]/, '');
}

/** The columns in which rows differ from those they stand for, after those that say which row it is. */
function columnsOf(
  { identity, columns }: Register,
  added: readonly Row[],
  removed: readonly Row[],
): string[] {
  const names = [...columns.map(({ name }) => name), ...new Set(added.flatMap((row) => Object.keys(row)))];
  const filled = [...new Set(names)].filter((name) => [...added, ...removed].some((row) => row[name]));
  const differing = filled.filter((name) =>
    added.some((row, i) => (row[name] ?? '') !== (removed[i]?.[name] ?? '')),
  );
  if (added.length === removed.length)
    return [
      ...new Set([...identity.filter((name) => filled.includes(name)).slice(0, 2), ...differing]),
    ].slice(0, SHEET_COLUMNS);
  const first = identity.filter((name) => filled.includes(name));
  return [...new Set([...first, ...filled.filter((name) => name !== 'community')])].slice(0, SHEET_COLUMNS);
}
