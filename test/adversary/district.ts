/** A world with what an adversary must know of it: who is named where, and which people are still untouched. */
import { PEOPLE } from './headings.js';
import type { Row, Table } from './world.js';

export interface Fault {
  /** Rules under any of which it may be reported. */
  rules: string[];
  /** Rows any of which the finding must cite; empty for faults about something absent. */
  rows: Row[];
  /** The specification leaves open whether this is a finding: neither missed nor invented. */
  optional?: true;
  /** The finding must be marked unconfirmed. */
  unconfirmed?: true;
  /** It is told by a notice. */
  notice?: true;
  /** Findings that one such fault may rightly make where the specification leaves the number open. */
  most?: number;
}

/** A repeatable stream of numbers in [0, 1). */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export class District {
  readonly random: () => number;
  private byId = new Map<string, Row[]>();
  private readonly byHousehold = new Map<string, Row[]>();
  private readonly locked = new Set<string>();
  /** The people whom the last `take` locked, with their households. */
  held = new Set<string>();

  constructor(
    readonly tables: Table[],
    seed: number,
  ) {
    this.random = mulberry(seed);
    for (const table of tables) for (const row of table.data) this.index(row);
  }

  private index(row: Row): void {
    for (const id of idsIn(row)) put(this.byId, id, row);
    if (row.table.register === 'households') put(this.byHousehold, householdOf(row), row);
  }

  rows(register: string, point?: string): Row[] {
    return this.tables
      .filter((t) => t.register === register && (point === undefined || t.point === point))
      .flatMap((t) => t.data);
  }

  /** Rows of a register (at a point) that name the ID in `column`. */
  naming(id: string, register: string, point?: string, column = 'id'): Row[] {
    return (this.byId.get(id) ?? []).filter(
      (row) =>
        row.table.register === register &&
        (point === undefined || row.table.point === point) &&
        row.get(column) === id,
    );
  }

  mentions(id: string): Row[] {
    return this.byId.get(id) ?? [];
  }

  /** The people themselves, all whom a row names beside them, and everybody in their households. */
  kin(ids: string[]): Set<string> {
    const all = new Set(ids);
    for (const id of ids) {
      for (const row of this.mentions(id)) {
        for (const other of idsIn(row)) all.add(other);
        if (row.table.register !== 'households') continue;
        for (const member of this.byHousehold.get(householdOf(row)) ?? []) all.add(member.get('id'));
      }
    }
    return all;
  }

  isFree(ids: string[]): boolean {
    return ![...this.kin(ids)].some((id) => this.locked.has(id));
  }

  /** Locks the kin of these people. */
  hold(ids: string[]): void {
    this.held = this.kin(ids);
    for (const id of this.held) this.locked.add(id);
  }

  /** The first of the facts, in seeded order, whose people are free and that passes; they are then locked. */
  take<T extends { people: string[] }>(facts: T[], passes: (fact: T) => boolean = () => true): T | undefined {
    const fact = shuffled(facts, this.random).find((one) => this.isFree(one.people) && passes(one));
    if (fact !== undefined) this.hold(fact.people);
    return fact;
  }

  /** The table of one register at one point that `community` writes into. */
  table(register: string, point: string, community: string): Table | undefined {
    const tables = this.tables.filter((t) => t.register === register && t.point === point);
    return tables.find((t) => t.community === community) ?? tables.find((t) => t.community === undefined);
  }

  get communities(): string[] {
    return [...new Set(this.tables.flatMap((t) => t.community ?? []))];
  }

  otherCommunity(community: string): string {
    return this.communities.find((name) => name !== community) ?? community;
  }

  isKnown(id: string): boolean {
    return this.byId.has(id);
  }
}

export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const keyed = list.map((item) => ({ item, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

const householdOf = (row: Row): string => `${row.get('community')}|${row.get('household_no')}`;

function put(map: Map<string, Row[]>, key: string, row: Row): void {
  const rows = map.get(key);
  if (rows === undefined) map.set(key, [row]);
  else rows.push(row);
}

/** The usable IDs that a row names. */
function idsIn(row: Row): string[] {
  const people = PEOPLE[row.table.register] ?? [];
  return people.map(({ id }) => row.get(id)).filter((id) => /^\d{17}[\dX]$/.test(id));
}
