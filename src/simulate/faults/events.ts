import { iso } from '../calendar.js';
import type { Birth } from '../people.js';
import {
  CHILDREN,
  COUNTS,
  dayOfEvent,
  type Event,
  LATE,
  OWN,
  ownRows,
  POINT_NAMES,
  WORDS,
  womensLines,
} from './event.js';
import type { Place, Scene } from './scene.js';
import { homophone, nearDate, slippedDate } from './slips.js';

/** What follows from a claim too many, or from one that says something else. */
const CLAIM = [...COUNTS, ...LATE, ...CHILDREN];

/** Ledger or system lacks the event. */
export function omit(scene: Scene, event: Event): boolean {
  const rows = ownRows(scene, event);
  const gone = rows.length < 2 ? undefined : scene.invention.random.pick(rows);
  if (!gone || !isKnown(scene, event)) return false;
  scene.remove(gone);
  const { point } = gone.table;
  const others = rows.filter((place) => place !== gone);
  const description = `${POINT_NAMES[point]}漏登一例${WORDS[event.kind]}`;
  return scene.plant(`${event.kind}/omitted`, others, description, { point, consequences: COUNTS });
}

/** Nothing is expected of a point that has nobody of the family in a register of people. */
function isKnown(scene: Scene, event: Event): boolean {
  return event.kind === 'migration' || event.kind === 'death' || womensLines(scene, event).length > 0;
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
  const how = elsewhere ? '登在另一社区' : exact ? '完全相同' : '略有出入';
  const description = `${POINT_NAMES[place.table.point]}重登一例${WORDS[event.kind]}（${how}）`;
  return scene.plant(`${event.kind}/duplicated`, [copy, place], description, {
    consequences: [...CLAIM, `${event.kind}/mismatched`, 'identity/birth-date-differs'],
  });
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
    if (random.chance(0.4)) return scene.write([copy], { child_name: '', certificate_no: '' });
  }
  scene.set(copy, OWN[event.kind].date, nearDate(random, iso(dayOfEvent(event))));
}

/** Ledger or system differs in one compared value. */
export function mismatch(scene: Scene, event: Event): boolean {
  const rows = ownRows(scene, event);
  if (rows.length < 2 || (event.kind === 'birth' && (event.twin || event.unnamed))) return false;
  const place = scene.invention.random.pick(rows);
  const column = alter(scene, event, place);
  if (!column) return false;
  const places = [place, ...rows.filter((other) => other !== place)];
  const description = `${POINT_NAMES[place.table.point]}一例${WORDS[event.kind]}的 ${column} 与其他数据点不一致`;
  return scene.plant(`${event.kind}/mismatched`, places, description, {
    columns: [column],
    consequences: [...CLAIM, 'identity/birth-date-differs', 'identity/sex-differs'],
  });
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
