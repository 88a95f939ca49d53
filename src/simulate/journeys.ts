import { addYears, type Day } from './calendar.js';
import { birthForAge, type Couple, childrenAtHome, familyOf, type Invention, newPerson } from './couple.js';
import { chooseMethod, enrol, enrolled, NO_EMPLOYER } from './enrolment.js';
import { ELSEWHERE } from './names.js';
import type { Person, Woman } from './people.js';
import * as record from './recording.js';
import { newStay, type StayPlan } from './stays.js';
import { coupleFor, livesHere } from './stories.js';

/** Somebody comes from elsewhere for a while: one alone, or a family, whose babies are registered here as migrants'. */
export function cameToStay(invention: Invention): void {
  const { random, asOf } = invention;
  const from = random.pick(ELSEWHERE);
  const start = stayStart(invention);
  const end = random.chance(0.2) ? random.int(start + 20, asOf) : null;
  const current = invention.community;
  const plan = { direction: '流入', home: from.place, current, start, end, far: true } as const;
  if (random.chance(0.4)) return cameAlone(invention, plan, from.origin);
  const until = end === null ? asOf : start;
  const wifeAge: [number, number] = [24, 42];
  const couple = coupleFor(invention, { wifeAge, origin: from.origin, until, maxChildren: 2 });
  const elsewhere = bornBetween(couple, invention.yearStart - 45, start - 1);
  const settled = couple.married < invention.registersFrom && !elsewhere;
  if (settled) arrive(invention, couple, plan);
  else cameAlone(invention, plan, from.origin);
}

export function stayStart({ random, yearStart, asOf }: Invention): Day {
  return random.int(addYears(yearStart, -2), asOf - 40);
}

function cameAlone(invention: Invention, plan: StayPlan, origin: string): void {
  const sex = invention.random.chance(0.6) ? '男' : '女';
  const person = newPerson(invention, sex, birthForAge(invention, [19, 45]), origin);
  invention.facts.stays.push(newStay(invention, person, plan));
  if (plan.end !== null) return;
  record.openHousehold(invention, { head: person }, '流入', plan.home);
}

/** Writes down a family's stay in the community where it lives now. */
function arrive(invention: Invention, couple: Couple, plan: StayPlan): void {
  const children = childrenAtHome(invention, couple);
  const scope = { from: plan.start, to: invention.asOf, basis: '流入' } as const;
  record.recordBirths(invention, couple, scope);
  const method = chooseMethod(invention, couple, false);
  addStays(invention, couple, children, plan, method.method);
  if (plan.end !== null) return;
  const people = { head: couple.husband, spouse: couple.wife, children };
  const household = record.openHousehold(invention, people, '流入', plan.home);
  if (enrolled(invention, couple.wife)) enrol(invention, couple, household, method, '流入');
}

export function addStays(
  invention: Invention,
  couple: Couple,
  children: Person[],
  plan: StayPlan,
  method: string,
): void {
  const { husband, wife } = couple;
  const count = couple.children.length;
  const { stays } = invention.facts;
  stays.push(newStay(invention, husband, plan, { spouse: wife, children: count }));
  stays.push(newStay(invention, wife, plan, { spouse: husband, children: count, method }));
  for (const child of children)
    stays.push(newStay(invention, child, { ...plan, start: Math.max(plan.start, child.birth) }));
}

/** A couple of ours of whom one or both went elsewhere; some came back. */
export function wentElsewhere(invention: Invention): void {
  const { random, asOf } = invention;
  const couple = coupleFor(invention, { wifeAge: [24, 47] });
  const members = livesHere(invention, couple);
  const woman = invention.facts.women.findLast((entry) => entry.person === couple.wife);
  const start = Math.max(stayStart(invention), couple.married + 10);
  if (start > asOf - 30) return;
  const end = random.chance(0.25) ? random.int(start + 20, asOf) : null;
  const current = random.pick(ELSEWHERE).place;
  const plan = { direction: '流出', home: invention.community, current, start, end, far: true } as const;
  const leaving = random.chance(0.5) ? [couple.husband] : [couple.husband, couple.wife];
  for (const person of leaving) {
    const spouse = person === couple.wife ? couple.husband : couple.wife;
    const more = { spouse, children: couple.children.length, method: woman?.method ?? '' };
    invention.facts.stays.push(newStay(invention, person, plan, more));
    if (end !== null) continue;
    for (const member of members) if (member.person === person) member.residence = '流出';
    if (woman?.person === person) leave(invention, woman);
  }
}

/** A woman who is away is not checked here, and no employer here answers for her. */
function leave({ facts }: Invention, woman: Woman): void {
  Object.assign(woman, { residence: '流出', management: '主管', ...NO_EMPLOYER } satisfies Partial<Woman>);
  facts.visits = facts.visits.filter(
    (visit) => visit.woman !== woman.person || !visit.service.startsWith('查'),
  );
}

/** A family moves its registration here from elsewhere; a child born there before is in no register of births here. */
export function movedIn(invention: Invention): void {
  const { random, yearStart, asOf } = invention;
  const from = random.pick(ELSEWHERE);
  const date = random.int(yearStart + 40, asOf - 45);
  const born = random.chance(0.5) ? date - random.int(5, 25) : null;
  const couple = newcomers(invention, from.origin, date, born);
  // the visit after a birth elsewhere is made where the family lives now
  if (born !== null)
    record.recordVisit(invention, couple.wife, '产后访视', born + 42, random.int(date + 1, born + 38));
  const children = childrenAtHome(invention, couple);
  const people = { head: couple.husband, spouse: couple.wife, children };
  const household = record.openHousehold(invention, people);
  for (const person of [couple.husband, couple.wife, ...children]) {
    if (person.birth >= date) continue;
    const move = { kind: 'move', person, direction: '迁入', date, from: from.place } as const;
    invention.facts.moves.push({ ...move, to: invention.community });
  }
  record.recordBirths(invention, couple, { from: date, to: asOf, basis: '户籍' });
  const method = chooseMethod(invention, couple, false);
  if (enrolled(invention, couple.wife)) enrol(invention, couple, household, method, '常住');
}

/** A family that has had no child since shortly before the year began, but the one named. */
function newcomers(invention: Invention, origin: string, date: Day, born: Day | null): Couple {
  const { yearStart, asOf, registersFrom } = invention;
  const births = born === null ? [] : [born];
  const until = born === null ? date : asOf;
  const fits = (couple: Couple): boolean =>
    couple.married < registersFrom - 400 && !bornBetween(couple, yearStart - 45, date - 26);
  return coupleFor(invention, { wifeAge: [27, 40], origin, until, births, maxChildren: 2 }, fits);
}

export function bornBetween(couple: Couple, from: Day, to: Day): boolean {
  return couple.children.some((child) => child.person.birth >= from && child.person.birth <= to);
}

/** A young family with a baby of the year, and the day it moves away. */
export function movingFamily(invention: Invention): { couple: Couple; date: Day } {
  const { random, yearStart } = invention;
  const born = yearStart + random.int(3, 150);
  const date = born + random.int(40, 180);
  const plan = { wifeAge: [25, 33] as [number, number], births: [born], maxChildren: 0 };
  return { couple: coupleFor(invention, plan, ({ married }) => married <= born - 300), date };
}

/** A family with a baby of the year moves its registration elsewhere: the birth stays in the register. */
export function movedAway(invention: Invention): void {
  const { couple, date } = movingFamily(invention);
  departs(invention, couple, date, invention.random.pick(ELSEWHERE).place);
}

export function departs(invention: Invention, couple: Couple, date: Day, to: string): void {
  const born = { from: invention.registersFrom, to: date - 1, basis: '户籍' } as const;
  record.recordBirths(invention, couple, born);
  record.recordMarriage(invention, couple);
  const from = invention.community;
  for (const person of familyOf(couple))
    invention.facts.moves.push({ kind: 'move', person, direction: '迁出', date, from, to });
}
