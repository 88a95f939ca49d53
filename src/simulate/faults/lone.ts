import type { Day } from '../calendar.js';
import { bear, wed } from '../couple.js';
import type { Birth, Marriage, Operation, Person, Stay, Woman } from '../people.js';
import { birthOf, registrationOf } from '../recording.js';
import { birthRow, operationRow } from '../rows.js';
import type { Row } from '../tables.js';
import { showsFirstMarriage, unmarry } from './cards.js';
import { COUNTS, OWN } from './event.js';
import type { Place, Scene } from './scene.js';

const OWN_POINTS = ['ledger', 'system'] as const;
const OF_A_BIRTH = [
  'logic/children-count',
  'logic/parity-order',
  'logic/birth-with-iud',
  'logic/birth-spacing',
];
const FOLLOW = [...COUNTS, 'timing/follow-up-overdue', 'enrolment/mismatched'];

/** Only one point claims a birth of a woman who had none: an omission at the others, or a false report. */
export function loneBirth(scene: Scene, woman: Woman): boolean {
  const { random, asOf, yearStart } = scene.invention;
  const husband = husbandOf(scene, woman);
  if (!husband || (woman.lastBirth ?? woman.married) >= yearStart - 700) return false;
  const event = inventedBirth(scene, woman, husband, random.int(yearStart + 20, asOf - 20));
  return addAlone(scene, 'birth', birthRow(scene.community, event, true), OF_A_BIRTH);
}

/**
 * The husband of a woman who might have had a child or an operation, since she uses condoms and expects no child; only of
 * one who has been here all year something is expected of every point.
 */
function husbandOf(scene: Scene, { person, husband, due, method, residence }: Woman): Person | null {
  const stayed = residence === '常住' && !scene.facts.moves.some((move) => move.person === person);
  return stayed && due === null && method === '避孕套' ? husband : null;
}

function inventedBirth(scene: Scene, woman: Woman, husband: Person, day: Day): Birth {
  const { invention } = scene;
  const couple = wed(husband, woman.person, woman.married);
  bear(invention, couple, day, false);
  const child = couple.children[0];
  if (!child) throw new Error('no child was born');
  return { ...birthOf(invention, couple, child, '市妇幼保健院'), parity: woman.children + 1 };
}

/** Only one point claims that a woman who uses condoms had an operation. */
export function loneOperation(scene: Scene, woman: Woman): boolean {
  const { random, asOf, yearStart } = scene.invention;
  const husband = husbandOf(scene, woman);
  if (!husband || woman.children === 0) return false;
  const earliest = Math.max(yearStart + 20, (woman.lastBirth ?? woman.married) + 60);
  if (earliest > asOf - 20) return false;
  const day = random.int(earliest, asOf - 20);
  const event: Operation = {
    kind: 'contraception',
    woman: woman.person,
    husband,
    method: '上环',
    date: day,
    institution: '市妇幼保健院',
    children: woman.children,
    registered: registrationOf(scene.invention, day),
  };
  return addAlone(scene, 'contraception', operationRow(scene.community, event));
}

/** Writes an event that never was into the register of one point. */
function addAlone(
  scene: Scene,
  kind: 'birth' | 'contraception',
  { cells, fact }: Row,
  more?: readonly string[],
): boolean {
  const table = scene.table(scene.invention.random.pick(OWN_POINTS), OWN[kind].register);
  return table !== undefined && alone(scene, kind, [scene.add(table, cells, fact)], more);
}

/** A wedding that only ledger or system knows: the other has no line, and the registers of women have her unmarried. */
export function loneMarriage(scene: Scene, event: Marriage): boolean {
  const rows = scene.of(event);
  const entries = scene.enrolments(event.wife);
  if (rows.length !== 2 || entries.length !== 3 || !showsFirstMarriage(scene, event)) return false;
  const kept = scene.invention.random.pick(rows);
  for (const place of rows) if (place !== kept) scene.remove(place);
  unmarry(scene, entries);
  return alone(scene, 'marriage', [kept, ...entries]);
}

/** A departure that only ledger or system knows: the card still has the person at home. */
export function loneDeparture(scene: Scene, event: Stay): boolean {
  const rows = scene.of(event);
  const line = scene.card(event.person);
  if (rows.length !== 2 || !line || event.direction !== '流出' || event.end !== null) return false;
  const kept = scene.invention.random.pick(rows);
  for (const place of rows) if (place !== kept) scene.remove(place);
  scene.write([line, ...scene.enrolments(event.person)], { residence: '常住' });
  return alone(scene, 'migration', [kept]);
}

/** Says that only the first of these places has the event; what is outdated comes after it. */
function alone(scene: Scene, event: string, places: Place[], more: readonly string[] = []): true {
  const description = '只有这一个数据点有记录，其他点都没有（漏报或虚报）';
  const consequences = [...FOLLOW, ...more];
  return scene.plant(`${event}/omitted`, places, description, { consequences, unconfirmed: true });
}
