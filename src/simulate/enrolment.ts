import { ageAt, type Day } from './calendar.js';
import { type Couple, childrenOf, type Invention } from './couple.js';
import type { Household, Person, Woman } from './people.js';
import { recordOperation, recordVisit } from './recording.js';

const EMPLOYERS = ['市纺织厂', '长青食品有限公司', '第二百货公司', '春晖超市', '区环卫处', '银河电子厂'];

const LASTING = ['上环', '女扎', '男扎', '皮埋'];

/** A woman's method at the as-of date, and the day her next child is due. */
export interface Method {
  method: string;
  date: Day | null;
  due: Day | null;
}

export const NO_METHOD: Method = { method: '无', date: null, due: null };

/** What the line of a woman says whom no employer answers for. */
export const NO_EMPLOYER = { employer: '', noticed: null, left: null, handed: null };

/**
 * Chooses a method; an operation within the years of the running registers is recorded there.
 * @param operations false for people whose operations would be on record elsewhere
 */
export function chooseMethod(invention: Invention, couple: Couple, operations: boolean): Method {
  const { random, asOf } = invention;
  const last = couple.children.at(-1)?.person.birth ?? couple.married;
  const young = ageAt(couple.wife.birth, asOf) < 40;
  if (young && last + 340 < asOf && couple.children.length < 3 && random.chance(0.02)) {
    return { method: '现孕', date: null, due: asOf + random.int(5, 250) };
  }
  let date = last + random.int(60, 200);
  if (date < asOf && random.chance(0.2)) date = random.int(date, asOf);
  if (date > asOf - 2) return NO_METHOD;
  const method = pickMethod(random.next(), couple.children.length);
  if (!LASTING.includes(method) || date < invention.registersFrom) {
    return { method, date: method === '无' ? null : date, due: null };
  }
  if (!operations) return { method: '避孕套', date, due: null };
  recordOperation(invention, couple, method, date);
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

/** Whether a woman is in the register of women: to 49 years, and some until the end of their fiftieth. */
export function enrolled(invention: Invention, woman: Person): boolean {
  const age = ageAt(woman.birth, invention.asOf);
  return age <= 49 || (age === 50 && invention.random.chance(0.3));
}

/** Enters a woman who is or was married in the register of women, with her check of the year. */
export function enrol(
  invention: Invention,
  couple: Couple,
  household: Household,
  method: Method,
  residence: Woman['residence'],
  present = true,
): void {
  const children = childrenOf(couple);
  const sons = children.filter((child) => child.sex === '男').length;
  invention.facts.women.push({
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
  recordCheck(invention, couple.wife, method, residence === '流出' || !present);
}

function employment(invention: Invention, residence: Woman['residence']) {
  const { random, asOf } = invention;
  if (residence === '流入') return { ...NO_EMPLOYER, management: '流动' };
  const u = random.next();
  if (u < 0.25) {
    const noticed = asOf - random.int(5, 120);
    return { ...NO_EMPLOYER, management: '协管', employer: random.pick(EMPLOYERS), noticed };
  }
  const employer = u < 0.6 ? random.pick(EMPLOYERS) : '';
  if (u > 0.28) return { ...NO_EMPLOYER, management: '主管', employer };
  const left = asOf - random.int(60, 500);
  return { ...NO_EMPLOYER, management: '主管', employer, left, handed: left + random.int(2, 25) };
}

/** The autumn check of a married woman who lives here; a few have another one coming that is not yet due. */
function recordCheck(invention: Invention, woman: Person, method: Method, away: boolean): void {
  if (away || method.due !== null) return;
  const { random, asOf } = invention;
  const service = method.method === '上环' ? '查环' : '查孕';
  recordVisit(invention, woman, service, asOf, asOf - random.int(1, 90));
  if (random.chance(0.02)) recordVisit(invention, woman, '查病', asOf - random.int(0, 25), null);
}
