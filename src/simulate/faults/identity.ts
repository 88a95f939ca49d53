import { iso } from '../calendar.js';
import type { Invention } from '../couple.js';
import type { Member, Person, Woman } from '../people.js';
import { type Event, OWN, ownRows } from './event.js';
import type { Place, Planting, Scene } from './scene.js';
import { nearDate, slippedId, spoiltId, validSlip, wrongCheckDigit } from './slips.js';

const OF_AN_ID = ['invalid-id', 'split-id', 'birth-date-differs', 'sex-differs', 'unknown-region'].map(
  (slug) => `identity/${slug}`,
);

function plantId(
  scene: Scene,
  kind: string,
  places: Place[],
  column: string,
  description: string,
  more: string[] = [],
): true {
  const consequences = [...OF_AN_ID.filter((rule) => rule !== kind), ...more];
  return scene.plant(kind, places, description, { columns: [column], consequences });
}

/** The ID of a woman or her husband is mistyped at one point only. */
export function mistypedOnce(scene: Scene, woman: Woman): boolean {
  const { random } = scene.invention;
  const entries = scene.enrolments(woman.person);
  if (entries.length !== 3) return false;
  const u = random.next();
  const husband = u < 0.3 ? woman.husband : null;
  const card = scene.card(husband ?? woman.person);
  const place = u > 0.8 && card ? card : random.pick(entries);
  const column = husband && place.table.register === 'women' ? 'husband_id' : 'id';
  const written = scene.get(place, column);
  if (written === '') return false;
  const valid = !husband && random.chance(0.2);
  scene.set(place, column, valid ? validSlip(random, written) : slippedId(random, written));
  const description = valid ? '证号错两位，仍合校验规则' : '证号在这一处录错';
  const more = ['enrolment/omitted', 'person/duplicated'];
  return plantId(scene, 'identity/split-id', [place], column, description, more);
}

/** An ID is mistyped where ledger or system register an event. */
export function mistypedInEvent(scene: Scene, event: Event): boolean {
  const { random } = scene.invention;
  const rows = ownRows(scene, event);
  if (rows.length !== 2) return false;
  const place = random.pick(rows);
  const column = random.pick(OWN[event.kind].ids);
  scene.set(place, column, slippedId(random, scene.get(place, column)));
  return plantId(scene, 'identity/split-id', [place], column, '证号在这一处录错');
}

/** The card line of a resident who was born before the running registers begin. */
function settledLine(scene: Scene, { person, residence }: Member): Place | undefined {
  const settled = residence === '常住' && person.birth < scene.invention.registersFrom;
  return settled ? scene.card(person) : undefined;
}

/** One who is on a card and in no other register: grown up, and neither spouse nor migrant. */
function onlyLine(scene: Scene, member: Member): Place | undefined {
  const alone = member.relation !== '配偶' && member.person.marital === '未婚';
  return alone ? settledLine(scene, member) : undefined;
}

/** A fault in one cell of a card line. */
function onCard(
  lineOf: typeof onlyLine,
  [kind, column, description]: readonly [kind: string, column: string, description: string],
  written: (invention: Invention, person: Person) => string,
): Planting<Member> {
  return (scene, member) => {
    const place = lineOf(scene, member);
    if (!place) return false;
    scene.set(place, column, written(scene.invention, member.person));
    return plantId(scene, kind, [place], column, description);
  };
}

/** The ID of somebody who stands in one register only has a wrong check digit. */
export const invalidEverywhere = onCard(
  onlyLine,
  ['identity/invalid-id', 'id', '证号校验码不对，别处无从核对'],
  ({ random }, { id }) => wrongCheckDigit(random, id),
);

/** The birth date on the card contradicts the ID. */
export const wrongBirthDate = onCard(
  settledLine,
  ['identity/birth-date-differs', 'birth_date', '出生日期与证号不符'],
  ({ random }, { birth }) => nearDate(random, iso(birth)),
);

/** The sex on the card contradicts the ID. */
export const wrongSex = onCard(
  settledLine,
  ['identity/sex-differs', 'sex', '性别与证号不符'],
  (_, { sex }) => (sex === '男' ? '女' : '男'),
);

/** A spreadsheet has rounded an ID. */
export const damaged = onCard(
  onlyLine,
  ['format/damaged-id', 'id', '证号被电子表格截断'],
  ({ random }, { id }) => spoiltId(random, id),
);

/** A card line bears the ID of somebody else. */
export function borrowedId(scene: Scene, member: Member): boolean {
  const place = onlyLine(scene, member);
  const other = place && stranger(scene, member.person);
  const card = other && scene.card(other);
  if (!place || !other || !card || !scene.take(other)) return false;
  scene.set(place, 'id', other.id);
  return plantId(scene, 'identity/shared-id', [place, card], 'id', '两人共用一个证号', ['person/duplicated']);
}

/** Somebody of another household and surname, with no children in the registers of births. */
function stranger(scene: Scene, person: Person): Person | undefined {
  const household = scene.invention.random.pick(scene.facts.households);
  const other = household.members[0];
  if (household.members.length !== 1 || other?.residence !== '常住') return undefined;
  if (other.person.marital !== '未婚' || other.person === person) return undefined;
  return other.person.name.surname === person.name.surname ? undefined : other.person;
}
