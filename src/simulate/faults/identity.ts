import { iso } from '../calendar.js';
import type { Member, Person, Woman } from '../people.js';
import type { Event } from './event.js';
import type { Place, Scene } from './scene.js';
import { damagedId, nearDate, slippedId, validSlip, wrongCheckDigit } from './slips.js';

const OF_AN_ID = [
  'identity/invalid-id',
  'identity/split-id',
  'identity/birth-date-differs',
  'identity/sex-differs',
  'identity/unknown-region',
];

function plantId(
  scene: Scene,
  kind: string,
  places: Place[],
  column: string,
  description: string,
  more: string[] = [],
): void {
  const place = places[0];
  if (!place) return;
  scene.plant({
    kind,
    point: place.table.point,
    register: place.table.register,
    places,
    columns: [column],
    description,
    consequences: [...OF_AN_ID.filter((rule) => rule !== kind), ...more],
  });
}

/** The ID of a woman or her husband is mistyped at one point only. */
export function mistypedOnce(scene: Scene, woman: Woman): boolean {
  const { random } = scene.invention;
  const entries = scene.enrolments(woman.person);
  if (entries.length !== 3) return false;
  const u = random.next();
  const ofHusband = woman.husband !== null && u < 0.3;
  const column = ofHusband ? 'husband_id' : 'id';
  const card = scene.card(ofHusband && woman.husband ? woman.husband : woman.person);
  const place = u > 0.8 && card ? card : random.pick(entries);
  const written = scene.get(place, place.table.register === 'households' ? 'id' : column);
  if (written === '') return false;
  const valid = !ofHusband && random.chance(0.2);
  const slip = valid ? validSlip(random, written) : slippedId(random, written);
  const where = place.table.register === 'households' ? 'id' : column;
  scene.set(place, where, slip);
  plantId(
    scene,
    'identity/split-id',
    [place],
    where,
    valid ? '证号错两位，仍合校验规则' : '证号在这一处录错',
    ['enrolment/omitted', 'person/duplicated'],
  );
  return true;
}

/** Columns with IDs in the registers of events. */
const EVENT_IDS: Readonly<Record<Event['kind'], readonly string[]>> = {
  birth: ['mother_id', 'father_id', 'child_id'],
  marriage: ['husband_id', 'wife_id'],
  contraception: ['woman_id', 'spouse_id'],
  migration: ['id'],
  death: ['id'],
};

/** An ID is mistyped where ledger or system register an event. */
export function mistypedInEvent(scene: Scene, event: Event): boolean {
  const { random } = scene.invention;
  const rows = scene.of(event).filter(({ table }) => table.point === 'ledger' || table.point === 'system');
  if (rows.length !== 2) return false;
  const place = random.pick(rows);
  const column = random.pick(EVENT_IDS[event.kind]);
  scene.set(place, column, slippedId(random, scene.get(place, column)));
  plantId(scene, 'identity/split-id', [place], column, '证号在这一处录错');
  return true;
}

/** The ID of somebody who stands in one register only has a wrong check digit. */
export function invalidEverywhere(scene: Scene, member: Member): boolean {
  const place = onlyLine(scene, member);
  if (!place) return false;
  scene.set(place, 'id', wrongCheckDigit(scene.invention.random, member.person.id));
  plantId(scene, 'identity/invalid-id', [place], 'id', '证号校验码不对，别处无从核对');
  return true;
}

/** One who is on a card and in no other register: grown up, and neither spouse nor migrant. */
function onlyLine(scene: Scene, { person, relation, residence }: Member): Place | undefined {
  const settled = residence === '常住' && relation !== '配偶' && person.marital === '未婚';
  return settled && person.birth < scene.invention.registersFrom ? scene.card(person) : undefined;
}

/** The card line of a resident who was born before the running registers begin. */
function settledLine(scene: Scene, { person, residence }: Member): Place | undefined {
  const settled = residence === '常住' && person.birth < scene.invention.registersFrom;
  return settled ? scene.card(person) : undefined;
}

/** A card line bears the ID of somebody else. */
export function sharedId(scene: Scene, member: Member): boolean {
  const place = onlyLine(scene, member);
  const other = place && stranger(scene, member.person);
  const card = other && scene.card(other);
  if (!place || !other || !card || !scene.take(other)) return false;
  scene.set(place, 'id', other.id);
  plantId(scene, 'identity/shared-id', [place, card], 'id', '两人共用一个证号', ['person/duplicated']);
  return true;
}

/** Somebody of another household and surname, with no children in the registers of births. */
function stranger(scene: Scene, person: Person): Person | undefined {
  const household = scene.invention.random.pick(scene.facts.households);
  const other = household.members[0];
  if (household.members.length !== 1 || other?.residence !== '常住') return undefined;
  if (other.person.marital !== '未婚' || other.person === person) return undefined;
  return other.person.name.surname === person.name.surname ? undefined : other.person;
}

/** The birth date on the card contradicts the ID. */
export function birthDateDiffers(scene: Scene, member: Member): boolean {
  const place = settledLine(scene, member);
  if (!place) return false;
  scene.set(place, 'birth_date', nearDate(scene.invention.random, iso(member.person.birth)));
  plantId(scene, 'identity/birth-date-differs', [place], 'birth_date', '出生日期与证号不符');
  return true;
}

/** The sex on the card contradicts the ID. */
export function sexDiffers(scene: Scene, member: Member): boolean {
  const place = settledLine(scene, member);
  if (!place) return false;
  scene.set(place, 'sex', member.person.sex === '男' ? '女' : '男');
  plantId(scene, 'identity/sex-differs', [place], 'sex', '性别与证号不符');
  return true;
}

/** A spreadsheet has rounded an ID. */
export function damaged(scene: Scene, member: Member): boolean {
  const place = onlyLine(scene, member);
  if (!place) return false;
  scene.set(place, 'id', damagedId(scene.invention.random, member.person.id));
  plantId(scene, 'format/damaged-id', [place], 'id', '证号被电子表格截断');
  return true;
}
