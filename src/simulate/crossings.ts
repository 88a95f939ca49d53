import { ageAt } from './calendar.js';
import { type Couple, childrenAtHome, type Invention } from './couple.js';
import { chooseMethod, enrol, type Method } from './enrolment.js';
import { addStays, bornBetween, departs, movingFamily, stayStart } from './journeys.js';
import type { Facts } from './people.js';
import * as record from './recording.js';
import type { StayPlan } from './stays.js';
import { coupleFor } from './stories.js';

/** Two communities of the district, and what each of them writes down. */
export interface Pair {
  home: Invention;
  homeFacts: Facts;
  away: Invention;
  awayFacts: Facts;
}

/** A family with a baby of the year moves its registration to the next community. */
export function movedAcross({ home, homeFacts, away, awayFacts }: Pair): void {
  const { couple, date } = movingFamily(home);
  departs(home, homeFacts, couple, date, away.community);
  for (const move of homeFacts.moves.slice(-2 - couple.children.length)) {
    awayFacts.moves.push({ ...move, direction: '迁入' });
  }
  const people = {
    head: couple.husband,
    spouse: couple.wife,
    children: couple.children.map((child) => child.person),
  };
  const household = record.openHousehold(away, awayFacts, record.family(away, people));
  const method = chooseMethod(away, awayFacts, couple, false);
  enrol(away, awayFacts, couple, household, method, '常住');
  share(homeFacts, awayFacts, couple);
}

/** A family registered here lives in the next community: both keep it, and both register a baby born there. */
export function staysAcross({ home, homeFacts, away, awayFacts }: Pair): void {
  const { random, asOf, registersFrom } = home;
  const start = stayStart(home);
  const baby =
    random.chance(0.5) && start < asOf - 60
      ? [random.int(Math.max(start, home.yearStart) + 15, asOf - 5)]
      : [];
  const plan = { wifeAge: [26, 40] as [number, number], births: baby, maxChildren: 1 };
  let couple = coupleFor(home, plan);
  while (couple.married >= registersFrom - 30 || bornBetween(couple, start, start + 10))
    couple = coupleFor(home, plan);
  const method = chooseMethod(home, homeFacts, couple, false);
  const stay = { home: home.community, current: away.community, start, end: null, far: false };
  keepAtHome({ home, homeFacts, away, awayFacts }, couple, stay, method);
  const late = start + random.int(0, 5);
  keepAway({ home, homeFacts, away, awayFacts }, couple, { ...stay, start: late }, method);
  share(homeFacts, awayFacts, couple);
}

/** Remembers that both communities keep these people. */
function share(homeFacts: Facts, awayFacts: Facts, couple: Couple): void {
  const people = [couple.husband, couple.wife, ...couple.children.map((child) => child.person)];
  homeFacts.shared.push(...people);
  awayFacts.shared.push(...people);
}

type Stretch = Omit<StayPlan, 'direction'>;

function keepAtHome({ home, homeFacts }: Pair, couple: Couple, stay: Stretch, method: Method): void {
  const scope = { from: home.registersFrom, to: home.asOf, basis: '户籍' } as const;
  record.recordBirths(home, homeFacts, couple, scope);
  const children = childrenAtHome(home, couple);
  addStays(home, homeFacts, couple, children, { ...stay, direction: '流出' }, method.method);
  const people = { head: couple.husband, spouse: couple.wife, children };
  const card = record.openHousehold(home, homeFacts, record.family(home, people, '流出'));
  if (ageAt(couple.wife.birth, home.asOf) <= 49) enrol(home, homeFacts, couple, card, method, '流出');
}

function keepAway(
  { home, homeFacts, away, awayFacts }: Pair,
  couple: Couple,
  stay: Stretch,
  method: Method,
): void {
  const people = homeFacts.households.at(-1)?.members.map((member) => member.person) ?? [];
  const [head, spouse, ...children] = people;
  if (!head || !spouse) return;
  addStays(away, awayFacts, couple, children, { ...stay, direction: '流入' }, method.method);
  for (const birth of homeFacts.births) {
    if (birth.mother !== couple.wife || birth.child.birth < stay.start) continue;
    awayFacts.births.push({ ...birth, basis: '流入' });
    record.recordFollowUp(away, awayFacts, couple.wife, '产后访视', birth.child.birth, 42);
  }
  const members = record.family(away, { head, spouse, children }, '流入', home.community);
  const card = record.openHousehold(away, awayFacts, members);
  if (ageAt(couple.wife.birth, home.asOf) <= 49) enrol(away, awayFacts, couple, card, method, '流入');
}
