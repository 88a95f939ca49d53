import { ageAt } from './calendar.js';
import { type Couple, childrenAtHome, childrenOf, familyOf, type Invention } from './couple.js';
import { chooseMethod, enrol, type Method } from './enrolment.js';
import { addStays, bornBetween, departs, movingFamily, stayStart } from './journeys.js';
import * as record from './recording.js';
import type { StayPlan } from './stays.js';
import { coupleFor } from './stories.js';

/** A family with a baby of the year moves its registration from one community of the district to the next. */
export function movedAcross(home: Invention, away: Invention): void {
  const { couple, date } = movingFamily(home);
  departs(home, couple, date, away.community);
  for (const move of home.facts.moves.slice(-2 - couple.children.length)) {
    away.facts.moves.push({ ...move, direction: '迁入' });
  }
  const people = { head: couple.husband, spouse: couple.wife, children: childrenOf(couple) };
  const household = record.openHousehold(away, people);
  enrol(away, couple, household, chooseMethod(away, couple, false), '常住');
  share(home, away, couple);
}

/** A family registered here lives in the next community: both keep it, and both register a baby born there. */
export function staysAcross(home: Invention, away: Invention): void {
  const { random, asOf, registersFrom } = home;
  const start = stayStart(home);
  const baby =
    random.chance(0.5) && start < asOf - 60
      ? [random.int(Math.max(start, home.yearStart) + 15, asOf - 5)]
      : [];
  const plan = { wifeAge: [26, 40] as [number, number], births: baby, maxChildren: 1 };
  const fits = (couple: Couple): boolean =>
    couple.married < registersFrom - 30 && !bornBetween(couple, start, start + 10);
  const couple = coupleFor(home, plan, fits);
  const method = chooseMethod(home, couple, false);
  const stay = { home: home.community, current: away.community, start, end: null, far: false };
  keepAtHome(home, couple, { ...stay, direction: '流出' }, method);
  const late = start + random.int(0, 5);
  keepAway(home, away, couple, { ...stay, start: late, direction: '流入' }, method);
  share(home, away, couple);
}

/** Remembers that both communities keep these people. */
function share(home: Invention, away: Invention, couple: Couple): void {
  for (const { facts } of [home, away]) facts.shared.push(...familyOf(couple));
}

function keepAtHome(home: Invention, couple: Couple, stay: StayPlan, method: Method): void {
  record.recordBirths(home, couple, { from: home.registersFrom, to: home.asOf, basis: '户籍' });
  const children = childrenAtHome(home, couple);
  addStays(home, couple, children, stay, method.method);
  const people = { head: couple.husband, spouse: couple.wife, children };
  const card = record.openHousehold(home, people, '流出');
  if (ageAt(couple.wife.birth, home.asOf) <= 49) enrol(home, couple, card, method, '流出');
}

function keepAway(home: Invention, away: Invention, couple: Couple, stay: StayPlan, method: Method): void {
  const people = home.facts.households.at(-1)?.members.map((member) => member.person) ?? [];
  const [head, spouse, ...children] = people;
  if (!head || !spouse) return;
  addStays(away, couple, children, stay, method.method);
  for (const birth of home.facts.births) {
    if (birth.mother !== couple.wife || birth.child.birth < stay.start) continue;
    away.facts.births.push({ ...birth, basis: '流入' });
    record.recordFollowUp(away, couple.wife, '产后访视', birth.child.birth, 42);
  }
  const card = record.openHousehold(away, { head, spouse, children }, '流入', home.community);
  if (ageAt(couple.wife.birth, home.asOf) <= 49) enrol(away, couple, card, method, '流入');
}
