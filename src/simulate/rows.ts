import { type Day, iso } from './calendar.js';
import { fullName } from './names.js';
import type {
  Birth,
  Death,
  Household,
  Marriage,
  Member,
  Move,
  Operation,
  Person,
  Stay,
  Visit,
  Woman,
} from './people.js';
import type { Fact, Row } from './tables.js';

/** A row that is not written yet. */
export const newRow = (fact: Fact, cells: string[]): Row => ({ cells, fact, line: 0 });
/** Whom a row of a register of people is about. */
export function personOf({ fact }: Row): Person {
  if ('person' in fact) return fact.person;
  throw new Error('no row of a register of people');
}

const of = (person: Person | null): string => (person ? fullName(person.name) : '');
const named = (person: Person | null): string[] => [of(person), person?.id ?? ''];
const dates = (...days: (Day | null)[]): string[] => days.map(iso);

/** A person in a register of people: name, sex, ID and birth date. */
const self = (person: Person): string[] => [of(person), person.sex, person.id, iso(person.birth)];

export function birthRow(community: string, fact: Birth, isNamed: boolean): Row {
  const { child, mother, father } = fact;
  const name = isNamed || !fact.unnamed ? of(child) : '';
  const baby = [name, child.sex, child.id, iso(child.birth), String(fact.parity)];
  const papers = [fact.basis, fact.certificate, fact.place, fact.policy, iso(fact.registered)];
  const note = fact.twin ? '双胞胎' : '';
  return newRow(fact, [community, ...baby, ...named(mother), ...named(father), ...papers, note]);
}

export function hospitalRow(community: string, fact: Birth): Row {
  const { child, mother } = fact;
  const baby = [child.sex, iso(child.birth), String(fact.parity)];
  const papers = [fact.twin ? '' : fact.certificate, fact.place];
  const written = iso(Math.min(child.birth + 1, fact.registered));
  return newRow(fact, [community, ...named(mother), ...baby, ...papers, written]);
}

export function marriageRow(community: string, fact: Marriage): Row {
  const couple = [...named(fact.husband), fact.husbandOrder, ...named(fact.wife), fact.wifeOrder];
  return newRow(fact, [community, ...couple, iso(fact.date), fact.certificate, '户籍', iso(fact.registered)]);
}

export function operationRow(community: string, fact: Operation): Row {
  const people = [...named(fact.woman), ...named(fact.husband)];
  const act = [fact.method, iso(fact.date), fact.institution, String(fact.children), iso(fact.registered)];
  return newRow(fact, [community, ...people, ...act]);
}

export function stayRow(community: string, fact: Stay): Row {
  const who = [community, fact.direction, ...self(fact.person), fact.person.marital];
  const when = [fact.home, fact.current, ...dates(fact.start, fact.end)];
  const paper = [fact.certificate, ...dates(fact.issued, fact.expires, fact.verified)];
  return newRow(fact, [...who, ...when, ...paper, fact.spouse, String(fact.children), fact.method]);
}

export function womanRow(community: string, fact: Woman): Row {
  const { person, household } = fact;
  const who = [community, household.no, household.building, ...named(person), iso(person.birth)];
  const couple = [person.marital, iso(fact.married), ...named(fact.husband)];
  const children = [...[fact.children, fact.sons, fact.daughters].map(String), iso(fact.lastBirth)];
  const method = [fact.method, ...dates(fact.methodDate, fact.due)];
  const kept = [
    fact.residence,
    fact.management,
    fact.employer,
    ...dates(fact.noticed, fact.left, fact.handed),
  ];
  return newRow(fact, [...who, ...couple, ...children, ...method, ...kept]);
}

export function memberRow(community: string, household: Household, fact: Member): Row {
  const { person } = fact;
  const home = [household.no, community, household.building, household.unit];
  const who = [of(household.members[0]?.person ?? null), of(person), fact.relation, ...self(person).slice(1)];
  return newRow(fact, [...home, ...who, person.marital, fact.residence, fact.hukou, iso(household.cardDate)]);
}

export function deathRow(community: string, fact: Death): Row {
  return newRow(fact, [community, ...self(fact.person), iso(fact.date), '户籍', iso(fact.registered)]);
}

export function moveRow(community: string, fact: Move): Row {
  const { person } = fact;
  const who = [community, fact.direction, of(person), person.sex, person.id];
  return newRow(fact, [...who, iso(fact.date), fact.from, fact.to]);
}

export function visitRow(community: string, fact: Visit): Row {
  const done = fact.visited !== null;
  const what = [fact.service, ...dates(fact.due, fact.visited), done ? '正常' : '', done ? '5' : ''];
  return newRow(fact, [community, ...named(fact.woman), ...what]);
}
