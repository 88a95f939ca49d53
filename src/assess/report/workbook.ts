import type { MessageKey } from '../../messages/index.js';
import type { Lang } from '../../model/language.js';
import { acrossColumns, cellText, heightOf, listSheet } from '../../report/xlsx/cells.js';
import type { CellLook } from '../../workbook/looks.js';
import type { Cell, Sheet, SheetRow } from '../../workbook/sheet.js';
import type { Assessment } from '../types.js';
import { decimals, targetShare, type Words, wordsIn } from './words.js';

type Area = Assessment['areas'][number];
type Scheme = Area['schemes'][number];
type Warning = Assessment['warnings'][number];

/** The assessment as a workbook: ranks, items, targets, warnings, rules. */
export function* assessmentSheets(assessment: Assessment, lang: Lang): Iterable<Sheet> {
  const words = wordsIn(lang);
  const { areas, targets, warnings, items } = assessment;
  const scored = areas.flatMap(({ area, schemes }) =>
    schemes.flatMap(({ scheme, items: own }) => own.map((item) => ({ area, scheme, item }))),
  );
  const years = warnings.flatMap((warning) => warning.years.map((year) => ({ warning, year })));
  yield sheetOf('assess.rank', ranks(words), areas, assessment, words);
  yield sheetOf('assess.item', scores(words), scored, assessment, words);
  if (targets.length > 0) yield sheetOf('assess.target', targetColumns(words), targets, assessment, words);
  if (warnings.length > 0) yield sheetOf('assess.warnings', misses(words), years, assessment, words);
  yield sheetOf('assess.rules', rules(words), items, assessment, words);
}

function ranks(words: Words): ItemColumn<Area>[] {
  return [
    ['assess.level', 14, 'text', ({ level }) => words.say(`assess.${level}`)],
    ['assess.rank', 8, 'number', ({ rank }) => rank ?? '–'],
    ['assess.area', 22, 'text', ({ area }) => area],
    ['assess.score', 12, 'percentBar', ({ score }) => score ?? '–'],
    ['assess.measured', 22, 'text', words.measured],
    ['assess.scheme', 32, 'text', words.schemes],
    ['assess.communities', 10, 'number', ({ communities }) => communities],
    ['assess.remark', 34, 'text', words.remark],
  ];
}

interface Scored extends Pick<Area, 'area'>, Pick<Scheme, 'scheme'> {
  item: Scheme['items'][number];
}

function scores(words: Words): ItemColumn<Scored>[] {
  const orNone = (value: number | null) => value ?? words.say('assess.na');
  return [
    ['assess.area', 22, 'text', ({ area }) => area],
    ['assess.scheme', 10, 'text', ({ scheme }) => words.say(`assess.${scheme}`)],
    ['assess.item', 20, 'text', ({ item }) => words.item(item.item)],
    ['reports.numerator', 11, 'number', ({ item }) => item.numerator],
    ['reports.denominator', 11, 'number', ({ item }) => item.denominator],
    ['assess.value', 12, 'percent', ({ item }) => orNone(item.value)],
    ['assess.points', 10, 'percent', ({ item }) => orNone(item.points)],
    ['assess.weight', 10, 'percent', ({ item }) => item.weight],
    ['assess.remark', 18, 'text', ({ item }) => (item.small ? words.say('assess.few') : '')],
  ];
}

function targetColumns(words: Words): ItemColumn<Assessment['targets'][number]>[] {
  return [
    ['assess.area', 22, 'text', ({ area }) => area],
    ['assess.indicator', 26, 'text', ({ code, name }) => (words.lang === 'en' ? code : name)],
    ['assess.share', 18, 'text', targetShare],
    ['assess.figure', 12, 'percent', ({ value }) => value ?? '–'],
    ['reports.unit', 8, 'text', ({ unit }) => unit],
    ['assess.target', 16, 'text', words.limits],
    ['assess.verdict', 14, 'text', ({ verdict }) => words.say(`assess.${verdict}`)],
  ];
}

function misses(words: Words): ItemColumn<{ warning: Warning; year: Warning['years'][number] }>[] {
  return [
    ['assess.area', 22, 'text', ({ warning }) => warning.area],
    ['assess.item', 20, 'text', ({ warning }) => words.item(warning.item)],
    ['assess.verdict', 34, 'text', ({ warning }) => words.stage(warning)],
    ['assess.year', 8, 'text', ({ year }) => String(year.year)],
    ['reports.numerator', 11, 'number', ({ year }) => year.numerator],
    ['reports.denominator', 11, 'number', ({ year }) => year.denominator],
    ['assess.value', 12, 'percent', ({ year }) => year.value],
  ];
}

function rules(words: Words): ItemColumn<Assessment['items'][number]>[] {
  return [
    ['assess.item', 22, 'text', ({ code }) => words.item(code)],
    ['assess.scheme', 10, 'text', ({ only }) => (only ? words.say(`assess.${only}`) : '')],
    ['assess.weight', 10, 'text', ({ weight }) => decimals(weight)],
    ['assess.rule', 46, 'text', words.rule],
    ['assess.target', 20, 'text', words.target],
  ];
}

/** A column of a sheet: its heading, its width and look, and what stands in it. */
export type ItemColumn<Item> = readonly [
  heading: MessageKey,
  width: number,
  look: CellLook,
  cell: (item: Item) => Cell,
];

/** A table as a sheet, with what was assessed in its first line. */
export function sheetOf<Item>(
  title: MessageKey,
  columns: readonly ItemColumn<Item>[],
  items: readonly Item[],
  { tool, run }: Assessment,
  words: Words,
): Sheet {
  const name = words.say(title);
  const widths = columns.map(([, width]) => width);
  const facts = `${words.say('report.period')} ${run.period}   ${words.say('report.as-of')} ${run.asOf}`;
  const notes = [
    `Plumbline ${tool.version} ${words.say('assess.title')} · ${name} · ${facts}`,
    ...(run.complete ? [] : [acrossColumns(words.say('assess.incomplete'), 'alarm', widths)]),
  ];
  const heads = columns.map(([key]) => words.say(key));
  const looks = columns.map(([, , look]) => look);
  const bar = looks.indexOf('percentBar');
  const letter = bar < 0 ? '' : String.fromCharCode(65 + bar);
  const first = notes.length + 2;
  const rows = items.map((item): SheetRow => {
    const row = columns.map(([, , , cellOf]) => cellOf(item));
    const cells = row.map((cell) => (typeof cell === 'string' ? cellText(cell) : cell));
    return { cells, looks, height: heightOf(cells, widths) };
  });
  const sheet = listSheet({ name, notes, heads, widths, rows }, words.lang);
  if (!letter || items.length === 0) return sheet;
  return { ...sheet, bars: [`${letter}${first}:${letter}${first + items.length - 1}`] };
}
