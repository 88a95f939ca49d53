import { addYears, ageAt } from './calendar.js';
import {
  bear,
  birthForAge,
  type Couple,
  childrenAtHome,
  type Invention,
  newCouple,
  newPerson,
  type Plan,
  wed,
} from './couple.js';
import { chooseMethod, enrol, enrolled, type Method, NO_METHOD } from './enrolment.js';
import { adultName } from './names.js';
import type { Member, Person } from './people.js';
import * as record from './recording.js';

/** The couple that a plan asks for, tried until chance allows it, and until it fits. */
export function coupleFor(invention: Invention, plan: Plan, fits = (_: Couple): boolean => true): Couple {
  for (;;) {
    const couple = newCouple(invention, plan);
    if (couple && fits(couple)) return couple;
  }
}

/** A couple that has always lived here: its household, births, wedding, operations. */
export function livesHere(invention: Invention, couple: Couple, method?: Method): Member[] {
  const here = { from: invention.registersFrom, to: invention.asOf, basis: '户籍' } as const;
  record.recordBirths(invention, couple, here);
  record.recordMarriage(invention, couple);
  const people = { head: couple.husband, spouse: couple.wife, children: childrenAtHome(invention, couple) };
  const household = record.openHousehold(invention, people);
  if (enrolled(invention, couple.wife))
    enrol(invention, couple, household, method ?? chooseMethod(invention, couple, true), '常住');
  return household.members;
}

/** An ordinary household: a couple of any age, an old couple that lost one, one alone, or a divorced mother. */
export function ordinary(invention: Invention): void {
  const { random } = invention;
  const u = random.next();
  if (u < 0.16) return alone(invention);
  if (u < 0.2) return divorced(invention);
  const couple = newCouple(invention, { wifeAge: [21, 79] });
  if (!couple) return alone(invention);
  const age = ageAt(couple.wife.birth, invention.asOf);
  if (age >= 58 && random.chance(0.02 + (age - 58) * 0.005)) return bereaved(invention, couple);
  const members = livesHere(invention, couple);
  if (age < 50 && random.chance(0.12)) addGrandmother(invention, couple, members);
}

/** One unmarried person. */
export function alone(invention: Invention): void {
  const sex = invention.random.chance(0.6) ? '男' : '女';
  const age = invention.random.chance(0.7) ? ([20, 33] as const) : ([34, 70] as const);
  const person = newPerson(invention, sex, birthForAge(invention, age));
  record.openHousehold(invention, { head: person });
}

/** A mother whose marriage ended years ago, by divorce or death. */
function divorced(invention: Invention): void {
  const couple = coupleFor(invention, { wifeAge: [30, 60], until: invention.registersFrom - 400 });
  couple.wife.marital = invention.random.chance(0.8) ? '离婚' : '丧偶';
  const people = { head: couple.wife, children: childrenAtHome(invention, couple) };
  const household = record.openHousehold(invention, people);
  if (enrolled(invention, couple.wife)) enrol(invention, couple, household, NO_METHOD, '常住', false);
}

/** An old couple of whom one has died, most of them in the audited year. */
function bereaved(invention: Invention, couple: Couple): void {
  const { random } = invention;
  const [dead, left] = random.chance(0.6) ? [couple.husband, couple.wife] : [couple.wife, couple.husband];
  left.marital = '丧偶';
  dead.marital = '初婚';
  record.openHousehold(invention, { head: left });
  if (random.chance(0.85)) {
    record.recordDeath(invention, dead, random.int(invention.yearStart, invention.asOf));
  }
}

function addGrandmother(invention: Invention, couple: Couple, members: Member[]): void {
  const birth = couple.husband.birth - invention.random.int(8000, 10500);
  if (ageAt(birth, invention.asOf) > 92) return;
  const person = newPerson(invention, '女', birth);
  person.marital = '丧偶';
  members.push({ person, relation: '母亲', residence: '常住', hukou: invention.community });
}

/**
 * An IUD removed, or a sterilisation reversed, and a child within the year that follows. In every community one of them
 * is born and registered in the last days of the year, so that registration dates of any district reach its end.
 */
export function bornAfterRemoval(invention: Invention, first: string, second: string): void {
  const { random, yearStart, asOf } = invention;
  const last = !invention.facts.births.some(({ registered }) => registered === asOf);
  const older = addYears(yearStart, -4) + random.int(0, 300);
  const born = last ? asOf - random.int(4, 28) : yearStart + random.int(4, 330);
  const undone = born - random.int(290, 345);
  const married = older - random.int(320, 700);
  const couple = coupleFor(invention, { wifeAge: [30, 37], married, births: [older, born], maxChildren: 0 });
  const fitted = addYears(yearStart, -2) + random.int(20, 200);
  record.recordOperation(invention, couple, first, fitted);
  record.recordOperation(invention, couple, second, undone);
  livesHere(invention, couple, NO_METHOD);
  const birth = invention.facts.births.findLast((event) => event.mother === couple.wife);
  if (birth && last) birth.registered = asOf;
}

/** Twins are born in the audited year. */
export function bornTwins(invention: Invention): void {
  const born = invention.random.int(invention.yearStart + 5, invention.asOf - 40);
  const plan = { wifeAge: [25, 34] as [number, number], maxChildren: 0 };
  const couple = coupleFor(invention, plan, ({ married }) => married <= born - 300);
  bear(invention, couple, born, true);
  livesHere(invention, couple);
}

/** Somebody marries in spring, parts, and marries another in autumn; the first partner lives alone. */
export function marriedTwice(invention: Invention): void {
  const { random, yearStart } = invention;
  const spring = yearStart + random.int(5, 80);
  const autumn = yearStart + random.int(215, 330);
  const couple = coupleFor(invention, { wifeAge: [25, 34], married: autumn, maxChildren: 0 });
  const again = random.chance(0.5) ? couple.husband : couple.wife;
  const former = newPerson(invention, again.sex === '男' ? '女' : '男', birthForAge(invention, [25, 34]));
  for (const person of [couple.husband, couple.wife]) person.marital = person === again ? '再婚' : '初婚';
  couple.husbandOrder = couple.husband.marital;
  couple.wifeOrder = couple.wife.marital;
  former.marital = '离婚';
  const [husband, wife] = again.sex === '男' ? [again, former] : [former, again];
  const earlier = { ...wed(husband, wife, spring), husbandOrder: '初婚', wifeOrder: '初婚' };
  livedApart(invention, former, earlier);
  livesHere(invention, couple, NO_METHOD);
}

/** The first partner of one who has married again: the wedding is on record, the household is one person. */
function livedApart(invention: Invention, former: Person, earlier: Couple): void {
  record.recordMarriage(invention, earlier);
  const card = record.openHousehold(invention, { head: former });
  if (former.sex === '女') enrol(invention, earlier, card, NO_METHOD, '常住', false);
}

/** Two strangers with one name, born on one day, with IDs of two provinces. */
export function namesakes(invention: Invention): void {
  const { random } = invention;
  const sex = random.chance(0.5) ? '男' : '女';
  const birth = birthForAge(invention, [22, 60]);
  const first = newPerson(invention, sex, birth);
  const second = { ...newPerson(invention, sex, birth, '43'), name: first.name };
  // nobody could tell them apart if one of their IDs were spoilt: no faults on them
  invention.facts.shared.push(first, second);
  for (const head of [first, second]) record.openHousehold(invention, { head });
}

/** Two sisters with names alike, each with a family of her own. */
export function sisters(invention: Invention): void {
  const { random } = invention;
  const first = coupleFor(invention, { wifeAge: [26, 38] });
  const second = coupleFor(invention, { wifeAge: [26, 38] });
  const name = adultName(random, '女');
  const tail = name.given.slice(-1);
  first.wife.name = name;
  if (!name.dotted) second.wife.name = { surname: name.surname, given: tail === '芳' ? '芳芬' : `${tail}芳` };
  livesHere(invention, first);
  livesHere(invention, second);
}
