/** What a district hands in: which points and registers, and which columns. None of it is a fault where all do the same. */
import { HEADINGS } from './headings.js';
import type { Table } from './world.js';

/** A constellation leaves tables out, or columns of them. */
export interface Constellation {
  keeps?(table: Table): boolean;
  /** Whether a column of the tables that are kept stands in them. */
  shows?(table: Table, column: string): boolean;
}

const WITNESSES = ['hospital', 'civil'];
const POINTS = ['card', 'ledger', 'system'];
/** Registers that a point may do without. */
const OPTIONAL = [
  'births',
  'marriages',
  'contraception',
  'migrants',
  'women',
  'deaths',
  'moves',
  'visits',
  'buildings',
];

/** Columns that the specification marks as required, by register (section 3). */
const REQUIRED: Record<string, string> = {
  births: 'community child_sex birth_date parity mother_name mother_id',
  marriages: 'community husband_name husband_id wife_name wife_id marriage_date',
  contraception: 'community woman_name woman_id method service_date',
  migrants: 'community direction name id sex start_date',
  women: 'community name id marital_status',
  households: 'community household_no name sex id birth_date',
  deaths: 'community name sex id death_date',
  moves: 'community direction name id move_date',
  visits: 'community woman_name woman_id service',
  buildings: 'community building households',
};

const isRequired = (register: string, column: string): boolean =>
  (REQUIRED[register] ?? '').split(' ').includes(column);

const points = (...kept: string[]): Constellation => ({
  keeps: ({ point }) => kept.includes(point) || WITNESSES.includes(point),
});

const without = (register: string, at: (point: string) => boolean): Constellation => ({
  keeps: (table) => table.register !== register || !at(table.point),
});

/** Which points hand something in: all, two, or one; with and without witnesses. */
export const OF_POINTS: Record<string, Constellation> = {
  'all points': {},
  'no witnesses': { keeps: ({ point }) => !WITNESSES.includes(point) },
  'ledger and system': points('ledger', 'system'),
  'card and ledger': points('card', 'ledger'),
  'card and system': points('card', 'system'),
  'card alone': points('card'),
  'ledger alone': points('ledger'),
  'system alone': points('system'),
};

/** A register that nobody keeps, or one point alone does not. */
export const OF_REGISTERS: Record<string, Constellation> = Object.fromEntries(
  OPTIONAL.flatMap((register) => [
    [`no ${register}`, without(register, () => true)],
    ...POINTS.map((point) => [`no ${register} at ${point}`, without(register, (at) => at === point)]),
  ]),
);

/** Columns that need not be there. */
export const OF_COLUMNS: Record<string, Constellation> = Object.fromEntries(
  Object.keys(REQUIRED).flatMap((register) => [
    [
      `${register} with required columns alone`,
      {
        shows: (table: Table, column: string) => table.register !== register || isRequired(register, column),
      },
    ],
    ...Object.keys(HEADINGS[register] ?? {})
      .filter((column) => !isRequired(register, column))
      .map((column) => [
        `${register} without ${column}`,
        { shows: (table: Table, name: string) => table.register !== register || name !== column },
      ]),
  ]),
);

/** Leaves out what the constellation does not hand in. Tables must have a header of one line for columns to go. */
export function arrange(tables: readonly Table[], { keeps = () => true, shows }: Constellation): Table[] {
  const kept = tables.filter(keeps);
  if (shows) for (const table of kept) hideColumns(table, shows);
  return kept;
}

function hideColumns(table: Table, shows: NonNullable<Constellation['shows']>): void {
  const gone = [...table.columns].filter(([column]) => !shows(table, column));
  const places = new Set(gone.map(([, place]) => place));
  if (places.size === 0) return;
  const left = [...table.columns].filter(([column]) => shows(table, column));
  for (const [column] of gone) table.columns.delete(column);
  for (const [column, place] of left)
    table.columns.set(column, place - [...places].filter((one) => one < place).length);
  for (const cells of [...table.head, ...table.rows.map((row) => row.cells)])
    cells.splice(0, cells.length, ...cells.filter((_, place) => !places.has(place)));
}
