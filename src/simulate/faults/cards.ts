import type { RegisterName } from '../../registers/types.js';
import { iso } from '../calendar.js';
import type { Birth, Marriage, Operation, Stay } from '../people.js';
import {
  CHILDREN,
  COUNTS,
  dayOfEvent,
  type Event,
  LATE,
  OF_OUTDATED,
  ownRows,
  POINT_NAMES,
  WORDS,
  womanOf,
  womensLines,
} from './event.js';
import type { Place, Scene } from './scene.js';
import { slippedDate } from './slips.js';

/** A register of women, or the card, shows the event with another date or name. */
export function mismatchInPeople(scene: Scene, event: Event): boolean {
  const { random } = scene.invention;
  const entries = womensLines(scene, event);
  const column = entries.length === 3 && shownDate(scene, event);
  const rows = ownRows(scene, event);
  if (!column || event.kind === 'migration' || rows.length < 2) return false;
  const place = random.pick(entries);
  scene.set(place, column, slippedDate(random, scene.get(place, column), iso(event.registered)));
  const places = [place, ...rows, ...entries.filter((other) => other !== place)];
  const { point } = place.table;
  const description = `${POINT_NAMES[point]}妇女登记的 ${column} 与其他数据点不一致`;
  return scene.plant(`${event.kind}/mismatched`, places, description, {
    columns: [column],
    consequences: [...COUNTS, ...LATE, ...CHILDREN, 'enrolment/mismatched'],
  });
}

/** The column in which the registers of women show an event by its date; null where they do not. */
function shownDate(scene: Scene, event: Event): string | null {
  const person = womanOf(event);
  const woman = person && scene.womanOf(person);
  if (!woman) return null;
  const day = dayOfEvent(event);
  if (event.kind === 'birth' && woman.lastBirth === day) return 'last_birth_date';
  if (event.kind === 'marriage' && woman.married === day) return 'marriage_date';
  return event.kind === 'contraception' && woman.methodDate === day ? 'method_date' : null;
}

/** The card was not brought up to date: the child is not on it, the wedding, method or departure not noted. */
export function omitOnCard(scene: Scene, event: Event): boolean {
  const rows = ownRows(scene, event);
  const register = rows.length === 2 && forget(scene, event);
  if (!register) return false;
  const places = [...rows, ...womensLines(scene, event)];
  return scene.plant(`${event.kind}/omitted`, places, `户卡漏登一例${WORDS[event.kind]}`, {
    point: 'card',
    register,
    consequences: [...COUNTS, ...OF_OUTDATED],
  });
}

/** Takes an event off the card; returns the register that lacks it, or null where the card did not show it. */
function forget(scene: Scene, event: Event): RegisterName | null {
  if (event.kind === 'birth') return forgetBirth(scene, event);
  if (event.kind === 'marriage') return forgetMarriage(scene, event);
  if (event.kind === 'contraception') return forgetOperation(scene, event);
  return event.kind === 'migration' ? forgetDeparture(scene, event) : null;
}

function cardOfWoman(scene: Scene, person: Birth['mother']): Place | undefined {
  return scene.enrolments(person).find(({ table }) => table.point === 'card');
}

function forgetBirth(scene: Scene, event: Birth): RegisterName | null {
  const line = scene.card(event.child);
  const entry = cardOfWoman(scene, event.mother);
  const woman = scene.womanOf(event.mother);
  // a migrants' baby claims a stay of its own by the same line
  if (event.basis === '流入') return null;
  if (!line || !entry || !woman || event.twin || woman.lastBirth !== event.child.birth) return null;
  scene.remove(line);
  for (const column of ['children_count', event.child.sex === '男' ? 'sons' : 'daughters'])
    scene.set(entry, column, String(Number(scene.get(entry, column)) - 1));
  scene.set(entry, 'last_birth_date', '');
  return 'households';
}

function forgetMarriage(scene: Scene, event: Marriage): RegisterName | null {
  const entry = cardOfWoman(scene, event.wife);
  if (!entry || !showsFirstMarriage(scene, event)) return null;
  unmarry(scene, [entry]);
  return 'women';
}

/** Whether the registers of women show this wedding as a woman's first. */
export function showsFirstMarriage(scene: Scene, event: Marriage): boolean {
  return scene.womanOf(event.wife)?.married === event.date && event.wife.marital === '初婚';
}

/** Lines of the registers of women as they were before the wedding. */
export function unmarry(scene: Scene, entries: Place[]): void {
  scene.write(entries, { marital_status: '未婚', marriage_date: '', husband_name: '', husband_id: '' });
}

function forgetOperation(scene: Scene, event: Operation): RegisterName | null {
  const entry = cardOfWoman(scene, event.woman);
  if (!entry || scene.womanOf(event.woman)?.methodDate !== event.date) return null;
  scene.write([entry], { method: '无', method_date: '' });
  return 'women';
}

function forgetDeparture(scene: Scene, event: Stay): RegisterName | null {
  const line = scene.card(event.person);
  if (!line || event.direction !== '流出' || event.end !== null) return null;
  const entry = cardOfWoman(scene, event.person);
  scene.write(entry ? [line, entry] : [line], { residence: '常住' });
  return 'households';
}
