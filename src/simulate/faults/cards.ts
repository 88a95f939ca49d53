import type { RegisterName } from '../../registers/types.js';
import { iso } from '../calendar.js';
import type { Birth, Marriage, Operation, Stay } from '../people.js';
import {
  CHILDREN,
  COUNTS,
  dayOfEvent,
  type Event,
  entriesOf,
  LATE,
  OUTDATED,
  ownRows,
  POINTS,
  peopleOf,
  WORDS,
} from './event.js';
import type { Place, Scene } from './scene.js';
import { slippedDate } from './slips.js';

/** A register of women, or the card, shows the event with another date or name. */
export function mismatchInPeople(scene: Scene, event: Event): boolean {
  const { random } = scene.invention;
  const shown = shownDate(scene, event);
  if (!shown || ownRows(scene, event).length < 2) return false;
  const place = random.pick(shown.entries);
  scene.set(place, shown.column, slippedDate(random, scene.get(place, shown.column), iso(shown.last)));
  scene.plant({
    kind: `${event.kind}/mismatched`,
    event: event.kind,
    point: place.table.point,
    register: 'women',
    places: [place, ...ownRows(scene, event), ...shown.entries.filter((other) => other !== place)],
    columns: [shown.column],
    description: `${POINTS[place.table.point as 'card']}妇女登记的 ${shown.column} 与其他数据点不一致`,
    consequences: [...COUNTS, ...LATE, ...CHILDREN, 'enrolment/mismatched'],
  });
  return true;
}

/** Where the registers of women show an event by its date. */
function shownDate(scene: Scene, event: Event): { column: string; entries: Place[]; last: number } | null {
  const entries = entriesOf(scene, event);
  const woman =
    entries.length === 3 && event.kind !== 'migration' && event.kind !== 'death' && womanIn(scene, event);
  if (!woman) return null;
  const { registered: last } = event as Birth | Marriage | Operation;
  const day = dayOfEvent(event);
  if (event.kind === 'birth' && woman.lastBirth === day) return { column: 'last_birth_date', entries, last };
  if (event.kind === 'marriage' && woman.married === day) return { column: 'marriage_date', entries, last };
  if (event.kind === 'contraception' && woman.methodDate === day)
    return { column: 'method_date', entries, last };
  return null;
}

function womanIn(scene: Scene, event: Event) {
  const [first, second] = peopleOf(event);
  const person = event.kind === 'marriage' ? second : first;
  return person && scene.womanOf(person);
}

/** The card was not brought up to date: the child is not on it, the wedding, method or departure not noted. */
export function omitOnCard(scene: Scene, event: Event): boolean {
  const rows = ownRows(scene, event);
  const register = rows.length === 2 && forget(scene, event);
  if (!register) return false;
  scene.plant({
    kind: `${event.kind}/omitted`,
    event: event.kind,
    point: 'card',
    register,
    places: [...rows, ...entriesOf(scene, event)],
    description: `户卡漏登一例${WORDS[event.kind]}`,
    consequences: [...COUNTS, ...OUTDATED],
  });
  return true;
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
  const less = (column: string): void => {
    scene.set(entry, column, String(Number(scene.get(entry, column)) - 1));
  };
  less('children_count');
  less(event.child.sex === '男' ? 'sons' : 'daughters');
  scene.set(entry, 'last_birth_date', '');
  return 'households';
}

function forgetMarriage(scene: Scene, event: Marriage): RegisterName | null {
  const entry = cardOfWoman(scene, event.wife);
  if (!entry || !showsFirstMarriage(scene, event)) return null;
  unmarry(scene, entry);
  return 'women';
}

/** Whether the registers of women show this wedding as a woman's first. */
export function showsFirstMarriage(scene: Scene, event: Marriage): boolean {
  return scene.womanOf(event.wife)?.married === event.date && event.wife.marital === '初婚';
}

/** A line of a register of women as it was before the wedding. */
export function unmarry(scene: Scene, entry: Place): void {
  scene.set(entry, 'marital_status', '未婚');
  for (const column of ['marriage_date', 'husband_name', 'husband_id']) scene.set(entry, column, '');
}

function forgetOperation(scene: Scene, event: Operation): RegisterName | null {
  const entry = cardOfWoman(scene, event.woman);
  if (!entry || scene.womanOf(event.woman)?.methodDate !== event.date) return null;
  scene.set(entry, 'method', '无');
  scene.set(entry, 'method_date', '');
  return 'women';
}

function forgetDeparture(scene: Scene, event: Stay): RegisterName | null {
  const line = scene.card(event.person);
  if (!line || event.direction !== '流出' || event.end !== null) return null;
  scene.set(line, 'residence', '常住');
  const entry = cardOfWoman(scene, event.person);
  if (entry) scene.set(entry, 'residence', '常住');
  return 'households';
}
