import { MARRIED } from '../../registers/codes.js';
import { ageAt, iso } from '../calendar.js';
import type { Death, Household, Member, Stay, Woman } from '../people.js';
import { memberRow } from '../rows.js';
import { allEntries, COUNTS } from './event.js';
import type { Place, Scene } from './scene.js';

const CARD = [
  'coverage/household-count',
  'coverage/card-absent',
  'totals/recount-differs',
  'line/counts-differ',
];

/** A married woman of the right age is missing from the register of women of one point. */
export function enrolmentOmitted(scene: Scene, woman: Woman): boolean {
  const { random, asOf } = scene.invention;
  const entries = allEntries(scene, woman);
  const expected = ageAt(woman.person.birth, asOf) <= 49 && MARRIED.includes(woman.person.marital);
  if (!expected || !entries) return false;
  const gone = random.pick(entries);
  scene.remove(gone);
  const others = entries.filter((place) => place !== gone);
  return scene.plant('enrolment/omitted', others, '已婚育龄妇女在这一数据点未建卡（未登记）', {
    point: gone.table.point,
    consequences: ['birth/omitted', 'marriage/omitted', 'contraception/omitted', ...CARD],
  });
}

/** A woman stands twice in the register of one point. */
export function enrolmentDuplicated(scene: Scene, woman: Woman): boolean {
  const { random } = scene.invention;
  const entries = allEntries(scene, woman);
  if (!entries) return false;
  const place = random.pick(entries);
  const copy = scene.copy(place);
  const elsewhere = place.table.point === 'system' && woman.residence === '常住' && random.chance(0.3);
  if (elsewhere) scene.set(copy, 'community', scene.neighbour);
  else if (random.chance(0.4))
    scene.write([copy], { employer: '', management_class: '', employer_notice_date: '' });
  const description = `同一妇女在这一数据点登记两次${elsewhere ? '（在另一社区）' : ''}`;
  const consequences = ['coverage/card-absent', ...COUNTS];
  return scene.plant('enrolment/duplicated', [copy, place], description, { consequences });
}

/** One point differs in marital status, children or method. */
export function enrolmentMismatched(scene: Scene, woman: Woman): boolean {
  const entries = scene.enrolments(woman.person);
  if (entries.length !== 3) return false;
  const place = scene.invention.random.pick(entries);
  const column = alterEntry(scene, woman, place);
  if (!column) return false;
  const places = [place, ...entries.filter((other) => other !== place)];
  return scene.plant('enrolment/mismatched', places, `妇女登记的 ${column} 与其他数据点不一致`, {
    columns: [column],
    consequences: [
      'logic/children-count',
      'logic/children-sum',
      'logic/parity-order',
      'totals/recount-differs',
    ],
  });
}

function alterEntry(scene: Scene, woman: Woman, place: Place): string | null {
  const u = scene.invention.random.next();
  if (u < 0.35) {
    if (!MARRIED.includes(woman.person.marital)) return null;
    scene.set(place, 'marital_status', woman.person.marital === '初婚' ? '再婚' : '初婚');
    return 'marital_status';
  }
  if (u < 0.7) {
    scene.set(place, 'children_count', String(woman.children + 1));
    scene.set(place, 'daughters', String(woman.daughters + 1));
    return 'children_count';
  }
  if (woman.method !== '避孕套' && woman.method !== '口服药') return null;
  scene.set(place, 'method', woman.method === '避孕套' ? '口服药' : '避孕套');
  return 'method';
}

/** Writes a newcomer on the card of a household that has no other fault, and returns the place; null where it has. */
function addToCard(scene: Scene, household: Household, member: Member): Place | null {
  const table = scene.table('card', 'households');
  const head = household.members[0]?.person;
  if (!table || !head || !scene.take(head)) return null;
  return scene.add(table, memberRow(scene.community, household, member).cells, member);
}

/** One who has died is still on the card of a household of the same community. */
export function deadOnCard(scene: Scene, event: Death): boolean {
  const household = scene.invention.random.pick(scene.facts.households);
  const { person } = event;
  const place = addToCard(scene, household, {
    person,
    relation: '亲属',
    residence: '常住',
    hukou: scene.community,
  });
  if (!place) return false;
  const consequences = [...CARD, 'death/omitted', 'logic/event-after-death'];
  const places = [place, ...scene.of(event)];
  return scene.plant('person/not-removed', places, '已登记死亡，户卡上未注销', { consequences });
}

/** One whose stay has ended is still on a card as a migrant. */
export function goneOnCard(scene: Scene, event: Stay): boolean {
  const { person, direction, end, home: hukou } = event;
  if (direction !== '流入' || end === null || scene.card(person)) return false;
  const household = scene.invention.random.pick(scene.facts.households);
  const place = addToCard(scene, household, { person, relation: '租户', residence: '流入', hukou });
  if (!place) return false;
  const consequences = [...CARD, 'migration/omitted', 'migration/mismatched'];
  const description = `流动已于 ${iso(end)} 结束，户卡上未注销`;
  return scene.plant('person/not-removed', [place, ...scene.of(event)], description, { consequences });
}

/** A resident stands on the cards of two households. */
export function onTwoCards(scene: Scene, member: Member): boolean {
  if (member.residence !== '常住') return false;
  const line = scene.card(member.person);
  const other = scene.invention.random.pick(scene.facts.households);
  const place = line && addToCard(scene, other, { ...member, relation: '亲属' });
  if (!line || !place) return false;
  const consequences = [...CARD, 'birth/duplicated'];
  return scene.plant('person/duplicated', [place, line], '同一人在两张户卡上', { consequences });
}
