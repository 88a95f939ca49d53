import { type Day, monthEnd } from './calendar.js';
import type { Couple, Invention } from './couple.js';
import type { Birth, Death, Household, Member, Operation, Person } from './people.js';

const HOSPITALS = ['市妇幼保健院', '区人民医院', '市第一医院', '铁路医院'];
const SURGERIES = ['市妇幼保健院', '区妇幼保健计划生育服务中心', '街道卫生服务中心'];
/** When an event was written down: within the month and within 25 days. */
export function registrationOf(invention: Invention, date: Day): Day {
  return Math.min(date + invention.random.int(0, 25), monthEnd(date));
}

/** Opens a household card, which is numbered later: the head first, then husband or wife, then children. */
export function openHousehold(
  invention: Invention,
  people: { head: Person; spouse?: Person; children?: readonly Person[] },
  residence: Member['residence'] = '常住',
  hukou = invention.community,
): Household {
  const line = (person: Person, relation: string): Member => ({ person, relation, residence, hukou });
  const members = [line(people.head, '户主')];
  if (people.spouse) members.push(line(people.spouse, '配偶'));
  for (const child of people.children ?? []) members.push(line(child, child.sex === '男' ? '子' : '女'));
  const cardDate = invention.random.int(invention.yearStart + 60, invention.asOf - 10);
  const household = { members, cardDate, no: '', building: '', unit: '' };
  invention.facts.households.push(household);
  return household;
}

/** Where and as whose a couple's births are registered: only those within the days given. */
export interface BirthScope {
  from: Day;
  to: Day;
  basis: Birth['basis'];
}

/** Registers the births of a couple that the running registers hold, each with its visit. */
export function recordBirths(invention: Invention, couple: Couple, scope: BirthScope): void {
  const from = Math.max(scope.from, invention.registersFrom);
  for (const child of couple.children) {
    if (child.person.birth < from || child.person.birth > scope.to) continue;
    const birth = newBirth(invention, couple, child, scope.basis);
    invention.facts.births.push(birth);
    recordFollowUp(invention, couple.wife, '产后访视', child.person.birth, 42);
  }
}

function newBirth(
  invention: Invention,
  couple: Couple,
  child: Couple['children'][number],
  basis: Birth['basis'],
): Birth {
  const { random } = invention;
  const policy = child.parity >= 3 && random.chance(0.3) ? '政策外' : '政策内';
  const birth = { ...birthOf(invention, couple, child, random.pick(HOSPITALS)), basis, policy };
  return { ...birth, unnamed: !child.twin && random.chance(0.04) };
}

/** The birth of a child registered here, as policy allows it, and named. */
export function birthOf(
  invention: Invention,
  { wife: mother, husband: father }: Couple,
  { person: child, parity, twin }: Couple['children'][number],
  place: string,
): Birth {
  const certificate = `W${invention.nextNumber()}`;
  const registered = registrationOf(invention, child.birth);
  const as = { basis: '户籍', policy: '政策内', unnamed: false } as const;
  return { kind: 'birth', child, mother, father, parity, twin, place, certificate, registered, ...as };
}

/** A visit that an event makes due after so many days; not yet made where the time is not up. */
export function recordFollowUp(
  invention: Invention,
  woman: Person,
  service: string,
  date: Day,
  within: number,
): void {
  const visited = date + invention.random.int(4, within - 6);
  recordVisit(invention, woman, service, date + within, visited > invention.asOf ? null : visited);
}

export function recordVisit(
  { facts }: Invention,
  woman: Person,
  service: string,
  due: Day,
  visited: Day | null,
): void {
  facts.visits.push({ kind: 'visit', woman, service, due, visited });
}

/** Registers a death. */
export function recordDeath(invention: Invention, person: Person, date: Day): Death {
  const registered = registrationOf(invention, date);
  const death: Death = { kind: 'death', person, date, registered };
  invention.facts.deaths.push(death);
  return death;
}

/** Records an operation in the primary register, and the visit after it. */
export function recordOperation(invention: Invention, couple: Couple, method: string, date: Day): Operation {
  const { wife: woman, husband } = couple;
  const institution = invention.random.pick(SURGERIES);
  const children = couple.children.filter((child) => child.person.birth < date).length;
  const registered = registrationOf(invention, date);
  const people = { woman, husband, children };
  const operation: Operation = { kind: 'contraception', ...people, method, date, institution, registered };
  invention.facts.operations.push(operation);
  recordFollowUp(invention, couple.wife, '术后随访', date, 30);
  return operation;
}

/** Registers the wedding where the running registers hold its year. */
export function recordMarriage(invention: Invention, couple: Couple): void {
  const { married: date, children: _, ...who } = couple;
  if (date < invention.registersFrom) return;
  const certificate = `J${invention.nextNumber()}`;
  const registered = registrationOf(invention, date);
  invention.facts.marriages.push({ kind: 'marriage', ...who, date, certificate, registered });
}
