import { appendFileSync, writeFileSync } from 'node:fs';
import { put } from '../keys/order.js';
import type { RegisterName } from '../registers/types.js';
import type { Facts, Person } from './people.js';
import { PeopleTruth, type PersonTruth } from './people-truth.js';
import { COLUMNS, type Fact, type Row, type Table } from './tables.js';
import type { TruthPlace } from './truth.js';

/** File of the doors, beside the ledgers. */
export const DOORS = 'door.jsonl';

/** A row that names somebody, and which of its cells are not what the world has. */
export interface DoorRow extends TruthPlace {
  point: string;
  register: string;
  role: string;
  wrong: string[];
}

/** Somebody as they are, and the rows that name them. */
export interface DoorPerson extends PersonTruth {
  rows: DoorRow[];
}

/** Who lives behind a door. Without a number: people of whom the ledgers speak and who live in no household here. */
export interface DoorHousehold {
  community: string;
  household: string | null;
  people: DoorPerson[];
}

/** Roles in which the rows of a register name people, and what their facts call those. */
const NAMED: Partial<Record<RegisterName, Readonly<Record<string, string>>>> = {
  births: { child: 'child', mother: 'mother', father: 'father' },
  marriages: { husband: 'husband', wife: 'wife' },
  contraception: { woman: 'woman', spouse: 'husband' },
  women: { self: 'person', husband: 'husband' },
  visits: { woman: 'woman' },
  households: { self: 'person' },
  migrants: { self: 'person' },
  deaths: { self: 'person' },
  moves: { self: 'person' },
};

/** Writes the truth at the doors of a district to a file, a line a household, while the district is invented. */
export class Doors {
  /** Cells of every row before faults, by fact, point and register. */
  private right = new Map<Fact, Map<string, readonly string[]>>();

  constructor(private readonly file: string) {
    writeFileSync(file, '');
  }

  /** Remembers what the rows of a community say while they are right. */
  remember(tables: readonly Table[]): void {
    this.right = new Map();
    for (const { point, register, rows } of tables) {
      for (const { fact, cells } of rows) {
        const known = this.right.get(fact) ?? new Map<string, readonly string[]>();
        this.right.set(fact, known.set(`${point} ${register}`, [...cells]));
      }
    }
  }

  /** Writes the doors of a community, once its rows have their places. */
  write(community: string, facts: Facts, tables: readonly Table[], placeOf: Place, year: number): void {
    const rows = this.rowsOf(tables, placeOf);
    const truth = new PeopleTruth(facts, year);
    const seen = new Set<Person>();
    const lines = facts.households.map((household) => {
      const people = household.members.map((member) => {
        seen.add(member.person);
        return { ...truth.person(member.person, member), rows: rows.get(member.person) ?? [] };
      });
      return { community, household: household.no, people };
    });
    const others = truth.everybody().filter((person) => !seen.has(person));
    const people = others.map((person) => ({ ...truth.person(person), rows: rows.get(person) ?? [] }));
    const all: DoorHousehold[] = [...lines, { community, household: null, people }];
    appendFileSync(this.file, all.map((line) => `${JSON.stringify(line)}\n`).join(''));
  }

  private rowsOf(tables: readonly Table[], placeOf: Place): Map<Person, DoorRow[]> {
    const found = new Map<Person, DoorRow[]>();
    for (const table of tables) {
      const named = NAMED[table.register];
      if (!named || table.copy) continue;
      for (const row of table.rows) {
        const { point, register } = table;
        const shown = { ...placeOf({ table, row }), point, register, wrong: this.wrong(table, row) };
        const people = new Map<string, unknown>(Object.entries(row.fact));
        for (const [role, name] of Object.entries(named)) {
          const person = people.get(name) as Person | null | undefined;
          if (person) put(found, person, { ...shown, role });
        }
      }
    }
    return found;
  }

  /** Columns in which a row differs from what it said before faults; none of a row that was never right. */
  private wrong({ point, register }: Table, { fact, cells }: Row): string[] {
    const right = this.right.get(fact)?.get(`${point} ${register}`);
    if (!right) return [];
    return COLUMNS[register].filter((_, at) => right[at] !== undefined && right[at] !== cells[at]);
  }
}

type Place = (place: { table: Table; row: Row }) => TruthPlace;
