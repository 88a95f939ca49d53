import type { RegisterName } from '../registers/types.js';
import { type Day, monthOf, yearOf } from './calendar.js';
import type { Layout } from './layout.js';
import { FOLDERS, type Placement, RUNNING, wholeDistrict } from './placement.js';
import type { Fact, Row, Table } from './tables.js';

/** Registers of a community's ledger that it hands in month by month. */
const MONTHLY: readonly RegisterName[] = [
  'births',
  'marriages',
  'contraception',
  'migrants',
  'deaths',
  'moves',
  'visits',
];

/** Which street a community belongs to, and what the district is called. */
export interface Streets {
  district: string;
  of(community: string): string;
}

/** A month as the names of files and sheets have it: 2023年05月. */
export function monthName(year: number, month: number): string {
  return `${year}年${String(month).padStart(2, '0')}月`;
}

/**
 * Each community hands in its registers of events month by month, and at the end of the year its cards, the register of
 * women and the building list. A row stands in the month of its event, as it is known at the end of the year; of
 * earlier years only the system knows.
 */
export function monthlyPlacement(year: number, streets: Streets): Placement {
  const isMonthly = ({ point, register }: Table): boolean => point === 'ledger' && MONTHLY.includes(register);
  const monthOfRow = ({ fact }: Row): number => monthWithin(year, dayOf(fact));
  const part = (table: Table, month: number): Table => ({ ...table, period: monthName(year, month) });
  const folder = ({ point, community }: Table): string => {
    const street = `${FOLDERS[point]}/${streets.of(community)}`;
    return point === 'ledger' ? `${street}/${community}` : street;
  };
  const workbook = (table: Table): string => {
    const { point, community, period } = table;
    const of = period ?? (point === 'ledger' ? '年末' : '');
    return `${folder(table)}/${community}${of && `_${of}`}.xlsx`;
  };
  return {
    kept: (table) =>
      isMonthly(table) ? { ...table, rows: table.rows.filter((row) => monthOfRow(row) > 0) } : table,
    parts: (table) => {
      if (!isMonthly(table)) return [table];
      const months: Table[] = MONTHS.map((month) => ({ ...part(table, month), rows: [] }));
      for (const row of table.rows) months[monthOfRow(row) - 1]?.rows.push(row);
      return table.copy ? months.filter(({ rows }) => rows.length > 0) : months;
    },
    repeated: (table) => {
      if (!isMonthly(table)) return table;
      const count = (month: number): number => table.rows.filter((row) => monthOfRow(row) === month).length;
      const fullest = MONTHS.reduce((best, month) => (count(month) > count(best) ? month : best));
      return { ...table, rows: table.rows.filter((row) => monthOfRow(row) === fullest) };
    },
    partOf: (table, row) => (isMonthly(table) ? part(table, monthOfRow(row)) : table),
    workbook,
    csv: (table, title) =>
      wholeDistrict(table.point)
        ? RUNNING.csv(table, title)
        : `${folder(table)}/${table.community}_${title}.csv`,
  };
}

const MONTHS = Array.from({ length: 12 }, (_, n) => n + 1);

/** The month whose file a day belongs to; 0 for earlier years, and December for visits still to come. */
function monthWithin(year: number, day: Day): number {
  if (yearOf(day) < year) return 0;
  return yearOf(day) > year ? 12 : monthOf(day);
}

/** The day that decides which month a row is handed in. */
function dayOf(fact: Fact): Day {
  if ('date' in fact) return fact.date;
  if ('child' in fact) return fact.child.birth;
  if ('start' in fact) return fact.start;
  if ('visited' in fact) return fact.visited ?? fact.due;
  throw new Error('no monthly register holds this');
}

/** The system's export says for each row which street and district it is of. */
export function withStreets(layout: Layout, streets: Streets): Layout {
  return {
    ...layout,
    draw: (table) =>
      layout.draw(table).map((drawn) => {
        if (table.point !== 'system') return drawn;
        const place = [streets.of(table.community), streets.district];
        return {
          ...drawn,
          head: drawn.head.map((row) => ({ ...row, cells: [...row.cells, '街道', '区县'] })),
          body: Array.from(drawn.body, (row) => ({ ...row, cells: [...row.cells, ...place] })),
        };
      }),
  };
}
