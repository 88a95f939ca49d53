import type { RegisterName } from '../../registers/types.js';
import type { Birth, Death, Marriage, Operation, Stay } from '../people.js';
import type { Place, Scene } from './scene.js';

export type Event = Birth | Marriage | Operation | Stay | Death;

/** Registers in which an event of each kind stands, and the columns of its date and of its people's IDs. */
export const OWN: Readonly<
  Record<Event['kind'], { register: RegisterName; date: string; ids: readonly string[] }>
> = {
  birth: { register: 'births', date: 'birth_date', ids: ['mother_id', 'father_id', 'child_id'] },
  marriage: { register: 'marriages', date: 'marriage_date', ids: ['husband_id', 'wife_id'] },
  contraception: { register: 'contraception', date: 'service_date', ids: ['woman_id', 'spouse_id'] },
  migration: { register: 'migrants', date: 'start_date', ids: ['id'] },
  death: { register: 'deaths', date: 'death_date', ids: ['id'] },
};

export const COUNTS = ['line/counts-differ', 'totals/recount-differs'];

export const LATE = ['timing/registered-before-event', 'timing/late-registration', 'logic/marriage-age'];

export const CHILDREN = ['logic/children-count', 'logic/parity-order', 'logic/birth-spacing'];

export const OF_OUTDATED = ['enrolment/mismatched', 'coverage/household-count', ...CHILDREN];

export const POINT_NAMES: Readonly<Record<string, string>> = { ledger: '台账', system: '系统', card: '户卡' };

export const WORDS: Readonly<Record<Event['kind'], string>> = {
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

/** Whether a row stands at ledger or system, which register events. */
export function isOwn({ table: { point } }: Place): boolean {
  return point === 'ledger' || point === 'system';
}

/** The primary registers' rows of an event, at ledger and system. */
export function ownRows(scene: Scene, event: Event): Place[] {
  return scene.of(event).filter(isOwn);
}

/** Her lines at all three points, of a woman who is kept at all of them and lives here. */
export function allEntries(
  scene: Scene,
  woman: { person: Birth['mother']; residence: string },
): Place[] | null {
  const entries = scene.enrolments(woman.person);
  return entries.length === 3 && woman.residence !== '流出' ? entries : null;
}

/** The woman of an event whose line in the registers of women would show it. */
export function womanOf(event: Event): Birth['mother'] | undefined {
  if (event.kind === 'birth') return event.mother;
  if (event.kind === 'marriage') return event.wife;
  return event.kind === 'contraception' ? event.woman : undefined;
}

/** The lines of the woman concerned in the registers of women, where what is outdated shows. */
export function womensLines(scene: Scene, event: Event): Place[] {
  const woman = womanOf(event);
  return woman ? scene.enrolments(woman) : [];
}
