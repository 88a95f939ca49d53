import { byText } from '../keys/order.js';
import type { RegisterName } from '../registers/types.js';
import { yearOf } from './calendar.js';
import type { Birth, Facts, Household, Marriage } from './people.js';
import * as rows from './rows.js';
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
  return [...counts].map(([building, { households: cards, persons }]) =>
    rows.newRow({ kind: 'building', building }, [community, building, String(cards), String(persons)]),
  );
}

/** The rows sorted by a date column: running registers are written in the order of events. */
function dated(register: RegisterName, column: string, all: Row[]): Row[] {
  const at = COLUMNS[register].indexOf(column);
  return all.sort((a, b) => byText(a.cells[at] ?? '', b.cells[at] ?? ''));
}

/** Registers of events, kept by ledger and system alike, and the register of women. */
function eventTables(community: string, facts: Facts, point: string): Table[] {
  const row = (fact: Birth) => rows.birthRow(community, fact, point === 'system');
  const table = tableAt(point, community);
  return [
    table('births', facts.births.map(row), 'birth_date'),
    table('marriages', rowsOf(community, facts.marriages, rows.marriageRow), 'marriage_date'),
    table('contraception', rowsOf(community, facts.operations, rows.operationRow), 'service_date'),
    table('migrants', rowsOf(community, facts.stays, rows.stayRow), 'start_date'),
    table('women', rowsOf(community, facts.women, rows.womanRow)),
    table('deaths', rowsOf(community, facts.deaths, rows.deathRow), 'death_date'),
    table('moves', rowsOf(community, facts.moves, rows.moveRow), 'move_date'),
  ];
}

function rowsOf<One>(community: string, facts: readonly One[], row: (community: string, fact: One) => Row) {
  return facts.map((fact) => row(community, fact));
}

/** Makes tables of a community at a point; rows are in the order of the dates in a column where one is named. */
function tableAt(point: string, community: string) {
  return (register: RegisterName, all: Row[], column?: string): Table => {
    return { point, register, community, rows: column ? dated(register, column, all) : all };
  };
}

/** All registers of one community at all points, in the order in which they are written. */
export function tablesOf(community: string, facts: Facts, year: number): Table[] {
  const [card, ledger] = [tableAt('card', community), tableAt('ledger', community)];
  const cards = facts.households.flatMap((household) =>
    household.members.map((member) => rows.memberRow(community, household, member)),
  );
  const births = facts.births.filter(({ basis, child }) => basis === '户籍' && yearOf(child.birth) === year);
  const weddings = facts.marriages.filter(({ date }) => yearOf(date) === year);
  return [
    card('households', cards),
    card('women', rowsOf(community, facts.women, rows.womanRow)),
    ...eventTables(community, facts, 'ledger'),
    ledger('visits', rowsOf(community, facts.visits, rows.visitRow), 'due_date'),
    ledger('buildings', buildingRows(community, facts.households)),
    ...eventTables(community, facts, 'system'),
    tableAt('hospital', community)('births', rowsOf(community, witnessed(births), rows.hospitalRow)),
    tableAt('civil', community)('marriages', rowsOf(community, witnessed(weddings), civilRow)),
  ];
}

function civilRow(community: string, fact: Marriage): Row {
  const full = rows.marriageRow(community, fact);
  return { ...full, cells: full.cells.slice(0, WITNESS_COLUMNS.marriages.length) };
}

/** Outside lists are never complete: of every five events they lack one (twins come together). */
function witnessed<T extends Birth | Marriage>(facts: readonly T[]): T[] {
  return facts.filter((fact, index) => index % 5 !== 4 || (fact.kind === 'birth' && fact.twin));
}
