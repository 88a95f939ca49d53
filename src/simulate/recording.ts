import { addYears, ageAt, type Day, monthEnd } from './calendar.js';
import type { Couple, Invention } from './couple.js';
import { fullName } from './names.js';
import type { Birth, Facts, Household, Member, Operation, Person, Stay, Woman } from './people.js';

const HOSPITALS = ['市妇幼保健院', '区人民医院', '市第一医院', '铁路医院'];
const SURGERIES = ['市妇幼保健院', '区妇幼保健计划生育服务中心', '街道卫生服务中心'];
const EMPLOYERS = ['市纺织厂', '长青食品有限公司', '第二百货公司', '春晖超市', '区环卫处', '银河电子厂'];
const LASTING = ['上环', '女扎', '男扎', '皮埋'];

/** When an event was written down: within the month and within 25 days. */
export function registrationOf(invention: Invention, date: Day): Day {
  return Math.min(date + invention.random.int(0, 25), monthEnd(date));
}

/** Opens a household card; `order.ts` numbers it. */
export function openHousehold(invention: Invention, facts: Facts, members: Member[]): Household {
  const cardDate = invention.random.int(invention.yearStart + 60, invention.asOf - 10);
  const household = { members, cardDate, no: '', building: '', unit: '' };
  facts.households.push(household);
  return household;
}

/** The usual card lines: the first person is the head, then husband or wife, then children. */
export function family(
  invention: Invention,
  people: { head: Person; spouse?: Person; children: Person[] },
  residence: Member['residence'] = '常住',
  hukou = invention.community,
): Member[] {
  const line = (person: Person, relation: string): Member => ({ person, relation, residence, hukou });
  const members = [line(people.head, '户主')];
  if (people.spouse) members.push(line(people.spouse, '配偶'));
  for (const child of people.children) members.push(line(child, child.sex === '男' ? '子' : '女'));
  return members;
}

/** Where and as whose a couple's births are registered: only those within the days given. */
export interface BirthScope {
  from: Day;
  to: Day;
  basis: Birth['basis'];
}

/** Registers the births of a couple that the running registers hold, each with its visit. */
export function recordBirths(invention: Invention, facts: Facts, couple: Couple, scope: BirthScope): void {
  const from = Math.max(scope.from, invention.registersFrom);
  for (const child of couple.children) {
    if (child.person.birth < from || child.person.birth > scope.to) continue;
    const birth = newBirth(invention, couple, child, scope.basis);
    facts.births.push(birth);
    recordFollowUp(invention, facts, couple.wife, '产后访视', child.person.birth, 42);
  }
}

function newBirth(
  invention: Invention,
  couple: Couple,
  child: Couple['children'][number],
  basis: Birth['basis'],
): Birth {
  const { random } = invention;
  const outside = child.parity >= 3 && random.chance(0.3);
  return {
    kind: 'birth',
    child: child.person,
    mother: couple.wife,
    father: couple.husband,
    parity: child.parity,
    basis,
    certificate: `W${invention.nextNumber()}`,
    place: random.pick(HOSPITALS),
    policy: outside ? '政策外' : '政策内',
    registered: registrationOf(invention, child.person.birth),
    twin: child.twin,
    unnamed: !child.twin && random.chance(0.04),
  };
}

/** A visit that an event makes due after so many days; not yet made where the time is not up. */
export function recordFollowUp(
  invention: Invention,
  facts: Facts,
  woman: Person,
  service: string,
  date: Day,
  within: number,
): void {
  const visited = date + invention.random.int(4, within - 6);
  facts.visits.push({
    kind: 'visit',
    woman,
    service,
    due: date + within,
    visited: visited > invention.asOf ? null : visited,
  });
}

/** A woman's method at the as-of date, and the day her next child is due. */
export interface Method {
  method: string;
  date: Day | null;
  due: Day | null;
}

/**
 * Chooses a method; an operation within the years of the running registers is recorded there.
 * @param operations false for people whose operations would be on record elsewhere
 */
export function chooseMethod(
  invention: Invention,
  facts: Facts,
  couple: Couple,
  operations: boolean,
): Method {
  const { random, asOf } = invention;
  const last = couple.children.at(-1)?.person.birth ?? couple.married;
  const young = ageAt(couple.wife.birth, asOf) < 40;
  if (young && last + 340 < asOf && couple.children.length < 3 && random.chance(0.02)) {
    return { method: '现孕', date: null, due: asOf + random.int(5, 250) };
  }
  let date = last + random.int(60, 200);
  if (date < asOf && random.chance(0.2)) date = random.int(date, asOf);
  if (date > asOf - 2) return { method: '无', date: null, due: null };
  const method = pickMethod(random.next(), couple.children.length);
  if (!LASTING.includes(method) || date < invention.registersFrom) {
    return { method, date: method === '无' ? null : date, due: null };
  }
  if (!operations) return { method: '避孕套', date, due: null };
  recordOperation(invention, facts, couple, method, date);
  return { method, date, due: null };
}

function pickMethod(u: number, children: number): string {
  if (children >= 2 && u < 0.14) return '女扎';
  if (children >= 2 && u < 0.16) return '男扎';
  if (children >= 1 && u < 0.52) return '上环';
  if (children >= 1 && u < 0.56) return '皮埋';
  if (u < 0.84) return '避孕套';
  return u < 0.92 ? '口服药' : '无';
}

/** Records an operation at own register, and the visit after it. */
export function recordOperation(
  invention: Invention,
  facts: Facts,
  couple: Couple,
  method: string,
  date: Day,
): Operation {
  const operation: Operation = {
    kind: 'contraception',
    woman: couple.wife,
    husband: couple.husband,
    method,
    date,
    institution: invention.random.pick(SURGERIES),
    children: couple.children.filter((child) => child.person.birth < date).length,
    registered: registrationOf(invention, date),
  };
  facts.operations.push(operation);
  recordFollowUp(invention, facts, couple.wife, '术后随访', date, 30);
  return operation;
}

/** Registers the wedding where the running registers hold its year. */
export function recordMarriage(invention: Invention, facts: Facts, couple: Couple): void {
  if (couple.married < invention.registersFrom) return;
  facts.marriages.push({
    kind: 'marriage',
    husband: couple.husband,
    wife: couple.wife,
    husbandOrder: couple.husbandOrder,
    wifeOrder: couple.wifeOrder,
    date: couple.married,
    certificate: `J${invention.nextNumber()}`,
    registered: registrationOf(invention, couple.married),
  });
}

/** Whether a woman is in the register of women: to 49 years, and some until the end of their fiftieth. */
export function enrolled(invention: Invention, woman: Person): boolean {
  const age = ageAt(woman.birth, invention.asOf);
  return age <= 49 || (age === 50 && invention.random.chance(0.3));
}

/** Enters a woman who is or was married in the register of women, with her check of the year. */
export function enrol(
  invention: Invention,
  facts: Facts,
  couple: Couple,
  household: Household,
  method: Method,
  residence: Woman['residence'],
  present = true,
): void {
  const children = couple.children.map((child) => child.person);
  const sons = children.filter((child) => child.sex === '男').length;
  facts.women.push({
    person: couple.wife,
    husband: present ? couple.husband : null,
    household,
    married: couple.married,
    children: children.length,
    sons,
    daughters: children.length - sons,
    lastBirth: children.at(-1)?.birth ?? null,
    method: method.method,
    methodDate: method.date,
    due: method.due,
    residence,
    ...employment(invention, residence),
  });
  recordCheck(invention, facts, couple.wife, method, residence === '流出' || !present);
}

function employment(invention: Invention, residence: Woman['residence']) {
  const { random, asOf } = invention;
  const none = { employer: '', noticed: null, left: null, handed: null };
  if (residence === '流入') return { ...none, management: '流动' };
  const u = random.next();
  if (u < 0.25) {
    const noticed = asOf - random.int(5, 120);
    return { ...none, management: '协管', employer: random.pick(EMPLOYERS), noticed };
  }
  const employer = u < 0.6 ? random.pick(EMPLOYERS) : '';
  if (u > 0.28) return { ...none, management: '主管', employer };
  const left = asOf - random.int(60, 500);
  return { ...none, management: '主管', employer, left, handed: left + random.int(2, 25) };
}

/** The autumn check of a married woman who lives here; a few have another one coming that is not yet due. */
function recordCheck(invention: Invention, facts: Facts, woman: Person, method: Method, away: boolean): void {
  if (away || method.due !== null) return;
  const { random, asOf } = invention;
  const service = method.method === '上环' ? '查环' : '查孕';
  facts.visits.push({ kind: 'visit', woman, service, due: asOf, visited: asOf - random.int(1, 90) });
  if (random.chance(0.02)) {
    facts.visits.push({
      kind: 'visit',
      woman,
      service: '查病',
      due: asOf - random.int(0, 25),
      visited: null,
    });
  }
}

/** What a stay needs to be written down. */
export interface StayPlan {
  direction: Stay['direction'];
  home: string;
  current: string;
  start: Day;
  end: Day | null;
  /** The stay leaves the district, so that grown women need a certificate. */
  far: boolean;
}

/** The line of one person in the register of migrants. */
export function newStay(
  invention: Invention,
  person: Person,
  plan: StayPlan,
  more: { spouse?: Person; children?: number; method?: string } = {},
): Stay {
  const { random, asOf } = invention;
  const age = ageAt(person.birth, asOf);
  const grown = age >= 18 && age <= 50;
  const certified = plan.far && grown && (person.sex === '女' || random.chance(0.3));
  const issued = certified ? asOf - random.int(40, 800) : null;
  return {
    kind: 'migration',
    person,
    direction: plan.direction,
    home: plan.home,
    current: plan.current,
    start: plan.start,
    end: plan.end,
    certificate: certified ? `L${invention.nextNumber()}` : '',
    issued,
    expires: issued === null ? null : addYears(issued, 3) - 1,
    verified: issued === null || plan.direction === '流出' ? null : issued + random.int(1, 25),
    spouse: more.spouse ? fullName(more.spouse.name) : '',
    children: more.children ?? 0,
    method: person.sex === '女' ? (more.method ?? '') : '',
  };
}
