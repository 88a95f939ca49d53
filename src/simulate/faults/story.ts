import { addYears, type Day } from '../calendar.js';
import { bear, type Couple, familyOf, type Invention, newPerson, wed } from '../couple.js';
import type { Birth, Move } from '../people.js';
import type { Event } from './event.js';

/** Something impossible or unlikely that all points agree on: it is in the facts before any row is written. */
export interface FaultyStory {
  kind: string;
  /** What the finding cites, the first being what to look at. */
  facts: (Event | Move)[];
  columns: string[];
  description: string;
  consequences: string[];
}

/** A story that all points tell alike; the rule is one of the family `logic`. */
export function told(
  slug: string,
  facts: FaultyStory['facts'],
  columns: string[],
  description: string,
  consequences: string[] = [],
): FaultyStory {
  return { kind: `logic/${slug}`, facts, columns, description: `${description}，各数据点一致`, consequences };
}

/** A couple that married and had children on given days. */
export function coupleOf(invention: Invention, wife: Day, married: Day, births: readonly Day[]): Couple {
  const husband = newPerson(invention, '男', wife - invention.random.int(100, 1500));
  const both = [husband, newPerson(invention, '女', wife)] as const;
  for (const person of both) person.marital = '初婚';
  const couple = wed(...both, married);
  for (const day of births) bear(invention, couple, day, false);
  return couple;
}

/** The day on which somebody was born who has completed so many years on another day. */
export function aged({ random }: Invention, years: number, day: Day): Day {
  return addYears(day, -years) - random.int(1, 300);
}

/** Spares people other faults, and returns the births of a mother that the registers hold, each child named. */
export function settle({ facts }: Invention, couple: Couple): Birth[] {
  facts.shared.push(...familyOf(couple));
  const births = facts.births.filter(({ mother }) => mother === couple.wife);
  for (const birth of births) birth.unnamed = false;
  return births;
}
