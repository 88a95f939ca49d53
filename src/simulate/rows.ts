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

export function birthRow(community: string, fact: Birth, named: boolean): Row {
  const { child, mother, father } = fact;
  return newRow(fact, [
    community,
    named || !fact.unnamed ? of(child) : '',
    child.sex,
    child.id,
    iso(child.birth),
    String(fact.parity),
    of(mother),
    mother.id,
    of(father),
    father.id,
    fact.basis,
    fact.certificate,
    fact.place,
    fact.policy,
    iso(fact.registered),
    fact.twin ? '双胞胎' : '',
  ]);
}

export function hospitalRow(community: string, fact: Birth): Row {
  const { child, mother } = fact;
  const certificate = fact.twin ? '' : fact.certificate;
  const cells = [
    community,
    of(mother),
    mother.id,
    child.sex,
    iso(child.birth),
    String(fact.parity),
    certificate,
  ];
  return newRow(fact, [...cells, fact.place, iso(Math.min(child.birth + 1, fact.registered))]);
}

export function marriageRow(community: string, fact: Marriage): Row {
  const { husband, wife } = fact;
  const couple = [of(husband), husband.id, fact.husbandOrder, of(wife), wife.id, fact.wifeOrder];
  return newRow(fact, [community, ...couple, iso(fact.date), fact.certificate, '户籍', iso(fact.registered)]);
}

export function operationRow(community: string, fact: Operation): Row {
  const { woman, husband } = fact;
  const people = [of(woman), woman.id, of(husband), husband.id];
  const act = [fact.method, iso(fact.date), fact.institution, String(fact.children), iso(fact.registered)];
  return newRow(fact, [community, ...people, ...act]);
}

export function stayRow(community: string, fact: Stay): Row {
  const { person } = fact;
  const who = [
    community,
    fact.direction,
    of(person),
    person.sex,
    person.id,
    iso(person.birth),
    person.marital,
  ];
  const when = [fact.home, fact.current, iso(fact.start), iso(fact.end)];
  const paper = [fact.certificate, iso(fact.issued), iso(fact.expires), iso(fact.verified)];
  return newRow(fact, [...who, ...when, ...paper, fact.spouse, String(fact.children), fact.method]);
}

export function womanRow(community: string, fact: Woman): Row {
  const { person, husband, household } = fact;
  const dates = (...days: (Day | null)[]): string[] => days.map(iso);
  return newRow(fact, [
    community,
    household.no,
    household.building,
    of(person),
    person.id,
    iso(person.birth),
    person.marital,
    iso(fact.married),
    of(husband),
    husband?.id ?? '',
    String(fact.children),
    String(fact.sons),
    String(fact.daughters),
    ...dates(fact.lastBirth),
    fact.method,
    ...dates(fact.methodDate, fact.due),
    fact.residence,
    fact.management,
    fact.employer,
    ...dates(fact.noticed, fact.left, fact.handed),
  ]);
}

export function memberRow(community: string, household: Household, fact: Member): Row {
  const { person } = fact;
  return newRow(fact, [
    household.no,
    community,
    household.building,
    household.unit,
    of(household.members[0]?.person ?? null),
    of(person),
    fact.relation,
    person.sex,
    person.id,
    iso(person.birth),
    person.marital,
    fact.residence,
    fact.hukou,
    iso(household.cardDate),
  ]);
}

export function deathRow(community: string, fact: Death): Row {
  const { person } = fact;
  const who = [community, of(person), person.sex, person.id, iso(person.birth)];
  return newRow(fact, [...who, iso(fact.date), '户籍', iso(fact.registered)]);
}

export function moveRow(community: string, fact: Move): Row {
  const { person } = fact;
  const who = [community, fact.direction, of(person), person.sex, person.id];
  return newRow(fact, [...who, iso(fact.date), fact.from, fact.to]);
}

export function visitRow(community: string, fact: Visit): Row {
  const done = fact.visited !== null;
  const who = [community, of(fact.woman), fact.woman.id, fact.service];
  return newRow(fact, [...who, iso(fact.due), iso(fact.visited), done ? '正常' : '', done ? '5' : '']);
}
