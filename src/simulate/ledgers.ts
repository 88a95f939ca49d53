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
  const row = (fact: Birth) => birthRow(community, fact, point === 'system');
  const table = tableAt(point, community);
  return [
    table('births', facts.births.map(row), 'birth_date'),
    table('marriages', rowsOf(community, facts.marriages, marriageRow), 'marriage_date'),
    table('contraception', rowsOf(community, facts.operations, operationRow), 'service_date'),
    table('migrants', rowsOf(community, facts.stays, stayRow), 'start_date'),
    table('women', rowsOf(community, facts.women, womanRow)),
    table('deaths', rowsOf(community, facts.deaths, deathRow), 'death_date'),
    table('moves', rowsOf(community, facts.moves, moveRow), 'move_date'),
  ];
}

function rowsOf<One>(community: string, facts: readonly One[], row: (community: string, fact: One) => Row) {
  return facts.map((fact) => row(community, fact));
}

/** Makes tables of a community at a point; rows are in the order of the dates in a column where one is named. */
function tableAt(point: string, community: string) {
  return (register: RegisterName, rows: Row[], column?: string): Table => {
    return { point, register, community, rows: column ? dated(register, column, rows) : rows };
  };
}

/** All registers of one community at all points, in the order in which they are written. */
export function tablesOf(community: string, facts: Facts, year: number): Table[] {
  const [card, ledger] = [tableAt('card', community), tableAt('ledger', community)];
  const cards = facts.households.flatMap((household) =>
    household.members.map((member) => memberRow(community, household, member)),
  );
  const births = facts.births.filter(({ basis, child }) => basis === '户籍' && yearOf(child.birth) === year);
  const weddings = facts.marriages.filter(({ date }) => yearOf(date) === year);
  return [
    card('households', cards),
    card('women', rowsOf(community, facts.women, womanRow)),
    ...eventTables(community, facts, 'ledger'),
    ledger('visits', rowsOf(community, facts.visits, visitRow), 'due_date'),
    ledger('buildings', buildingRows(community, facts.households)),
    ...eventTables(community, facts, 'system'),
    tableAt('hospital', community)('births', rowsOf(community, witnessed(births), hospitalRow)),
    tableAt('civil', community)('marriages', rowsOf(community, witnessed(weddings), civilRow)),
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
