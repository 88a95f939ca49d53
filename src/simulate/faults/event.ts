import type { RegisterName } from '../../registers/types.js';
import type { Birth, Death, Marriage, Operation, Stay } from '../people.js';
import type { Place, Scene } from './scene.js';

export type Event = Birth | Marriage | Operation | Stay | Death;

/** Registers in which an event of each kind stands, and the column of its date. */
export const OWN: Readonly<Record<Event['kind'], { register: RegisterName; date: string }>> = {
  birth: { register: 'births', date: 'birth_date' },
  marriage: { register: 'marriages', date: 'marriage_date' },
  contraception: { register: 'contraception', date: 'service_date' },
  migration: { register: 'migrants', date: 'start_date' },
  death: { register: 'deaths', date: 'death_date' },
};

export const COUNTS = ['line/counts-differ', 'totals/recount-differs'];

export const LATE = ['timing/registered-before-event', 'timing/late-registration', 'logic/marriage-age'];

export const CHILDREN = ['logic/children-count', 'logic/parity-order', 'logic/birth-spacing'];

export const OUTDATED = ['enrolment/mismatched', 'coverage/household-count', ...CHILDREN];

export const POINTS = { ledger: '台账', system: '系统', card: '户卡' } as const;

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

/** The primary registers' rows of an event, at ledger and system. */
export function ownRows(scene: Scene, event: Event): Place[] {
  return scene.of(event).filter(({ table }) => table.point === 'ledger' || table.point === 'system');
}

/** The lines of the woman concerned in the registers of women, where what is outdated shows. */
export function entriesOf(scene: Scene, event: Event): Place[] {
  if (event.kind === 'birth') return scene.enrolments(event.mother);
  if (event.kind === 'marriage') return scene.enrolments(event.wife);
  return event.kind === 'contraception' ? scene.enrolments(event.woman) : [];
}
