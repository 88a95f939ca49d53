import { put } from '../../keys/order.js';
import { EVENT_KINDS } from '../../model/event-kinds.js';
import type { RegisterName } from '../../registers/types.js';
import type { Invention } from '../couple.js';
import type { Facts, Member, Person, Woman } from '../people.js';
import { COLUMNS, type Fact, type Row, type Table } from '../tables.js';

/** A row and the table it stands in. */
export interface Place {
  table: Table;
  row: Row;
}

/** One planted fault, before its rows have numbers. */
export interface Fault {
  /** Name of the rule that should find it. */
  kind: string;
  community: string;
  event?: string;
  /** Where the fault is; for omissions, where the record is missing. */
  point: string;
  register: RegisterName;
  /** Records that a finding may cite; the first is the one to look at. Empty where there is none. */
  places: Place[];
  columns?: string[];
  description: string;
  /** Rules whose findings may follow from it, and hang under it or stand in for it. */
  consequences: string[];
  /** A lone claim: one finding that says omission or false report. */
  unconfirmed?: true;
}

/** Plants one fault on an event, a woman or a member of a household; false where it does not find what it needs. */
export type Planting<Subject> = (scene: Scene, subject: Subject) => boolean;

/** What of a fault its rule and its places do not say. */
type Particulars = Partial<Pick<Fault, 'event' | 'point' | 'register' | 'columns' | 'unconfirmed'>> & {
  consequences?: readonly string[];
};

/** How many faults to plant, and what the files can show. */
export interface FaultPlan {
  /** Share of events and of women that get a fault. */
  rate: number;
  /** Position of the community in the district. */
  index: number;
  communities: number;
  /** Name of another community of the district. */
  neighbour: string;
  format: 'xlsx' | 'csv';
  /** What of a register is handed in once more where it is handed in twice. */
  repeated(table: Table): Table;
}

/** Families that faults must not touch twice, and everything a fault needs to find its rows. */
export class Scene {
  readonly faults: Fault[] = [];
  private readonly places = new Map<Fact, Place[]>();
  private readonly households = new Map<Person, object>();
  private readonly members = new Map<Person, Member>();
  private readonly women = new Map<Person, Woman>();
  private readonly touched = new Set<object>();

  constructor(
    readonly invention: Invention,
    readonly tables: Table[],
    /** Another community of the district; the community itself where there is none. */
    readonly neighbour: string,
  ) {
    const { facts } = invention;
    for (const table of tables) for (const row of table.rows) put(this.places, row.fact, { table, row });
    for (const household of facts.households) {
      for (const member of household.members) {
        this.households.set(member.person, household);
        this.members.set(member.person, member);
      }
    }
    for (const woman of facts.women) this.women.set(woman.person, woman);
    for (const person of facts.shared) this.touched.add(this.households.get(person) ?? person).add(person);
  }

  get community(): string {
    return this.invention.community;
  }

  get facts(): Facts {
    return this.invention.facts;
  }

  /** The rows written from a fact, at all points. */
  of(fact: Fact): Place[] {
    return this.places.get(fact) ?? [];
  }

  /** The card line of a person, if the person is on a card of this community. */
  card(person: Person): Place | undefined {
    const member = this.members.get(person);
    return member && this.of(member)[0];
  }

  /** The woman's lines in the registers of women. */
  enrolments(person: Person): Place[] {
    const woman = this.women.get(person);
    return woman ? this.of(woman) : [];
  }

  womanOf(person: Person): Woman | undefined {
    return this.women.get(person);
  }

  table(point: string, register: RegisterName): Table | undefined {
    return this.tables.find((table) => table.point === point && table.register === register);
  }

  /** Takes these people and their households for one fault; false if any of them already has one. */
  take(...people: (Person | null)[]): boolean {
    const keys = people.flatMap((person) => (person ? [person, this.households.get(person) ?? person] : []));
    if (keys.some((key) => this.touched.has(key))) return false;
    for (const key of keys) this.touched.add(key);
    return true;
  }

  get(place: Place, column: string): string {
    return place.row.cells[columnAt(place.table.register, column)] ?? '';
  }

  set(place: Place, column: string, value: string): void {
    place.row.cells[columnAt(place.table.register, column)] = value;
  }

  remove(place: Place): void {
    place.table.rows.splice(place.table.rows.indexOf(place.row), 1);
  }

  /** Adds a copy of a row, below it or at the end of the register. */
  copy(place: Place): Place {
    const row: Row = { cells: [...place.row.cells], fact: place.row.fact, line: 0 };
    const { rows } = place.table;
    const at = this.invention.random.chance(0.5) ? rows.indexOf(place.row) + 1 : rows.length;
    rows.splice(at, 0, row);
    return { table: place.table, row };
  }

  add(table: Table, cells: string[], fact: Fact): Place {
    const row: Row = { cells, fact, line: 0 };
    table.rows.push(row);
    return { table, row };
  }

  /** Says what was planted. Without more, it is where the first of its records stands. */
  plant(kind: string, places: Place[], description: string, more: Particulars = {}): true {
    const { point, register } = { ...places[0]?.table, ...more };
    if (point === undefined || register === undefined) throw new Error(`nobody knows where ${kind} is`);
    const event = EVENT_KINDS.find((name) => kind.startsWith(`${name}/`));
    const consequences = [...(more.consequences ?? [])];
    const { community } = this;
    this.faults.push({ event, ...more, kind, community, point, register, places, description, consequences });
    return true;
  }

  /** Writes values into all these rows, alike. */
  write(places: readonly Place[], values: Readonly<Record<string, string>>): void {
    for (const place of places)
      for (const [column, value] of Object.entries(values)) this.set(place, column, value);
  }
}

function columnAt(register: RegisterName, column: string): number {
  const at = COLUMNS[register].indexOf(column);
  if (at < 0) throw new Error(`${register} has no column ${column}`);
  return at;
}
