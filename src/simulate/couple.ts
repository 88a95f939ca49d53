import { addYears, ageAt, type Day, yearOf } from './calendar.js';
import type { IdMaker } from './ids.js';
import { adultName, childName } from './names.js';
import type { Facts, Marriage, Person } from './people.js';
import type { Random } from './random.js';

/** What every step of the invention needs. */
export interface Invention {
  random: Random;
  ids: IdMaker;
  year: number;
  asOf: Day;
  /** First day of the year that the ledgers are audited for. */
  yearStart: Day;
  /** First day that the running registers of events hold. */
  registersFrom: Day;
  community: string;
  /** Numbers of certificates and documents, unique in the district. */
  nextNumber: () => string;
  /** What the registers of the community hold so far. */
  facts: Facts;
}

export interface Child {
  person: Person;
  parity: number;
  twin: boolean;
}

/** A married couple with all children ever born to them, as it stands at the as-of date. */
export interface Couple extends Pick<Marriage, 'husband' | 'wife' | 'husbandOrder' | 'wifeOrder'> {
  married: Day;
  children: Child[];
}

/** Limits that a story sets to a couple's life. */
export interface Plan {
  wifeAge: [number, number];
  /** Province digits of both partners' IDs; the district's own without. */
  origin?: string;
  /** No marriage and no birth on or after this day. */
  until?: Day;
  /** Births that the story needs, besides those that chance gives before them. */
  births?: Day[];
  /** Children that chance gives at most. */
  maxChildren?: number;
  /** A wedding on this day. */
  married?: Day;
}

/** A couple as the register of marriages has it, with no children so far. */
export function wed(husband: Person, wife: Person, married: Day): Couple {
  return { husband, wife, husbandOrder: husband.marital, wifeOrder: wife.marital, married, children: [] };
}

export function newPerson(invention: Invention, sex: '男' | '女', birth: Day, origin?: string): Person {
  const { random, ids } = invention;
  return { name: adultName(random, sex), sex, id: ids.make(birth, sex, origin), birth, marital: '未婚' };
}

/** A day on which somebody of an age between the two (completed years at the as-of date) was born. */
export function birthForAge(invention: Invention, [from, to]: readonly [number, number]): Day {
  const { random, asOf } = invention;
  return random.int(addYears(asOf, -to - 1) + 1, addYears(asOf, -from));
}

/**
 * Invents a couple: she marries at 21 to 28, he at 22 or later; children come at least 300 days after the wedding and
 * 400 days apart, to a mother under 42.
 * @returns null where they would not have married in time
 */
export function newCouple(invention: Invention, plan: Plan): Couple | null {
  const { random, asOf } = invention;
  const wifeBirth = birthForAge(invention, plan.wifeAge);
  const husbandBirth = wifeBirth - random.int(-500, 1800);
  const earliest = Math.max(addYears(wifeBirth, 20), addYears(husbandBirth, 22));
  const married = plan.married ?? earliest + random.int(30, 2200);
  const until = plan.until ?? asOf;
  if (married >= until || married < earliest) return null;
  const origin =
    plan.origin ?? (random.chance(0.1) ? random.pick(['22', '37', '41', '65', '32']) : undefined);
  const husband = newPerson(invention, '男', husbandBirth, plan.origin);
  const wife = newPerson(invention, '女', wifeBirth, origin);
  const again = ageAt(wifeBirth, married) >= 26 && random.chance(0.08);
  husband.marital = again && random.chance(0.5) ? '再婚' : '初婚';
  wife.marital = again && husband.marital === '初婚' ? '再婚' : '初婚';
  const couple = wed(husband, wife, married);
  addChildren(invention, couple, plan, until);
  return couple;
}

function addChildren(invention: Invention, couple: Couple, plan: Plan, until: Day): void {
  const { random } = invention;
  const wanted = Math.min(plan.maxChildren ?? 3, familySize(random));
  const fixed = plan.births ?? [];
  const limit = Math.min(until - 1, (fixed[0] ?? Number.MAX_SAFE_INTEGER) - 400);
  let day = couple.married + random.int(300, 1500);
  while (couple.children.length < wanted && day <= limit && ageAt(couple.wife.birth, day) < 42) {
    bear(invention, couple, day, random.chance(0.015));
    // siblings of two years running are rare, but there
    day += random.chance(0.04) ? random.int(330, 420) : random.int(480, 2600);
  }
  for (const birth of fixed) bear(invention, couple, birth, false);
}

function familySize(random: Random): number {
  const u = random.next();
  return u < 0.14 ? 0 : u < 0.58 ? 1 : u < 0.91 ? 2 : 3;
}

/** Adds a child, or twins. Boys and girls come as 105 to 100. */
export function bear(invention: Invention, couple: Couple, day: Day, twins: boolean): void {
  const { random, ids } = invention;
  for (let i = 0; i < (twins ? 2 : 1); i++) {
    const sex = random.chance(0.512) ? '男' : '女';
    const taken = childrenOf(couple).map(({ name: { given } }) => given);
    const name = childName(random, sex, couple.husband.name, taken);
    const person: Person = { name, sex, id: ids.make(day, sex), birth: day, marital: '未婚' };
    couple.children.push({ person, parity: couple.children.length + 1, twin: twins });
  }
}

export function childrenOf({ children }: Couple): Person[] {
  return children.map(({ person }) => person);
}

/** Husband, wife and all their children. */
export function familyOf(couple: Couple): Person[] {
  return [couple.husband, couple.wife, ...childrenOf(couple)];
}

/** Children who still live with their parents: those under 20, and some of the older ones. */
export function childrenAtHome(invention: Invention, couple: Couple): Person[] {
  const { random, year } = invention;
  return childrenOf(couple).filter((child) => {
    const age = year - yearOf(child.birth);
    return age < 20 || (age < 26 && random.chance(0.4));
  });
}
