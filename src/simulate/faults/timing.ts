import { addYears, ageAt, iso, yearOf } from '../calendar.js';
import type { Birth, Operation, Stay, Visit, Woman } from '../people.js';
import { onEntries, onRows } from './agreed.js';
import { dayOfEvent, type Event, ownRows } from './event.js';
import type { Scene } from './scene.js';

/** Events that are registered once they have happened. */
type Registered = Exclude<Event, Stay>;

/** Registered some days before it happened. */
export const registeredBefore = onRows(
  'timing/registered-before-event',
  '登记日期早于事件日期',
  ({ invention }, event: Registered) => {
    const day = dayOfEvent(event) - invention.random.int(3, 20);
    return yearOf(day) === invention.year ? { registration_date: iso(day) } : null;
  },
);

/** Registered more than a month after it happened. */
export const registeredLate = onRows(
  'timing/late-registration',
  '登记迟于 30 天',
  ({ invention }, event: Registered) => {
    const day = dayOfEvent(event) + invention.random.int(35, 90);
    return day <= invention.asOf ? { registration_date: iso(day) } : null;
  },
);

/** Days within which an event asks for a visit, and what visit. */
const FOLLOW_UPS = {
  birth: { service: '产后访视', days: 42 },
  contraception: { service: '术后随访', days: 30 },
} as const;

/** The visit that a birth or an operation asks for is not on record. */
export function notVisited(scene: Scene, event: Birth | Operation): boolean {
  const { service, days } = FOLLOW_UPS[event.kind];
  const woman = event.kind === 'birth' ? event.mother : event.woman;
  const due = dayOfEvent(event) + days;
  const ofHers = scene.facts.visits.filter((visit) => visit.woman === woman && visit.service === service);
  const visit = ofHers.find((one) => one.due === due);
  const place = visit && scene.of(visit)[0];
  const places = ownRows(scene, event);
  if (!place || places.length === 0 || ofHers.length > 1) return false;
  if (due >= scene.invention.asOf || travels(scene, woman)) return false;
  scene.remove(place);
  const more = { event: event.kind, point: 'ledger', register: 'visits' } as const;
  return scene.plant('timing/follow-up-overdue', places, `没有${service}记录`, more);
}

/** Whether she came or went in these years: nobody visits one who is away. */
function travels(scene: Scene, woman: Woman['person']): boolean {
  const { stays, moves } = scene.facts;
  return [...stays, ...moves].some(({ person }) => person === woman);
}

/** A check that was due weeks ago and was not made. */
export function notChecked(scene: Scene, visit: Visit): boolean {
  const places = scene.of(visit).slice(0, 1);
  if (visit.visited === null || visit.visited > scene.invention.asOf - 35) return false;
  scene.write(places, { due_date: iso(visit.visited), visit_date: '', result: '', signatures: '' });
  const more = { columns: ['visit_date', 'due_date'] };
  return scene.plant('timing/visit-overdue', places, '应访日期已过 30 天，没有访视日期', more);
}

/** Nothing is on record after the day a child was due. */
export function outcomeUnknown(scene: Scene, woman: Woman): boolean {
  const { random, asOf } = scene.invention;
  const due = asOf - random.int(70, 120);
  const last = Math.max(woman.lastBirth ?? 0, woman.married);
  if (woman.due === null || last + 200 > due || travels(scene, woman.person)) return false;
  const description = '预产期已过 60 天，没有分娩或其他记录';
  return onEntries('timing/outcome-unrecorded', description, () => ({ due_date: iso(due) }))(scene, woman);
}

/** She has left an employer, and nobody has taken over. */
export const notHandedOver = onEntries('timing/handover-overdue', '离职已过 30 天，没有移交', (_, woman) =>
  woman.left === null || woman.handed === null ? null : { handover_date: '' },
);

/** Her employer has not reported for more than half a year. */
export const notNotified = onEntries(
  'timing/notice-overdue',
  '协管妇女半年以上没有单位通报',
  ({ invention: { random, asOf } }, woman) =>
    woman.management === '协管' ? { employer_notice_date: iso(asOf - random.int(190, 400)) } : null,
);

/** Whether she needs a certificate at the as-of date, and has one. */
function certified({ invention: { asOf } }: Scene, { person, end, certificate }: Stay): boolean {
  const age = ageAt(person.birth, asOf);
  return person.sex === '女' && age >= 18 && age <= 49 && end === null && certificate !== '';
}

/** She is away without a certificate. */
export const noCertificate = onRows('timing/certificate-missing', '没有婚育证明', (scene, event: Stay) =>
  certified(scene, event)
    ? { certificate_no: '', certificate_issued: '', certificate_expires: '', verified_date: '' }
    : null,
);

/** Her certificate has run out. */
export const oldCertificate = onRows('timing/certificate-expired', '婚育证明已过期', (scene, event: Stay) => {
  const { random, asOf } = scene.invention;
  if (!certified(scene, event)) return null;
  const expired = asOf - random.int(5, 200);
  const issued = addYears(expired, -3) + 1;
  const verified = event.verified === null ? null : issued + random.int(1, 25);
  return { certificate_expires: iso(expired), certificate_issued: iso(issued), verified_date: iso(verified) };
});

/** Nobody where she lives now has seen her certificate. */
export const notVerified = onRows('timing/verification-missing', '婚育证明没有查验', (scene, event: Stay) =>
  certified(scene, event) && event.direction === '流入' ? { verified_date: '' } : null,
);
