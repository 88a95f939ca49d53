import { addYears, ageAt, iso, yearOf } from '../calendar.js';
import type { Birth, Operation, Stay, Visit, Woman } from '../people.js';
import { dayOfEvent, type Event, ownRows } from './event.js';
import { allEntries, plantOnEntries } from './logic.js';
import type { Place, Scene } from './scene.js';

/** Writes the same values into the rows of an event at ledger and system, and says so. */
function plantOnRows(
  scene: Scene,
  event: Event,
  fault: { kind: string; values: Record<string, string>; description: string },
): boolean {
  const places = ownRows(scene, event);
  const [first] = places;
  if (!first || places.length !== 2) return false;
  for (const place of places)
    for (const [column, value] of Object.entries(fault.values)) scene.set(place, column, value);
  scene.plant({
    kind: fault.kind,
    event: event.kind,
    point: first.table.point,
    register: first.table.register,
    places,
    columns: Object.keys(fault.values),
    description: `${fault.description}，各数据点一致`,
  });
  return true;
}

/** Registered some days before it happened. */
export function registeredBefore(scene: Scene, event: Event): boolean {
  const day = dayOfEvent(event) - scene.invention.random.int(3, 20);
  if (event.kind === 'migration' || yearOf(day) !== scene.invention.year) return false;
  const values = { registration_date: iso(day) };
  return plantOnRows(scene, event, {
    kind: 'timing/registered-before-event',
    values,
    description: '登记日期早于事件日期',
  });
}

/** Registered more than a month after it happened. */
export function registeredLate(scene: Scene, event: Event): boolean {
  const day = dayOfEvent(event) + scene.invention.random.int(35, 90);
  if (event.kind === 'migration' || day > scene.invention.asOf) return false;
  const values = { registration_date: iso(day) };
  return plantOnRows(scene, event, {
    kind: 'timing/late-registration',
    values,
    description: '登记迟于 30 天',
  });
}

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
  const [first] = places;
  if (!place || !first || ofHers.length > 1 || due >= scene.invention.asOf || travels(scene, woman))
    return false;
  scene.remove(place);
  scene.plant({
    kind: 'timing/follow-up-overdue',
    event: event.kind,
    point: 'ledger',
    register: 'visits',
    places,
    description: `没有${service}记录`,
  });
  return true;
}

/** Whether she came or went in these years: nobody visits one who is away. */
function travels(scene: Scene, woman: Woman['person']): boolean {
  const { stays, moves } = scene.facts;
  return [...stays, ...moves].some(({ person }) => person === woman);
}

/** A check that was due weeks ago and was not made. */
export function notChecked(scene: Scene, visit: Visit, place: Place): boolean {
  if (visit.visited === null || visit.visited > scene.invention.asOf - 35) return false;
  scene.set(place, 'due_date', iso(visit.visited));
  for (const column of ['visit_date', 'result', 'signatures']) scene.set(place, column, '');
  scene.plant({
    kind: 'timing/visit-overdue',
    point: 'ledger',
    register: 'visits',
    places: [place],
    columns: ['visit_date', 'due_date'],
    description: '应访日期已过 30 天，没有访视日期',
  });
  return true;
}

/** Nothing is on record after the day a child was due. */
export function outcomeUnknown(scene: Scene, woman: Woman): boolean {
  const places = allEntries(scene, woman);
  const { random, asOf } = scene.invention;
  const due = asOf - random.int(70, 120);
  const last = Math.max(woman.lastBirth ?? 0, woman.married);
  if (!places || woman.due === null || last + 200 > due || travels(scene, woman.person)) return false;
  const values = { due_date: iso(due) };
  const description = '预产期已过 60 天，没有分娩或其他记录';
  return plantOnEntries(scene, places, { kind: 'timing/outcome-unrecorded', values, description });
}

/** She has left an employer, and nobody has taken over. */
export function notHandedOver(scene: Scene, woman: Woman): boolean {
  const places = allEntries(scene, woman);
  if (!places || woman.left === null || woman.handed === null) return false;
  const values = { handover_date: '' };
  const description = '离职已过 30 天，没有移交';
  return plantOnEntries(scene, places, { kind: 'timing/handover-overdue', values, description });
}

/** Her employer has not reported for more than half a year. */
export function notNotified(scene: Scene, woman: Woman): boolean {
  const places = allEntries(scene, woman);
  const { random, asOf } = scene.invention;
  if (!places || woman.management !== '协管') return false;
  const values = { employer_notice_date: iso(asOf - random.int(190, 400)) };
  const description = '协管妇女半年以上没有单位通报';
  return plantOnEntries(scene, places, { kind: 'timing/notice-overdue', values, description });
}

/** Whether she needs a certificate at the as-of date, and has one. */
function certified({ invention: { asOf } }: Scene, { person, end, certificate }: Stay): boolean {
  const age = ageAt(person.birth, asOf);
  return person.sex === '女' && age >= 18 && age <= 49 && end === null && certificate !== '';
}

/** She is away without a certificate. */
export function noCertificate(scene: Scene, event: Stay): boolean {
  if (!certified(scene, event)) return false;
  const values = { certificate_no: '', certificate_issued: '', certificate_expires: '', verified_date: '' };
  return plantOnRows(scene, event, {
    kind: 'timing/certificate-missing',
    values,
    description: '没有婚育证明',
  });
}

/** Her certificate has run out. */
export function oldCertificate(scene: Scene, event: Stay): boolean {
  const { random, asOf } = scene.invention;
  if (!certified(scene, event)) return false;
  const expired = asOf - random.int(5, 200);
  const issued = addYears(expired, -3) + 1;
  const verified = event.verified === null ? null : issued + random.int(1, 25);
  const values = {
    certificate_expires: iso(expired),
    certificate_issued: iso(issued),
    verified_date: iso(verified),
  };
  return plantOnRows(scene, event, {
    kind: 'timing/certificate-expired',
    values,
    description: '婚育证明已过期',
  });
}

/** Nobody where she lives now has seen her certificate. */
export function notVerified(scene: Scene, event: Stay): boolean {
  if (!certified(scene, event) || event.direction !== '流入') return false;
  const values = { verified_date: '' };
  return plantOnRows(scene, event, {
    kind: 'timing/verification-missing',
    values,
    description: '婚育证明没有查验',
  });
}
