import { REGISTERS } from '../registers/index.js';
import type { RegisterName } from '../registers/types.js';
import type { SheetRow } from '../workbook/sheet.js';
import { COLUMNS, type Row, type Table, WITNESS_COLUMNS } from './tables.js';

/** A line of a file or sheet; `source` is the record that it shows. */
export interface DrawnRow extends SheetRow {
  source?: Row;
}

/** A table as it will stand in a file or sheet. */
export interface Drawn {
  title: string;
  columns: readonly string[];
  head: readonly DrawnRow[];
  body: Iterable<DrawnRow>;
  /** Totals and signatures below; files that several communities share have none. */
  tail: readonly DrawnRow[];
}

/** How tables are set out. A layout changes no value, only how it is written. */
export interface Layout {
  /** One table may be kept in two sheets. */
  draw(table: Table): Drawn[];
  /** Title of the sheet that a row stands in. */
  titleOf(table: Table, row: Row): string;
  /** Turns the text of a CSV file to bytes; `first` at its beginning. */
  encode(name: string, text: string, first: boolean): Buffer;
  /** How a period is written in the figures. */
  period(year: number, month?: number): string;
}

const WITNESS_TITLES: Readonly<Record<string, string>> = { hospital: '医院出生名单', civil: '民政婚姻名单' };

/** Columns of a table: a witness's list has fewer. */
export function columnsOf(table: Pick<Table, 'point' | 'register'>): readonly string[] {
  if (table.point === 'hospital') return WITNESS_COLUMNS.births;
  if (table.point === 'civil') return WITNESS_COLUMNS.marriages;
  return COLUMNS[table.register];
}

/** A column as its register defines it. */
export function definitionOf(register: RegisterName, column: string) {
  const definition = REGISTERS[register].columns.find((one) => one.name === column);
  if (!definition) throw new Error(`${register} has no column ${column}`);
  return definition;
}

/** What the sheet or file of a table is called: cards of women have a name of their own. */
export function titleOf(table: Table): string {
  const witness = WITNESS_TITLES[table.point];
  if (witness) return witness;
  const title =
    table.point === 'card' && table.register === 'women' ? '育妇卡' : REGISTERS[table.register].heading;
  return sheetTitle(table, title);
}

/** A title with the month it is of before it, and after it that it is a copy. */
export function sheetTitle({ period = '', copy }: Table, title: string): string {
  return `${period}${title}${copy ? ' - 副本' : ''}`;
}

/** The headings of the templates, one record a line, dates as YYYY-MM-DD, UTF-8. */
export const PLAIN: Layout = {
  draw(table) {
    const columns = columnsOf(table);
    const headings = columns.map((column) => definitionOf(table.register, column).heading);
    const body = table.rows.map((source) => ({ cells: source.cells, source }));
    return [{ title: titleOf(table), columns, head: [{ cells: headings, look: 'heading' }], body, tail: [] }];
  },
  titleOf: (table) => titleOf(table),
  encode: (_, text) => Buffer.from(text),
  period: (year, month) => (month === undefined ? String(year) : `${year}-${String(month).padStart(2, '0')}`),
};
