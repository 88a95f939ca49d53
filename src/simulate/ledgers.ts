import type { RegisterName } from '../registers/types.js';
import { type Day, iso } from './calendar.js';
import type { Birth, Facts, Household, Marriage } from './people.js';
import {
  birthRow,
  deathRow,
  hospitalRow,
  marriageRow,
  memberRow,
  moveRow,
  operationRow,
  rowOf,
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
    rowOf({ kind: 'building', building }, [
      community,
      building,
      String(count.households),
      String(count.persons),
    ]),
  );
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The rows sorted by a date column: running registers are written in the order of events. */
function dated(register: RegisterName, column: string, rows: Row[]): Row[] {
  const at = COLUMNS[register].indexOf(column);
  return rows.sort((a, b) => byText(a.cells[at] ?? '', b.cells[at] ?? ''));
}

/** Registers of events, kept by ledger and system alike. */
function eventTables(community: string, facts: Facts, point: string): Table[] {
  const named = point === 'system';
  const table = (register: RegisterName, column: string, rows: Row[]): Table => ({
    point,
    register,
    community,
    rows: dated(register, column, rows),
  });
  return [
    table(
      'births',
      'birth_date',
      facts.births.map((fact) => birthRow(community, fact, named)),
    ),
    table(
      'marriages',
      'marriage_date',
      facts.marriages.map((fact) => marriageRow(community, fact)),
    ),
    table(
      'contraception',
      'service_date',
      facts.operations.map((fact) => operationRow(community, fact)),
    ),
    table(
      'migrants',
      'start_date',
      facts.stays.map((fact) => stayRow(community, fact)),
    ),
    { point, register: 'women', community, rows: facts.women.map((fact) => womanRow(community, fact)) },
    table(
      'deaths',
      'death_date',
      facts.deaths.map((fact) => deathRow(community, fact)),
    ),
    table(
      'moves',
      'move_date',
      facts.moves.map((fact) => moveRow(community, fact)),
    ),
  ];
}

/** All registers of one community at all points, in the order in which they are written. */
export function tablesOf(community: string, facts: Facts, year: number): Table[] {
  const rows = (point: string, register: RegisterName, list: Row[]): Table => ({
    point,
    register,
    community,
    rows: list,
  });
  const cards = facts.households.flatMap((household) =>
    household.members.map((member) => memberRow(community, household, member)),
  );
  const visits = facts.visits.map((fact) => visitRow(community, fact));
  const ofYear = (day: Day): boolean => iso(day).startsWith(String(year));
  const hospital = facts.births.filter((fact) => fact.basis === '户籍' && ofYear(fact.child.birth));
  const civil = facts.marriages.filter((fact) => ofYear(fact.date));
  return [
    rows('card', 'households', cards),
    rows(
      'card',
      'women',
      facts.women.map((fact) => womanRow(community, fact)),
    ),
    ...eventTables(community, facts, 'ledger'),
    rows('ledger', 'visits', dated('visits', 'due_date', visits)),
    rows('ledger', 'buildings', buildingRows(community, facts.households)),
    ...eventTables(community, facts, 'system'),
    rows(
      'hospital',
      'births',
      witnessed(hospital).map((fact) => hospitalRow(community, fact)),
    ),
    rows(
      'civil',
      'marriages',
      witnessed(civil).map((fact) => civilRow(community, fact)),
    ),
  ];
}

function civilRow(community: string, fact: Marriage): Row {
  const full = marriageRow(community, fact);
  return { ...full, cells: full.cells.slice(0, WITNESS_COLUMNS.marriages.length) };
}

/** Outside lists are never complete: of every five events they lack one (twins come together). */
function witnessed<T extends Birth | Marriage>(facts: readonly T[]): T[] {
  return facts.filter((fact, index) => index % 5 !== 4 || (fact.kind === 'birth' && fact.twin));
}
