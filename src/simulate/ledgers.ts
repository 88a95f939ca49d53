import { byText } from '../keys/order.js';
import type { RegisterName } from '../registers/types.js';
import { yearOf } from './calendar.js';
import type { Birth, Facts, Household, Marriage } from './people.js';
import {
  birthRow,
  deathRow,
  hospitalRow,
  marriageRow,
  memberRow,
  moveRow,
  newRow,
  operationRow,
  stayRow,
  visitRow,
  womanRow,
} from './rows.js';
import { COLUMNS, type Row, type Table, WITNESS_COLUMNS } from './tables.js';

/** The building list, counted from the cards. */
function buildingRows(community: string, households: readonly Household[]): Row[] {
  const counts = new Map<string, { households: number; persons: number }>();
  for (const { building, members } of households) {
    const count = counts.get(building) ?? { households: 0, persons: 0 };
    counts.set(building, count);
    count.households += 1;
    count.persons += members.length;
  }
  return [...counts].map(([building, count]) =>
    newRow({ kind: 'building', building }, [
      community,
      building,
      String(count.households),
      String(count.persons),
    ]),
  );
}

/** The rows sorted by a date column: running registers are written in the order of events. */
function dated(register: RegisterName, column: string, rows: Row[]): Row[] {
  const at = COLUMNS[register].indexOf(column);
  return rows.sort((a, b) => byText(a.cells[at] ?? '', b.cells[at] ?? ''));
}

/** Registers of events, kept by ledger and system alike, and the register of women. */
function eventTables(community: string, facts: Facts, point: string): Table[] {
  const named = point === 'system';
  const table = (register: RegisterName, rows: Row[], column?: string): Table => ({
    point,
    register,
    community,
    rows: column ? dated(register, column, rows) : rows,
  });
  const births = facts.births.map((fact) => birthRow(community, fact, named));
  const marriages = facts.marriages.map((fact) => marriageRow(community, fact));
  const operations = facts.operations.map((fact) => operationRow(community, fact));
  const stays = facts.stays.map((fact) => stayRow(community, fact));
  const deaths = facts.deaths.map((fact) => deathRow(community, fact));
  const moves = facts.moves.map((fact) => moveRow(community, fact));
  return [
    table('births', births, 'birth_date'),
    table('marriages', marriages, 'marriage_date'),
    table('contraception', operations, 'service_date'),
    table('migrants', stays, 'start_date'),
    table('women', womenRows(community, facts)),
    table('deaths', deaths, 'death_date'),
    table('moves', moves, 'move_date'),
  ];
}

function womenRows(community: string, facts: Facts): Row[] {
  return facts.women.map((fact) => womanRow(community, fact));
}

/** All registers of one community at all points, in the order in which they are written. */
export function tablesOf(community: string, facts: Facts, year: number): Table[] {
  const table = (point: string, register: RegisterName, rows: Row[]): Table => ({
    point,
    register,
    community,
    rows,
  });
  const cards = facts.households.flatMap((household) =>
    household.members.map((member) => memberRow(community, household, member)),
  );
  const visits = facts.visits.map((fact) => visitRow(community, fact));
  return [
    table('card', 'households', cards),
    table('card', 'women', womenRows(community, facts)),
    ...eventTables(community, facts, 'ledger'),
    table('ledger', 'visits', dated('visits', 'due_date', visits)),
    table('ledger', 'buildings', buildingRows(community, facts.households)),
    ...eventTables(community, facts, 'system'),
    table('hospital', 'births', hospitalRows(community, facts, year)),
    table('civil', 'marriages', civilRows(community, facts, year)),
  ];
}

function hospitalRows(community: string, facts: Facts, year: number): Row[] {
  const own = facts.births.filter(({ basis, child }) => basis === '户籍' && yearOf(child.birth) === year);
  return witnessed(own).map((fact) => hospitalRow(community, fact));
}

function civilRows(community: string, facts: Facts, year: number): Row[] {
  const weddings = facts.marriages.filter(({ date }) => yearOf(date) === year);
  return witnessed(weddings).map((fact) => civilRow(community, fact));
}

function civilRow(community: string, fact: Marriage): Row {
  const full = marriageRow(community, fact);
  return { ...full, cells: full.cells.slice(0, WITNESS_COLUMNS.marriages.length) };
}

/** Outside lists are never complete: of every five events they lack one (twins come together). */
function witnessed<T extends Birth | Marriage>(facts: readonly T[]): T[] {
  return facts.filter((fact, index) => index % 5 !== 4 || (fact.kind === 'birth' && fact.twin));
}
