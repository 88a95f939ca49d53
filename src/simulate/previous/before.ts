import { put } from '../../keys/order.js';
import { ageAt, type Day, iso } from '../calendar.js';
import type { Invention } from '../couple.js';
import { NO_EMPLOYER } from '../enrolment.js';
import type { Fault } from '../faults/scene.js';
import type { Household, Member, Person, Woman } from '../people.js';
import type { Table } from '../tables.js';

/** How the registers of people of one community stood last month, said by what was otherwise. */
export interface Before {
  invention: Invention;
  /** This month's registers of people. */
  rosters: readonly Table[];
  /** The last day of that month, and the day from which an event may be late in the registers. */
  end: Day;
  since: Day;
  /** Not there yet, or not yet on the registers of women. */
  absent: Set<Person>;
  unenrolled: Set<Person>;
  /** Cells that were written otherwise: canonical column → text. */
  edits: Map<Person, Record<string, string>>;
  /** Kept by the next community. */
  handed: Set<Person>;
  /** Still there: cards, and women enrolled. A card of this month is not written a second time. */
  left: { household: Household; women: Woman[] }[];
  /** People who vanish or join without a reason, each with the fault that it is. */
  vanished: Map<Person, Fault>;
  joined: Map<Person, Fault>;
}

/** Puts people who are no longer here on a card of their own; wives are enrolled. */
export function keep(
  before: Before,
  people: readonly Person[],
  residence: Member['residence'] = '常住',
): void {
  const { invention, since, left } = before;
  const line = (person: Person): Member => ({
    person,
    relation: '其他',
    residence,
    hukou: invention.community,
  });
  const household: Household = {
    members: people.map(line),
    cardDate: since,
    no: `999-${String(left.length + 1).padStart(4, '0')}`,
    building: '1号楼',
    unit: '1-0101',
  };
  const isWife = ({ sex, birth }: Person) => {
    const age = ageAt(birth, invention.asOf);
    return sex === '女' && age > 20 && age < 50;
  };
  const wives = people.length > 1 ? people.filter(isWife) : [];
  left.push({ household, women: wives.map((wife) => lineOf(wife, household)) });
}

/** A woman's line of which only the name matters. */
function lineOf(person: Person, household: Household): Woman {
  return {
    person,
    husband: null,
    household,
    married: person.birth + 8400,
    ...{ children: 0, sons: 0, daughters: 0, lastBirth: null },
    ...{ method: '无', methodDate: null, due: null },
    ...{ residence: '常住', management: '主管', ...NO_EMPLOYER },
  };
}

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
