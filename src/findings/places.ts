import { columnLetters } from '../keys/column-letters.js';
import type { CitedRecord } from '../model/finding.js';
import type { UsualWritings } from '../model/source.js';
import { SHARED_COLUMNS } from '../registers/columns.js';
import { REGISTERS } from '../registers/index.js';
import type { ColumnType, Register } from '../registers/types.js';
import type { RawFinding } from '../rules/raw-finding.js';
import type { Cited } from './cited.js';
import { typeOf } from './column-types.js';
import { writtenText } from './written.js';

/** Hides what is personal in a value, or shows it where the run reveals. */
export type Mask = (type: ColumnType, value: string | number | null) => string | number | null;

/** What a place needs besides its record. */
export interface PlaceOptions {
  /** Hides personal values; the identity function where the run reveals. */
  mask: Mask;
  /** How tables write what is read as something else, by source. */
  writings: ReadonlyMap<number, UsualWritings>;
}

/** Where each cited record of a finding is kept, with its headings, cells and values. */
export function placesOf(
  finding: RawFinding,
  cited: ReadonlyMap<number, Cited>,
  options: PlaceOptions,
): CitedRecord[] {
  return finding.cited.flatMap(({ record, columns }) => {
    const entry = cited.get(record);
    return entry ? [placeOf(entry, columns, options)] : [];
  });
}

function placeOf(entry: Cited, columns: readonly string[], { mask, writings }: PlaceOptions): CitedRecord {
  const { source, row, values } = entry;
  // Of the wide form of figures, columns without a place of their own stand for all indicators.
  const held = source.columns.filter(({ index }) => index >= 0);
  const bound = columns.flatMap((name) => held.find((column) => column.name === name) ?? []);
  const register = REGISTERS[source.register];
  const shown = columns.length > 0 ? columns : register.identity;
  const maskedIn = (held: NonNullable<typeof values>, name: string) =>
    mask(typeOf(register, name), cellValue(held, name));
  return {
    path: source.path,
    sheet: source.sheet,
    row,
    register: source.register,
    point: source.point,
    columns: bound.map((column) => column.name),
    headings: bound.map((column) => column.heading),
    cells: bound.map((column) => `${columnLetters(column.index)}${row}`),
    ...(bound.every(({ name }) => SHARED.has(name)) ? anchorOf(source, register, row) : {}),
    values: Object.fromEntries(values ? shown.map((name) => [name, maskedIn(values, name)]) : []),
    ...writtenIn(entry, shown, { mask, writings }),
  };
}

/** The cells among those shown that are not written as they were read. */
function writtenIn(
  { source, values, unusual = {} }: Cited,
  columns: readonly string[],
  { mask, writings }: PlaceOptions,
): { written?: Record<string, string> } {
  const usual = writings.get(source.source) ?? {};
  if (values === null) return {};
  const partial = String(values.partial ?? '').split(' ');
  const written = columns.flatMap((name) => {
    const type = typeOf(REGISTERS[source.register], name);
    const text = writtenText({ usual, unusual, partial }, name, type, cellValue(values, name));
    return text === undefined ? [] : [[name, String(mask(type, text))] as const];
  });
  return written.length > 0 ? { written: Object.fromEntries(written) } : {};
}

const SHARED: ReadonlySet<string> = new Set(SHARED_COLUMNS);

/** The cell that names the record: its figure, else whose record it is. */
function anchorOf(source: Cited['source'], register: Register, row: number): { anchor?: string } {
  const own = source.columns.filter(({ index, name }) => index >= 0 && !SHARED.has(name));
  const named = (type: ColumnType) =>
    own.find(({ name }) => register.identity.includes(name) && typeOf(register, name) === type);
  const column = own.find(({ name }) => name === 'value') ?? named('name') ?? named('id') ?? own[0];
  return column ? { anchor: `${columnLetters(column.index)}${row}` } : {};
}

/** A partial date keeps its precision: the store holds it as the first of its month. */
function cellValue(values: NonNullable<Cited['values']>, name: string): string | number | null {
  const value = values[name];
  if (value === undefined || value === null || typeof value === 'boolean') return null;
  const partial = String(values.partial ?? '').split(' ');
  return partial.includes(name) ? String(value).slice(0, 7) : value;
}
