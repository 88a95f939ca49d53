import { MARRIED } from '../../registers/codes.js';
import { ageAt, iso } from '../calendar.js';
import type { Death, Household, Member, Stay, Woman } from '../people.js';
import { memberRow } from '../rows.js';
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
  const entries = scene.enrolments(woman.person);
  const expected = ageAt(woman.person.birth, asOf) <= 49 && MARRIED.includes(woman.person.marital);
  if (!expected || woman.residence === '流出' || entries.length !== 3) return false;
  const gone = random.pick(entries);
  scene.remove(gone);
  scene.plant({
    kind: 'enrolment/omitted',
    event: 'enrolment',
    point: gone.table.point,
    register: 'women',
    places: entries.filter((place) => place !== gone),
    description: '已婚育龄妇女在这一数据点未建卡（未登记）',
    consequences: ['birth/omitted', 'marriage/omitted', 'contraception/omitted', ...CARD],
  });
  return true;
}

/** A woman stands twice in the register of one point. */
export function enrolmentDuplicated(scene: Scene, woman: Woman): boolean {
  const { random } = scene.invention;
  const entries = scene.enrolments(woman.person);
  if (entries.length !== 3 || woman.residence === '流出') return false;
  const place = random.pick(entries);
  const copy = scene.copy(place);
  const elsewhere = place.table.point === 'system' && woman.residence === '常住' && random.chance(0.3);
  if (elsewhere) scene.set(copy, 'community', scene.neighbour);
  else if (random.chance(0.4)) {
    scene.set(copy, 'employer', '');
    scene.set(copy, 'management_class', '');
    scene.set(copy, 'employer_notice_date', '');
  }
  scene.plant({
    kind: 'enrolment/duplicated',
    event: 'enrolment',
    point: place.table.point,
    register: 'women',
    places: [copy, place],
    description: `同一妇女在这一数据点登记两次${elsewhere ? '（在另一社区）' : ''}`,
    consequences: ['coverage/card-absent', 'line/counts-differ', 'totals/recount-differs'],
  });
  return true;
}

/** One point differs in marital status, children or method. */
export function enrolmentMismatched(scene: Scene, woman: Woman): boolean {
  const entries = scene.enrolments(woman.person);
  if (entries.length !== 3) return false;
  const place = scene.invention.random.pick(entries);
  const column = alterEntry(scene, woman, place);
  if (!column) return false;
  scene.plant({
    kind: 'enrolment/mismatched',
    event: 'enrolment',
    point: place.table.point,
    register: 'women',
    places: [place, ...entries.filter((other) => other !== place)],
    columns: [column],
    description: `妇女登记的 ${column} 与其他数据点不一致`,
    consequences: [
      'logic/children-count',
      'logic/children-sum',
      'logic/parity-order',
      'totals/recount-differs',
    ],
  });
  return true;
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

/** Writes the household's card lines a newcomer, and returns the place. */
function addToCard(scene: Scene, household: Household, member: Member): Place | null {
  const table = scene.table('card', 'households');
  return table ? scene.add(table, memberRow(scene.community, household, member).cells, member) : null;
}

/** One who has died is still on the card of a household of the same community. */
export function deadOnCard(scene: Scene, event: Death): boolean {
  const household = scene.invention.random.pick(scene.facts.households);
  const head = household.members[0]?.person;
  if (!head || !scene.take(head)) return false;
  const hukou = scene.community;
  const member: Member = { person: event.person, relation: '亲属', residence: '常住', hukou };
  const place = addToCard(scene, household, member);
  if (!place) return false;
  const deaths = scene.of(event);
  scene.plant({
    kind: 'person/not-removed',
    point: 'card',
    register: 'households',
    places: [place, ...deaths],
    description: '已登记死亡，户卡上未注销',
    consequences: [...CARD, 'death/omitted', 'logic/event-after-death'],
  });
  return true;
}

/** One whose stay has ended is still on a card as a migrant. */
export function goneOnCard(scene: Scene, event: Stay): boolean {
  if (event.direction !== '流入' || event.end === null || scene.card(event.person)) return false;
  const household = scene.invention.random.pick(scene.facts.households);
  const head = household.members[0]?.person;
  if (!head || !scene.take(head)) return false;
  const member: Member = { person: event.person, relation: '租户', residence: '流入', hukou: event.home };
  const place = addToCard(scene, household, member);
  if (!place) return false;
  scene.plant({
    kind: 'person/not-removed',
    point: 'card',
    register: 'households',
    places: [place, ...scene.of(event)],
    description: `流动已于 ${iso(event.end)} 结束，户卡上未注销`,
    consequences: [...CARD, 'migration/omitted', 'migration/mismatched'],
  });
  return true;
}

/** A resident stands on the cards of two households. */
export function onTwoCards(scene: Scene, member: Member): boolean {
  if (member.residence !== '常住') return false;
  const line = scene.card(member.person);
  const other = scene.invention.random.pick(scene.facts.households);
  const head = other.members[0]?.person;
  if (!line || !head || !scene.take(head)) return false;
  const place = addToCard(scene, other, { ...member, relation: '亲属' });
  if (!place) return false;
  scene.plant({
    kind: 'person/duplicated',
    point: 'card',
    register: 'households',
    places: [place, line],
    description: '同一人在两张户卡上',
    consequences: [...CARD, 'birth/duplicated'],
  });
  return true;
}
