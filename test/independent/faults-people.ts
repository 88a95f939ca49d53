/** IDs and people: who is who, who is on a card, who is enrolled. */
import type { Ways } from './faults-events.js';
import type { Hand } from './hand.js';
import { SLIPS } from './hand.js';
import type { Row } from './rows.js';
import { numberOf } from './values.js';

/** Edits one row of a family of the story. */
export const change =
  (stories: string, register: string, point: string, how: (row: Row, hand: Hand) => void, pick: (row: Row) => boolean = () => true) =>
  (hand: Hand): boolean => {
    const fits = (row: Row): boolean => pick(row);
    const family = hand.take(stories, (one) => hand.rows(one, register, point).some(fits));
    const row = family && hand.rows(family, register, point).find(fits);
    if (row) how(row, hand);
    return row !== undefined;
  };

export const put = (values: Record<string, string>) => (row: Row): void => void Object.assign(row.values, values);

const slip = (column: string, kind: string) => (row: Row): void => {
  row.values[column] = SLIPS[kind]?.(row.values[column] ?? '') ?? '';
};
const is = (values: Record<string, string>) => (row: Row): boolean =>
  Object.entries(values).every(([column, value]) => row.values[column] === value);

const ID = ['identity/invalid-id', 'identity/split-id'];

/** The same slip in every row of a point that names her. */
const throughout = (point: string, kind: string) => (hand: Hand): boolean => {
  const family = hand.take('baby');
  const mother = family?.cards[0]?.members[1]?.person.id ?? '';
  const wrong = SLIPS[kind]?.(mother) ?? '';
  for (const row of hand.district.rows)
    if (row.family === family && row.point === point)
      for (const [column, value] of Object.entries(row.values)) if (value === mother) row.values[column] = wrong;
  return family !== undefined;
};

/** Two people of two families under one ID, at every point or one. */
const shared = (point: string | undefined, old = false) => (hand: Hand): boolean => {
  const one = hand.take('elders', (family) => family.cards[0]?.members[0]?.person.sex === '男');
  const other = hand.take('elders', (family) => family !== one && family.cards[0]?.members[0]?.person.sex === '男');
  const [from, to] = [one, other].map((family) => family?.cards[0]?.members[0]?.person);
  if (from === undefined || to === undefined) return false;
  const short = from.id.slice(0, 6) + from.id.slice(8, 17);
  for (const row of hand.district.rows) {
    if (point !== undefined && row.point !== point) continue;
    if (row.values.id === to.id) Object.assign(row.values, { id: old ? short : from.id, birth_date: from.birth });
    if (old && row.values.id === from.id) row.values.id = short;
  }
  return true;
};

/** A card in a second community, open, for somebody of the first. */
const twoCards = (point: string) => change('settled', 'households', point, (row, hand) =>
  void hand.again(row, { community: hand.elsewhere(row.community), household_no: '23019900001', relation: '其他' }), is({ relation: '户主' }));

const stay = (values: Record<string, string>) => (row: Row): void => void Object.assign(row.values, values);

export const peopleWays: Ways = {
  'ID: check digit of a member at card': { rules: ID, plant: change('settled', 'households', 'card', slip('id', 'the last character'), is({ relation: '户主' })) },
  'ID: digit lost of a woman at system': { rules: ID, plant: change('employed', 'women', 'system', slip('id', 'one digit lost')) },
  'ID: mother swapped at ledger births': { rules: ID, plant: change('second', 'births', 'ledger', slip('mother_id', 'two neighbours of the day')) },
  'ID: another valid order of the woman at ledger': { rules: ID, plant: change('removed', 'women', 'ledger', slip('id', 'another order, valid')) },
  'ID: digit off throughout card': { rules: ID, plant: throughout('card', 'a digit of the order') },
  'ID: digit off throughout ledger': { rules: ID, plant: throughout('ledger', 'a digit of the order') },
  'ID: valid other throughout system': { rules: ID, plant: throughout('system', 'another order, valid') },
  'ID: husband in women at card': { rules: ID, plant: change('operated', 'women', 'card', slip('husband_id', 'a digit of the order')) },
  'ID: spouse of an operation': { rules: ID, plant: change('operated', 'contraception', 'system', slip('spouse_id', 'two neighbours of the day')) },
  'ID: shared by two at card': { rules: ['identity/shared-id'], plant: shared('card') },
  'ID: shared by two everywhere': { rules: ['identity/shared-id'], plant: shared(undefined) },
  'ID of 15 digits shared by two everywhere': { rules: ['identity/shared-id'], plant: shared(undefined, true) },
  'ID: region of no province': {
    rules: ['identity/unknown-region'],
    plant: (hand) => {
      const family = hand.take('elders', (one) => one.cards[0]?.members.length === 1);
      const person = family?.cards[0]?.members[0]?.person;
      if (person === undefined) return false;
      const id = numberOf('780123', person.birth, Number(person.id.slice(14, 17)));
      for (const row of hand.district.rows) if (row.values.id === person.id) row.values.id = id;
      return true;
    },
  },
  'ID: birth date of a death differs': { rules: ['identity/birth-date-differs'], plant: change('elders', 'deaths', 'ledger', (row) => {
    const year = Number(row.values.birth_date?.slice(0, 4));
    row.values.birth_date = `${year - 10}${row.values.birth_date?.slice(4)}`;
  }) },
  'ID: birth date of a woman differs at card': { rules: ['identity/birth-date-differs'], plant: change('newlywed', 'women', 'card', put({ birth_date: '1996-02-29' })) },
  'ID: sex of a member at card': { rules: ['identity/sex-differs'], plant: change('returned', 'households', 'card', put({ sex: '女' }), is({ relation: '户主' })) },
  'ID: sex of a dead person at system': { rules: ['identity/sex-differs'], plant: change('elders', 'deaths', 'system', (row) => put({ sex: row.values.sex === '男' ? '女' : '男' })(row)) },
  'ID: sex of a migrant at ledger': { rules: ['identity/sex-differs'], plant: change('returned', 'migrants', 'ledger', put({ sex: '女' })) },
  'IDs of wife and husband exchanged in a marriage': { rules: ['identity/sex-differs'], plant: change('newlywed', 'marriages', 'ledger', (row) =>
    put({ wife_id: row.values.husband_id ?? '', husband_id: row.values.wife_id ?? '' })(row)) },
  'enrolment missing at card': { rules: ['enrolment/omitted'], plant: change('settled', 'women', 'card', (row, hand) => hand.drop(row), is({ marital_status: '初婚' })) },
  'enrolment missing at system of a bride': { rules: ['enrolment/omitted'], plant: change('newlywed', 'women', 'system', (row, hand) => hand.drop(row)) },
  'enrolment of an in-migrant missing at ledger': { rules: ['enrolment/omitted'], plant: change('incomers', 'women', 'ledger', (row, hand) => hand.drop(row)) },
  'enrolled in two communities at system': { rules: ['enrolment/duplicated'], plant: change('employed', 'women', 'system', (row, hand) =>
    void hand.again(row, { community: hand.elsewhere(row.community) })) },
  'enrolled twice at ledger': { rules: ['enrolment/duplicated'], plant: change('settled', 'women', 'ledger', (row, hand) => void hand.again(row), is({ marital_status: '初婚' })) },
  'enrolment: marital status at card': { rules: ['enrolment/mismatched'], plant: change('settled', 'women', 'card', put({ marital_status: '离婚' }), is({ marital_status: '初婚' })) },
  'enrolment: children at system': { rules: ['enrolment/mismatched'], plant: change('employed', 'women', 'system', put({ children_count: '2', sons: '1', daughters: '1' })) },
  'enrolment: pill or condom at ledger': { rules: ['enrolment/mismatched'], plant: change('movedIn', 'women', 'ledger', put({ method: 'pill' })) },
  'person on two cards at card': { rules: ['person/duplicated'], plant: twoCards('card') },
  'person on two cards at system': { rules: ['person/duplicated'], plant: twoCards('system') },
  'dead, and open on the card': { rules: ['person/not-removed'], plant: change('elders', 'households', 'card', put({ death_date: '' }), (row) => row.values.death_date !== '') },
  'stay ended, still there on the system card': { rules: ['person/not-removed', 'migration/mismatched'], plant: (hand) => {
    const family = hand.take('incomers', (one) => !one.facts.some(({ kind }) => kind === 'births'));
    if (family === undefined) return false;
    for (const point of ['ledger', 'system']) for (const row of hand.rows(family, 'migrants', point)) stay({ end_date: '2023-08-14' })(row);
    for (const point of ['card', 'system', 'ledger'])
      for (const register of ['households', 'women'])
        for (const row of hand.rows(family, register, point)) if (point !== 'card' || row.values.relation !== '户主') hand.drop(row);
    return true;
  } },
  'marriage date of a bride blank at card': { rules: ['marriage/omitted', 'coverage/incomplete-card'], plant: change('newlywed', 'women', 'card', put({ marriage_date: '', first_marriage_date: '' })) },
  'last birth blank at card': { rules: ['birth/omitted', 'coverage/incomplete-card'], plant: change('second', 'women', 'card', put({ last_birth_date: '' })) },
  'method date blank at card': { rules: ['contraception/omitted', 'coverage/incomplete-card'], plant: change('operated', 'women', 'card', put({ method_date: '' })) },
  'baby not on the card': { rules: ['birth/omitted'], plant: change('baby', 'households', 'card', (row, hand) => hand.drop(row), (row) => /[子女]/.test(row.values.relation ?? '')) },
};
