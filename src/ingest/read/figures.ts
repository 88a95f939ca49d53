import type { BoundColumn, RawCell, RawRow } from '../../model/source.js';
import type { Binding, Heading } from './headings.js';

/** An indicator column of figures in the wide form. */
export interface WideColumn {
  index: number;
  heading: string;
}

/** What a column 单位 holds where it is the unit and not the area. */
const UNITS = /^(人|名|%|％|‰|例|对|户|个|元|万元|万人|千人|岁|天|年|次|份|张|:|比)$/;
/** A number with short words around it: 956万, 5.70‰, 约200, 10% 以上, 93:100. */
const NUMBER = /^\D{0,3}[\d,，]+(?:\.\d*)?(?:[:：]\d+|\D{0,6})$/;

/** What the first rows below a header say about its columns, should they be figures. */
export interface FiguresFacts {
  /** The column 单位 holds units, and no areas. */
  holdsUnits: boolean;
  /** Columns of the wide form that hold numbers: 0-based positions. */
  numbers: number[];
}

/**
 * What `figuresColumns` asks of the rows below a header.
 *
 * @returns undefined where that is nothing, as for most tables
 */
export function figuresFacts(bound: Binding, rows: readonly string[][]): FiguresFacts | undefined {
  const unit = doubtfulUnit(bound.columns);
  const holdsUnits = unit !== undefined && rows.some((cells) => UNITS.test((cells[unit.index] ?? '').trim()));
  const numbers = indicatorsIn(settleUnit(bound.columns, holdsUnits), bound.unknown, rows);
  if (!holdsUnits && numbers.length === 0) return undefined;
  return { holdsUnits, numbers: numbers.map(({ index }) => index) };
}

/**
 * The columns of a table of figures: settles whether 单位 is the area or the unit, and finds the indicator columns
 * of the wide form.
 */
export function figuresColumns(
  bound: Binding,
  { holdsUnits, numbers }: FiguresFacts = { holdsUnits: false, numbers: [] },
): { binding: Binding; wide?: WideColumn[] } {
  const binding = { ...bound, columns: settleUnit(bound.columns, holdsUnits) };
  const wide = bound.unknown.filter(({ index }) => numbers.includes(index));
  if (wide.length === 0) return { binding };
  return { binding: asLong(binding, wide), wide: wide.map(({ index, text }) => ({ index, heading: text })) };
}

/**
 * Area and period, and nothing that says what the others are: those of numbers are the indicators. Where a name gives the
 * period, and not a column, all of them are numbers.
 */
function indicatorsIn(
  columns: readonly BoundColumn[],
  unknown: readonly Heading[],
  rows: readonly string[][],
): readonly Heading[] {
  const names = new Set(columns.map((column) => column.name));
  if (!names.has('area') || names.has('indicator') || names.has('value')) return [];
  const numbers = unknown.filter((heading) => holdsNumbers(heading, rows));
  if (names.has('period')) return numbers;
  const isTable =
    numbers.length === unknown.length && numbers.length > 1 && rows.some((row) => hasCount(row, numbers));
  return isTable ? numbers : [];
}

/** A count among the cells: neither an ID nor a telephone number. */
function hasCount(row: readonly string[], columns: readonly Heading[]): boolean {
  return columns.every(({ index }) => /^\s*[\d,.%‰]{1,10}\s*$/.test(row[index] ?? ''));
}

/** A column 单位 that may be the area, since no other is. */
function doubtfulUnit(columns: readonly BoundColumn[]): BoundColumn | undefined {
  const hasArea = columns.some((column) => column.name === 'area');
  return hasArea ? undefined : columns.find((column) => column.name === 'unit');
}

function settleUnit(columns: readonly BoundColumn[], holdsUnits: boolean): readonly BoundColumn[] {
  const unit = holdsUnits ? undefined : doubtfulUnit(columns);
  return unit ? columns.map((column) => (column === unit ? { ...column, name: 'area' } : column)) : columns;
}

/** Whether most cells are numbers: what else stands there is a finding, not another column. */
function holdsNumbers(heading: Heading, rows: readonly string[][]): boolean {
  const cells = rows.map((row) => (row[heading.index] ?? '').trim());
  const filled = cells.filter((cell) => cell !== '' && cell !== '-' && cell !== '/' && cell !== '—');
  return filled.filter((cell) => NUMBER.test(cell)).length * 2 >= filled.length;
}

/** Indicator, value and unit have no column of their own in the wide form: their index is -1. */
function asLong(binding: Binding, wide: readonly Heading[]): Binding {
  const own = binding.columns.filter((column) => column.name !== 'unit');
  const made = ['indicator', 'value', 'unit'].map((name) => ({ name, index: -1, heading: '' }));
  return {
    ...binding,
    columns: [...own, ...made],
    unknown: binding.unknown.filter((one) => !wide.includes(one)),
  };
}

/**
 * The rows of the long form that one row of the wide form stands for: one an indicator that is filled.
 *
 * @param cells the row's cells, aligned with the source's columns
 * @param record the row as the file has it
 */
export function longRows(
  row: number,
  cells: RawCell[],
  record: readonly RawCell[],
  columns: readonly BoundColumn[],
  wide: readonly WideColumn[],
): RawRow[] {
  const at = (name: string) => columns.findIndex((column) => column.name === name);
  const [indicator, value] = [at('indicator'), at('value')];
  return wide.flatMap(({ index, heading }) => {
    const cell = record[index] ?? null;
    if (cell === null || cell === '') return [];
    const long = [...cells];
    long[indicator] = heading;
    long[value] = cell;
    return [{ row, cells: long, column: index }];
  });
}
