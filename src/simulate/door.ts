import { appendFileSync, writeFileSync } from 'node:fs';
import { type Day, iso, yearOf } from './calendar.js';
import { fullName } from './names.js';
import type { Birth, Facts, Household, Marriage, Member, Operation, Person, Visit, Woman } from './people.js';
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

/** Somebody as they are, whatever the ledgers say. Dates are YYYY-MM-DD. */
export interface DoorPerson {
  name: string;
  sex: string;
  birth: string;
  marital: string;
  /** Of a child whose birth the running registers hold: which child it is. */
  parity?: number;
  /** Of a woman in the register of women. */
  children?: number;
  method?: string;
  visited?: boolean;
  /** A birth certificate, or a migrant's, can be shown. */
  certificate?: boolean;
  /** Registered here, and living elsewhere. */
  away?: true;
  /** Married and of 15 to 49: expected in every register of women. */
  expected?: true;
  rows: DoorRow[];
}

/** Who lives behind a door. Without a number: people of whom the ledgers speak and who live in no household here. */
export interface DoorHousehold {
  community: string;
  household: string | null;
  people: DoorPerson[];
}

/** Roles in which the rows of a register name people, and who they are. */
const NAMED: Readonly<Record<string, (fact: Fact) => [role: string, person: Person | null][]>> = {
  births: (fact) =>
    of<Birth>(fact, ({ child, mother, father }) => [
      ['child', child],
      ['mother', mother],
      ['father', father],
    ]),
  marriages: (fact) =>
    of<Marriage>(fact, ({ husband, wife }) => [
      ['husband', husband],
      ['wife', wife],
    ]),
  contraception: (fact) =>
    of<Operation>(fact, ({ woman, husband }) => [
      ['woman', woman],
      ['spouse', husband],
    ]),
  women: (fact) =>
    of<Woman>(fact, ({ person, husband }) => [
      ['self', person],
      ['husband', husband],
    ]),
  visits: (fact) => of<Visit>(fact, ({ woman }) => [['woman', woman]]),
  households: alone,
  migrants: alone,
  deaths: alone,
  moves: alone,
};

type Named = [role: string, person: Person | null][];

function of<Kind extends Fact>(fact: Fact, name: (fact: Kind) => Named): Named {
  return name(fact as Kind);
}

function alone(fact: Fact): Named {
  return [['self', (fact as Member).person]];
}

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
    const about = new About(facts, year);
    const seen = new Set<Person>();
    const lines = facts.households.map((household) => {
      const people = household.members.map((member) => {
        seen.add(member.person);
        return { ...about.person(member.person, member), rows: rows.get(member.person) ?? [] };
      });
      return { community, household: household.no, people };
    });
    const others = about.everybody().filter((person) => !seen.has(person));
    const people = others.map((person) => ({ ...about.person(person), rows: rows.get(person) ?? [] }));
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
        for (const [role, person] of named(row.fact)) {
          if (person) found.set(person, [...(found.get(person) ?? []), { ...shown, role }]);
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

/** What is true of the people of a community. */
class About {
  private readonly births: Map<Person, Birth>;
  private readonly women: Map<Person, Woman>;
  private readonly visited: Set<Person>;
  private readonly papers: Set<Person>;

  constructor(
    private readonly facts: Facts,
    private readonly year: number,
  ) {
    this.births = new Map(facts.births.map((birth) => [birth.child, birth]));
    this.women = new Map(facts.women.map((woman) => [woman.person, woman]));
    const done = facts.visits.filter(({ visited }) => visited !== null && yearOf(visited) === year);
    this.visited = new Set(done.map(({ woman }) => woman));
    const certified = facts.stays.filter(({ certificate }) => certificate !== '');
    this.papers = new Set([...this.births.keys(), ...certified.map(({ person }) => person)]);
  }

  /** Everybody of whom the registers speak, but for the dead. */
  everybody(): Person[] {
    const { births, marriages, stays, moves, women } = this.facts;
    return [
      ...new Set([
        ...births.flatMap(({ child, mother, father }) => [child, mother, father]),
        ...marriages.flatMap(({ husband, wife }) => [husband, wife]),
        ...stays.map(({ person }) => person),
        ...moves.map(({ person }) => person),
        ...women.map(({ person }) => person),
      ]),
    ];
  }

  person(person: Person, member?: Household['members'][number]): Omit<DoorPerson, 'rows'> {
    const { name, sex, birth, marital } = person;
    const parity = this.births.get(person)?.parity;
    const woman = this.women.get(person);
    return {
      name: fullName(name),
      sex,
      birth: iso(birth),
      marital,
      ...(parity !== undefined && { parity }),
      ...(woman && { children: woman.children, method: woman.method, visited: this.visited.has(person) }),
      ...(this.papers.has(person) && { certificate: true }),
      ...(member?.residence === '流出' && { away: true as const }),
      ...(woman && this.isExpected(woman) && { expected: true as const }),
    };
  }

  private isExpected({ person, husband, residence }: Woman): boolean {
    const age = ageAtEnd(person.birth, this.year);
    return husband !== null && residence !== '流出' && age >= 15 && age <= 49;
  }
}

/** Completed years at the end of the year. */
function ageAtEnd(birth: Day, year: number): number {
  return year - yearOf(birth);
}
