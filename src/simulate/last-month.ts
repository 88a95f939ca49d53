import path from 'node:path';
import { ROSTER_NAMES } from '../registers/types.js';
import { dayOf, iso } from './calendar.js';
import type { Inventor } from './community.js';
import { Files } from './files.js';
import type { Layout } from './layout.js';
import type { SimulateOptions } from './options.js';
import type { Facts } from './people.js';
import { RUNNING } from './placement.js';
import { type Before, undoArrivals, undoDepartures } from './previous/before.js';
import { addSlips } from './previous/slips.js';
import { memberRow, personOf, womanRow } from './rows.js';
import { COLUMNS, type Row, type Table } from './tables.js';
import { type TruthFault, truthOf } from './truth.js';

/** The folder beside the data that holds last month's registers of people. */
const PREVIOUS = 'previous';
/** Events of so many days before last month's end may still be late in the registers. */
const LATE = 80;

type PlaceOf = Files['placeOf'];

/**
 * Last month's registers of people: this month's, with what happened since undone, with slips that were corrected since,
 * and with people who vanish or join without a reason.
 */
export class LastMonth {
  private readonly files: Files;
  /** Rows of families that the community before handed over to this one, and this one to the next. */
  private handed: { table: Table; row: Row }[] = [];

  constructor(
    folder: string,
    layout: Layout,
    private readonly inventor: Inventor,
    private readonly options: SimulateOptions,
  ) {
    this.files = new Files(path.join(folder, PREVIOUS), layout, RUNNING, options.format);
  }

  /** How a community stood last month, from this month's tables before faults are planted in them. */
  tell(index: number, facts: Facts, tables: readonly Table[]): { before: Before; tables: Table[] } {
    const invention = this.inventor.invention(index, PREVIOUS, facts);
    const end = dayOf(invention.year, 11, 30);
    const before: Before = {
      ...{ invention, end, since: end - LATE },
      rosters: tables.filter(({ register }) => ROSTER_NAMES.some((name) => name === register)),
      ...{ absent: new Set(), unenrolled: new Set(), handed: new Set() },
      ...{ edits: new Map(), left: [], vanished: new Map(), joined: new Map() },
    };
    undoArrivals(before);
    undoDepartures(before);
    addSlips(before, index + 1 < this.options.communities);
    const received = this.handed;
    this.handed = [];
    return { before, tables: before.rosters.map((table) => this.asItWas(before, table, received)) };
  }

  /** Writes it, and says who vanished and who joined; this month's tables must have been written. */
  async write(
    { before, tables }: ReturnType<LastMonth['tell']>,
    from: number,
    now: PlaceOf,
    isLast: boolean,
  ): Promise<TruthFault[]> {
    for (const table of tables) this.files.write(table);
    await this.files.finishCommunity();
    const then: PlaceOf = (place) => {
      const at = this.files.placeOf(place);
      return { ...at, path: `${PREVIOUS}/${at.path}` };
    };
    const vanished = truthOf([...before.vanished.values()], from, then);
    if (isLast) this.files.close();
    return [...vanished, ...truthOf([...before.joined.values()], from + vanished.length, now)];
  }

  /** A table of last month: rows as they were, those received from the community before, those of people who left since. */
  private asItWas(before: Before, now: Table, received: typeof this.handed): Table {
    const table: Table = { ...now, rows: [] };
    for (const row of now.rows) {
      const person = personOf(row);
      if (before.absent.has(person)) continue;
      if (now.register === 'women' && before.unenrolled.has(person)) continue;
      const as = { ...row, cells: cellsOf(before, now, row) };
      if (before.handed.has(person)) this.handed.push({ table: now, row: as });
      else table.rows.push(as);
    }
    const at = COLUMNS[now.register].indexOf('community');
    for (const { table: theirs, row } of received) {
      if (theirs.point !== now.point || theirs.register !== now.register) continue;
      table.rows.push({ ...row, cells: row.cells.with(at, now.community) });
    }
    table.rows.push(...leftRows(before, table));
    return table;
  }
}

/** The rows of people who have left since; whoever vanished can be found there. */
function leftRows(before: Before, table: Table): Row[] {
  const { left, invention, vanished } = before;
  const rows = left.flatMap(({ household, women }) => {
    if (table.register === 'women') return women.map((woman) => womanRow(table.community, woman));
    if (invention.facts.households.includes(household)) return [];
    return household.members.map((member) => memberRow(table.community, household, member));
  });
  return rows.map((made) => {
    const row = { ...made, cells: cellsOf(before, table, made) };
    vanished.get(personOf(row))?.places.push({ table, row });
    return row;
  });
}

/** The cells of a row last month: without what was written since, and with slips that were corrected since. */
function cellsOf({ edits, end }: Before, { register }: Table, row: Row): string[] {
  const own = edits.get(personOf(row)) ?? {};
  const last = iso(end);
  return row.cells.map((cell, i) => {
    const edited = own[COLUMNS[register][i] ?? ''];
    if (edited !== undefined) return edited;
    return /^\d{4}-\d\d-\d\d$/.test(cell) && cell > last ? '' : cell;
  });
}
