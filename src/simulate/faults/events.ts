import type { RegisterName } from '../../registers/types.js';
import { iso } from '../calendar.js';
import type { Birth, Death, Marriage, Operation, Stay } from '../people.js';
import type { Place, Scene } from './scene.js';
import { homophone, nearDate, slippedDate } from './slips.js';

export type Event = Birth | Marriage | Operation | Stay | Death;

/** Registers in which an event of each kind stands, and the column of its date. */
export const OWN: Readonly<Record<Event['kind'], { register: RegisterName; date: string }>> = {
  birth: { register: 'births', date: 'birth_date' },
  marriage: { register: 'marriages', date: 'marriage_date' },
  contraception: { register: 'contraception', date: 'service_date' },
  migration: { register: 'migrants', date: 'start_date' },
  death: { register: 'deaths', date: 'death_date' },
};

const COUNTS = ['line/counts-differ', 'totals/recount-differs'];
const LATE = ['timing/registered-before-event', 'timing/late-registration', 'logic/marriage-age'];
const CHILDREN = ['logic/children-count', 'logic/parity-order', 'logic/birth-spacing'];
const STALE = ['enrolment/mismatched', 'coverage/household-count', ...CHILDREN];

const POINTS = { ledger: '台账', system: '系统', card: '户卡' } as const;
const WORDS: Readonly<Record<Event['kind'], string>> = {
  birth: '出生',
  marriage: '结婚',
  contraception: '节育',
  migration: '流动',
  death: '死亡',
};

export function peopleOf(event: Event) {
  if (event.kind === 'birth') return [event.mother, event.father, event.child];
  if (event.kind === 'marriage') return [event.husband, event.wife];
  if (event.kind === 'contraception') return [event.woman, event.husband];
  return [event.person];
}

/** The day that decides whether an event belongs to the year. */
export function dayOfEvent(event: Event): number {
  if (event.kind === 'birth') return event.child.birth;
  return event.kind === 'migration' ? event.start : event.date;
}

/** The own registers' rows of an event, at ledger and system. */
function ownRows(scene: Scene, event: Event): Place[] {
  return scene.of(event).filter(({ table }) => table.point === 'ledger' || table.point === 'system');
}

/** Ledger or system lacks the event. */
export function omit(scene: Scene, event: Event): boolean {
  const rows = ownRows(scene, event);
  const gone = rows.length < 2 ? undefined : scene.invention.random.pick(rows);
  if (!gone || !isKnown(scene, event)) return false;
  scene.remove(gone);
  scene.plant({
    kind: `${event.kind}/omitted`,
    event: event.kind,
    point: gone.table.point,
    register: gone.table.register,
    places: rows.filter((place) => place !== gone),
    description: `${POINTS[gone.table.point as 'ledger']}漏登一例${WORDS[event.kind]}`,
    consequences: COUNTS,
  });
  return true;
}

/** Nothing is expected of a point that has nobody of the family in a register of people. */
function isKnown(scene: Scene, event: Event): boolean {
  return event.kind === 'migration' || event.kind === 'death' || entriesOf(scene, event).length > 0;
}

/** A register claims the event twice: an exact copy, or one with a date some days off. */
export function duplicate(scene: Scene, event: Event): boolean {
  const { random } = scene.invention;
  const rows = ownRows(scene, event);
  if (rows.length < 2) return false;
  const place = random.pick(rows);
  const copy = scene.copy(place);
  const elsewhere = canBeElsewhere(event) && place.table.point === 'system' && random.chance(0.3);
  const exact = elsewhere || random.chance(0.5) || (event.kind === 'birth' && event.twin);
  if (elsewhere) scene.set(copy, 'community', scene.neighbour);
  if (!exact) vary(scene, event, copy);
  scene.plant({
    kind: `${event.kind}/duplicated`,
    event: event.kind,
    point: place.table.point,
    register: place.table.register,
    places: [copy, place],
    description: `${POINTS[place.table.point as 'ledger']}重登一例${WORDS[event.kind]}${elsewhere ? '（登在另一社区）' : exact ? '（完全相同）' : '（略有出入）'}`,
    consequences: [
      ...COUNTS,
      ...LATE,
      ...CHILDREN,
      `${event.kind}/mismatched`,
      'identity/birth-date-differs',
    ],
  });
  return true;
}

/** A migrant's event has two ends; any other is a duplicate wherever it stands again. */
function canBeElsewhere(event: Event): boolean {
  return event.kind === 'birth' ? event.basis === '户籍' : event.kind !== 'migration';
}

/** What a second entry of the same event differs in. */
function vary(scene: Scene, event: Event, copy: Place): void {
  const { random } = scene.invention;
  if (event.kind === 'birth') {
    scene.set(copy, 'child_id', '');
    if (random.chance(0.4)) {
      scene.set(copy, 'child_name', '');
      scene.set(copy, 'certificate_no', '');
      return;
    }
  }
  const column = OWN[event.kind].date;
  const earliest = iso(dayOfEvent(event));
  scene.set(copy, column, nearDate(random, earliest));
}

/** Ledger or system differs in one compared value. */
export function mismatch(scene: Scene, event: Event): boolean {
  const rows = ownRows(scene, event);
  if (rows.length < 2 || (event.kind === 'birth' && (event.twin || event.unnamed))) return false;
  const place = scene.invention.random.pick(rows);
  const column = alter(scene, event, place);
  if (!column) return false;
  scene.plant({
    kind: `${event.kind}/mismatched`,
    event: event.kind,
    point: place.table.point,
    register: place.table.register,
    places: [place, ...rows.filter((other) => other !== place)],
    columns: [column],
    description: `${POINTS[place.table.point as 'ledger']}一例${WORDS[event.kind]}的 ${column} 与其他数据点不一致`,
    consequences: [...COUNTS, ...LATE, ...CHILDREN, 'identity/birth-date-differs', 'identity/sex-differs'],
  });
  return true;
}

/** Changes one compared value of a row and returns its column; null where there is nothing to change. */
function alter(scene: Scene, event: Event, place: Place): string | null {
  const { random } = scene.invention;
  const { date } = OWN[event.kind];
  if (event.kind === 'birth') return alterBirth(scene, event, place);
  const u = random.next();
  if (event.kind === 'marriage' && u < 0.35) {
    const column = random.chance(0.5) ? 'husband_order' : 'wife_order';
    scene.set(place, column, scene.get(place, column) === '初婚' ? '再婚' : '初婚');
    return column;
  }
  if (event.kind === 'contraception' && u < 0.35) {
    if (event.method !== '上环' && event.method !== '皮埋') return null;
    scene.set(place, 'method', event.method === '上环' ? '皮埋' : '上环');
    return 'method';
  }
  if (event.kind === 'migration' && event.certificate !== '' && u < 0.4) {
    const number = scene.get(place, 'certificate_no');
    scene.set(place, 'certificate_no', `L9${number.slice(2)}`);
    return 'certificate_no';
  }
  scene.set(place, date, wrongDate(scene, event, scene.get(place, date)));
  return date;
}

function alterBirth(scene: Scene, event: Birth, place: Place): string | null {
  const { random } = scene.invention;
  const u = random.next();
  if (u < 0.2) {
    scene.set(place, 'parity', String(event.parity + 1));
    return 'parity';
  }
  if (u < 0.35) {
    const other = homophone(scene.get(place, 'child_name'));
    if (!other) return null;
    scene.set(place, 'child_name', other);
    return 'child_name';
  }
  if (random.chance(0.6)) scene.set(place, 'child_id', '');
  if (u < 0.5) {
    scene.set(place, 'child_sex', event.child.sex === '男' ? '女' : '男');
    return 'child_sex';
  }
  scene.set(place, 'birth_date', wrongDate(scene, event, scene.get(place, 'birth_date')));
  return 'birth_date';
}

/** A date as it is mistyped, or the day on which the event was written down. */
function wrongDate(scene: Scene, event: Event, was: string): string {
  const { random, asOf } = scene.invention;
  if (event.kind === 'migration') return slippedDate(random, was, iso(event.end ?? asOf));
  const registered = iso(event.registered);
  return registered !== was && random.chance(0.2) ? registered : slippedDate(random, was, registered);
}

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
    consequences: [...COUNTS, ...STALE],
  });
  return true;
}

/** The lines of the woman concerned in the registers of women, where what is stale shows. */
function entriesOf(scene: Scene, event: Event): Place[] {
  if (event.kind === 'birth') return scene.enrolments(event.mother);
  if (event.kind === 'marriage') return scene.enrolments(event.wife);
  return event.kind === 'contraception' ? scene.enrolments(event.woman) : [];
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
