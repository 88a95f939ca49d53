import type { Day } from '../calendar.js';
import { bear, wed } from '../couple.js';
import type { Birth, Marriage, Operation, Stay, Woman } from '../people.js';
import { birthOf, registrationOf } from '../recording.js';
import { birthRow, operationRow } from '../rows.js';
import { showsFirstMarriage, unmarry } from './cards.js';
import { COUNTS } from './event.js';
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
  const last = woman.lastBirth ?? woman.married;
  const fitting = woman.husband && woman.due === null && last < yearStart - 700 && woman.method === '避孕套';
  if (!fitting || !woman.husband || !livedHere(scene, woman)) return false;
  const day = random.int(yearStart + 20, asOf - 20);
  const event = inventedBirth(scene, woman, woman.husband, day);
  const point = random.pick(OWN_POINTS);
  const table = scene.table(point, 'births');
  if (!table) return false;
  const place = scene.add(table, birthRow(scene.community, event, true).cells, event);
  return alone(scene, 'birth', [place], OF_A_BIRTH);
}

/** Whether she has been here all year, so that something is expected of every point. */
function livedHere(scene: Scene, woman: Woman): boolean {
  return woman.residence === '常住' && !scene.facts.moves.some((move) => move.person === woman.person);
}

function inventedBirth(scene: Scene, woman: Woman, husband: NonNullable<Woman['husband']>, day: Day): Birth {
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
  const fitting = woman.husband && woman.children > 0 && woman.due === null && woman.method === '避孕套';
  if (!fitting || !woman.husband || !livedHere(scene, woman)) return false;
  const earliest = Math.max(yearStart + 20, (woman.lastBirth ?? woman.married) + 60);
  if (earliest > asOf - 20) return false;
  const day = random.int(earliest, asOf - 20);
  const event: Operation = {
    kind: 'contraception',
    woman: woman.person,
    husband: woman.husband,
    method: '上环',
    date: day,
    institution: '市妇幼保健院',
    children: woman.children,
    registered: registrationOf(scene.invention, day),
  };
  const table = scene.table(random.pick(OWN_POINTS), 'contraception');
  if (!table) return false;
  const place = scene.add(table, operationRow(scene.community, event).cells, event);
  return alone(scene, 'contraception', [place]);
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
