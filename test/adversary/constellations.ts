/** What a district hands in: which points and registers, and which columns. None of it is a fault where all do the same. */
import { HEADINGS } from './headings.js';
import type { Row, Table } from './world.js';

/** A constellation leaves tables out, or columns of them. */
export interface Constellation {
  keeps?(table: Table): boolean;
  /** Whether a column of the tables that are kept stands in them. */
  shows?(table: Table, column: string): boolean;
  /** Whether a row of the tables that are kept was handed in. */
  holds?(row: Row): boolean;
  /** What is left out here others hand in: one finding. */
  gap?: true;
}

/** The columns that say when the event of a row occurred, by register. */
export const OCCURRED: Record<string, readonly string[]> = {
  births: ['birth_date'],
  marriages: ['marriage_date'],
  contraception: ['service_date'],
  migrants: ['start_date'],
  deaths: ['death_date'],
  women: ['last_birth_date', 'marriage_date', 'method_date'],
  households: ['birth_date'],
};

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

const months = (register: string, at: string, from: number, to: number): Constellation => ({
  gap: true,
  holds: (row) => {
    if (row.table.register !== register || row.table.point !== at) return true;
    const [column = ''] = OCCURRED[register] ?? [];
    const [year, month] = row.get(column).split('-').map(Number);
    return year !== 2023 || month === undefined || month < from || month > to;
  },
});

const ofCommunity = (register: string, at: string, community: string): Constellation => ({
  gap: true,
  keeps: (table) => table.register !== register || table.point !== at || table.community !== community,
});

/** A run of months, or a register of one community, that its peers have: each is one finding. */
export const OF_GAPS: Record<string, Constellation> = {
  'births of April to August absent at system': months('births', 'system', 4, 8),
  'births of April to August absent at ledger': months('births', 'ledger', 4, 8),
  'marriages of the first months absent at system': months('marriages', 'system', 1, 6),
  'contraception of the last months absent at ledger': months('contraception', 'ledger', 7, 12),
  'migrants of autumn absent at system': months('migrants', 'system', 8, 12),
  'women of a community absent at ledger': ofCommunity('women', 'ledger', '朝阳社区'),
  'women of a community absent at card': ofCommunity('women', 'card', '红旗社区'),
  'births of a community absent at ledger': ofCommunity('births', 'ledger', '朝阳社区'),
  'deaths of a community absent at ledger': ofCommunity('deaths', 'ledger', '红旗社区'),
};

/** Whether a row, or a cell of it, is among what is handed in. */
export const handedIn = ({ keeps, shows, holds }: Constellation, row: Row, column?: string): boolean =>
  (keeps?.(row.table) ?? true) &&
  (holds?.(row) ?? true) &&
  (column === undefined || (row.table.columns.has(column) && (shows?.(row.table, column) ?? true)));

/**
 * What a district cannot be without, since nothing else says it: by section 9.4 two rows of one mother and day are the
 * same child unless sex, names, certificates or IDs differ, so that twins of one sex need one of the columns; and that a
 * child was born before the family came only the register of moves knows.
 */
export const NEEDED: readonly string[] = ['no moves', 'births with required columns alone'];

/** Leaves out what the constellation does not hand in. Where columns go the header is one line, without titles. */
export function arrange(tables: readonly Table[], constellation: Constellation): Table[] {
  const { keeps = () => true, shows, holds } = constellation;
  const kept = tables.filter(keeps);
  if (holds) for (const table of kept) table.rows = table.rows.filter((row) => !row.data || holds(row));
  if (shows) for (const table of kept) hideColumns(table, shows);
  return kept;
}

function hideColumns(table: Table, shows: NonNullable<Constellation['shows']>): void {
  const gone = [...table.columns].filter(([column]) => !shows(table, column));
  const places = new Set(gone.map(([, place]) => place));
  if (places.size === 0) return;
  const left = [...table.columns].filter(([column]) => shows(table, column));
  const headings = table.head.at(-1) ?? [];
  for (const [column, place] of table.columns)
    headings[place] = HEADINGS[table.register]?.[column]?.split(' ')[0] ?? column;
  table.head.splice(0, table.head.length, headings);
  table.headMerges.splice(0);
  for (const [column] of gone) table.columns.delete(column);
  for (const [column, place] of left)
    table.columns.set(column, place - [...places].filter((one) => one < place).length);
  for (const cells of [...table.head, ...table.rows.map((row) => row.cells)])
    cells.splice(0, cells.length, ...cells.filter((_, place) => !places.has(place)));
}
