/** The hand that plants: takes families that nobody has touched, and changes what is on record of them. */
import type { District } from './district.js';
import type { Family } from './family.js';
import type { Row } from './rows.js';
import { type Dice, lastOf, type Registry } from './values.js';

/** What was planted: any of these rules tells it, on one of these rows or another of the families'. */
export interface Planted {
  way: string;
  rules: readonly string[];
  rows: ReadonlySet<Row>;
  /** It is told by a notice. */
  notice: boolean;
  /** Some register that it changes is kept here. */
  kept: boolean;
}

/** Nobody here keeps the register that a way of planting changes. */
export class NotKept extends Error {}

export class Hand {
  readonly touched = new Set<Family>();
  private held: Family[] = [];

  constructor(readonly district: District) {}

  get dice(): Dice {
    return this.district.dice;
  }

  get registry(): Registry {
    return this.district.registry;
  }

  /** A family of the story, which from now on is this fault's. */
  take(story: string, fits: (family: Family) => boolean = () => true): Family | undefined {
    const family = this.district.families.find(
      (one) => story.split(' ').includes(one.story) && !this.touched.has(one) && fits(one),
    );
    if (family === undefined) return undefined;
    this.touched.add(family);
    this.held.push(family);
    return family;
  }

  /** The families taken since it was last asked. */
  release(): Family[] {
    return this.held.splice(0);
  }

  rows(family: Family, register: string, point: string): Row[] {
    return this.district.rows.filter(
      (row) => row.family === family && row.register === register && row.point === point,
    );
  }

  /** The latest row of a register at a point, by the order of the story. */
  row(family: Family, register: string, point: string): Row {
    const row = this.rows(family, register, point).at(-1);
    if (row === undefined) throw new NotKept(`${family.story}: no ${register} at ${point}`);
    return row;
  }

  /** Of some points, those that keep a register here. */
  keepers(register: string, points: readonly string[] = ['card', 'ledger', 'system']): string[] {
    const { rows } = this.district;
    return points.filter((point) => rows.some((row) => row.register === register && row.point === point));
  }

  drop(row: Row): void {
    this.district.rows.splice(this.district.rows.indexOf(row), 1);
  }

  /** A second row beside the first, or in another community, with other values where given. */
  again(row: Row, values: Record<string, string> = {}): Row {
    const copy = {
      ...row,
      values: { ...row.values, ...values },
      community: values.community ?? row.community,
    };
    this.district.rows.splice(this.district.rows.indexOf(row) + 1, 0, copy);
    return copy;
  }

  /** A new row of a register for a family. */
  add(row: Row): Row {
    this.district.rows.push(row);
    return row;
  }

  /** The building list no longer counts the first card of a family. */
  leaves({ cards: [card] }: Family): void {
    const row = this.district.rows.find(
      ({ register, values }) =>
        register === 'buildings' &&
        values.community === card?.community &&
        values.building === card?.building,
    );
    if (row === undefined || card === undefined) return;
    row.values.households = String(Number(row.values.households) - 1);
    row.values.persons = String(Number(row.values.persons) - card.members.length);
  }

  elsewhere(community: string): string {
    const { communities } = this.district;
    return communities[(communities.indexOf(community) + 1) % communities.length] ?? community;
  }
}

/** Slips of the pen in an ID. */
export const SLIPS: Readonly<Record<string, (id: string) => string>> = {
  'a digit of the order': (id) => id.slice(0, 15) + ((Number(id[15]) + 3) % 10) + id.slice(16),
  'two neighbours of the day': (id) => {
    const at = [...Array(10).keys()].find((n) => id[n + 6] !== id[n + 7]) ?? 0;
    return id.slice(0, at + 6) + id[at + 7] + id[at + 6] + id.slice(at + 8);
  },
  'the last character': (id) => id.slice(0, 17) + (id.endsWith('X') ? '3' : 'X'),
  'another order, valid': (id) => {
    const body = id.slice(0, 16) + ((Number(id[16]) + 2) % 10);
    return body + lastOf(body);
  },
  'three digits zeroed': (id) => `${id.slice(0, 15)}000`,
  'one digit lost': (id) => id.slice(0, 10) + id.slice(11),
};
