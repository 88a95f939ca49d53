import { put } from '../../keys/order.js';
import { ageAt, iso } from '../calendar.js';
import type { Person } from '../people.js';
import { type Before, keep, lineOf } from './before.js';

/** Who was born, moved in, came to stay or married since was not there yet. */
export function undoArrivals({ invention, since, end, absent, unenrolled }: Before): void {
  const { facts } = invention;
  for (const { members } of facts.households)
    for (const { person } of members) if (person.birth > end) absent.add(person);
  for (const { person, direction, date } of facts.moves)
    if (direction === '迁入' && date >= since) absent.add(person);
  for (const { person, direction, start } of facts.stays)
    if (direction === '流入' && start >= since) absent.add(person);
  for (const { wife, date } of facts.marriages) {
    if (date < since) continue;
    unenrolled.add(wife);
    if (invention.random.chance(0.5)) absent.add(wife);
  }
}

/** Who died, moved away or ended a stay since was still there, and women who turned 50 were still enrolled. */
export function undoDepartures(before: Before): void {
  const { since } = before;
  const { facts } = before.invention;
  for (const { person, date } of facts.deaths) if (date >= since) keep(before, [person]);
  for (const family of movedAway(before)) keep(before, family);
  const here = new Set(facts.households.flatMap(({ members }) => members.map(({ person }) => person)));
  for (const { person, end } of facts.stays) {
    if (end !== null && end >= since && !here.has(person)) keep(before, [person], '流入');
  }
  enrolAgain(before);
}

/** Families that moved away since: those of one day moved together. */
function movedAway({ invention: { facts }, since }: Before): Iterable<Person[]> {
  const families = new Map<string, Person[]>();
  for (const { person, direction, date } of facts.moves) {
    if (direction !== '迁出' || date < since) continue;
    put(families, iso(date), person);
  }
  return families.values();
}

function enrolAgain({ invention: { facts, asOf }, left }: Before): void {
  const enrolled = new Set(facts.women.map(({ person }) => person));
  for (const household of facts.households) {
    for (const { person } of household.members) {
      const turned = person.sex === '女' && ageAt(person.birth, asOf) === 50;
      if (!turned || person.marital === '未婚' || enrolled.has(person)) continue;
      left.push({ household, women: [lineOf(person, household)] });
    }
  }
}
