/** IDs and people: who is who, who is on a card, who is enrolled. */
import type { Family } from './family.js';
import type { Way, Ways } from './faults-events.js';
import type { Hand } from './hand.js';
import { SLIPS } from './hand.js';
import type { Row } from './rows.js';
import { lastOf, numberOf } from './values.js';

/** Edits one row of a family of the story. */
export const change =
  (
    stories: string,
    register: string,
    point: string,
    how: (row: Row, hand: Hand) => void,
    pick: (row: Row) => boolean = () => true,
  ) =>
  (hand: Hand): boolean => {
    const fits = (row: Row): boolean => pick(row);
    const family = hand.take(stories, (one) => hand.rows(one, register, point).some(fits));
    const row = family && hand.rows(family, register, point).find(fits);
    if (row) how(row, hand);
    return row !== undefined;
  };

export const put =
  (values: Record<string, string>) =>
  (row: Row): void =>
    void Object.assign(row.values, values);

const slip =
  (column: string, kind: string) =>
  (row: Row): void => {
    row.values[column] = SLIPS[kind]?.(row.values[column] ?? '') ?? '';
  };
export const is =
  (values: Record<string, string>) =>
  (row: Row): boolean =>
    Object.entries(values).every(([column, value]) => row.values[column] === value);

const ID = ['identity/invalid-id', 'identity/split-id'];

/** The same slip in every row of a point that names her. */
const throughout =
  (point: string, kind: string) =>
  (hand: Hand): boolean => {
    const family = hand.take('baby');
    const mother = family?.cards[0]?.members[1]?.person.id ?? '';
    const wrong = SLIPS[kind]?.(mother) ?? '';
    for (const row of hand.district.rows)
      if (row.family === family && row.point === point)
        for (const [column, value] of Object.entries(row.values))
          if (value === mother) row.values[column] = wrong;
    return family !== undefined;
  };

/** The last three digits became zeros; by chance that may be a valid ID, and then nobody can tell. */
const zeroed = (stories: string, register: string, column: string, point: string): Way => ({
  rules: ['format/damaged-id'],
  plant: change(
    stories,
    register,
    point,
    slip(column, 'three digits zeroed'),
    ({ values }) => lastOf(`${values[column]?.slice(0, 15)}00`) !== '0',
  ),
});

/** Another valid ID in place of somebody's: two digits in another order. */
const reordered = (stories: string, register: string, column: string, point: string): Way => ({
  rules: ID,
  plant: change(stories, register, point, slip(column, 'another order, valid')),
});

/** The IDs of two women stand in each other's place, in one register of a point; or the second's on the first's row alone. */
const exchanged =
  (stories: string, register: string, column: string, point: string, back = true) =>
  (hand: Hand): boolean => {
    const takes = (one: Family): boolean => hand.rows(one, register, point).length > 0;
    const families = [hand.take(stories, takes), hand.take(stories, takes)];
    const [first, second] = families.map((family) => family && hand.rows(family, register, point)[0]);
    if (first === undefined || second === undefined) return false;
    const [one = '', other = ''] = [first.values[column], second.values[column]];
    first.values[column] = other;
    if (back) second.values[column] = one;
    return true;
  };

/** Two people of two families under one ID, at every point or one. */
const shared =
  (point: string | undefined, old = false) =>
  (hand: Hand): boolean => {
    const one = hand.take('elders', (family) => family.cards[0]?.members[0]?.person.sex === '男');
    const other = hand.take(
      'elders',
      (family) => family !== one && family.cards[0]?.members[0]?.person.sex === '男',
    );
    const [from, to] = [one, other].map((family) => family?.cards[0]?.members[0]?.person);
    if (from === undefined || to === undefined) return false;
    const short = from.id.slice(0, 6) + from.id.slice(8, 17);
    for (const row of hand.district.rows) {
      if (point !== undefined && row.point !== point) continue;
      if (row.values.id === to.id)
        Object.assign(row.values, { id: old ? short : from.id, birth_date: from.birth });
      if (old && row.values.id === from.id) row.values.id = short;
    }
    return true;
  };

export const peopleWays: Ways = {
  'ID: check digit of a member at card': {
    rules: ID,
    plant: change(
      'settled',
      'households',
      'card',
      slip('id', 'the last character'),
      is({ relation: '户主' }),
    ),
  },
  'ID: digit lost of a woman at system': {
    rules: ID,
    plant: change('employed', 'women', 'system', slip('id', 'one digit lost')),
  },
  'ID: mother swapped at ledger births': {
    rules: ID,
    plant: change('second', 'births', 'ledger', slip('mother_id', 'two neighbours of the day')),
  },
  'ID: another valid order of the woman at ledger': reordered('removed', 'women', 'id', 'ledger'),
  'ID: another valid order of the woman at card': reordered('expecting', 'women', 'id', 'card'),
  'ID: another valid order of the woman at system': reordered('incomers', 'women', 'id', 'system'),
  'ID: another valid order of an operation at system': reordered(
    'operated',
    'contraception',
    'woman_id',
    'system',
  ),
  'ID: another valid order of a wife at ledger': reordered('newlywed', 'marriages', 'wife_id', 'ledger'),
  'ID: another valid order of a mother at ledger': reordered('second', 'births', 'mother_id', 'ledger'),
  'ID: another valid order of a dead person at system': reordered('elders', 'deaths', 'id', 'system'),
  'ID: another valid order of a migrant at ledger': reordered('returned', 'migrants', 'id', 'ledger'),
  'ID: last digits of the woman zeroed at ledger': zeroed('employed', 'women', 'id', 'ledger'),
  'ID: last digits of a mother zeroed at system': zeroed('baby', 'births', 'mother_id', 'system'),
  'ID: last digits of a woman with an operation zeroed at ledger': zeroed(
    'operated',
    'contraception',
    'woman_id',
    'ledger',
  ),
  'ID: last digits of a migrant zeroed at system': zeroed('returned', 'migrants', 'id', 'system'),
  'ID: last digits of a dead person zeroed at ledger': zeroed('elders', 'deaths', 'id', 'ledger'),
  'ID: last digits of a member zeroed at card': zeroed('returned', 'households', 'id', 'card'),
  'ID: last digits of a bride zeroed at system': zeroed('newlywed', 'marriages', 'wife_id', 'system'),
  'IDs of two women exchanged at ledger': {
    rules: ['identity/shared-id'],
    plant: exchanged('removed', 'women', 'id', 'ledger'),
  },
  'ID of another woman on her row at system': {
    rules: ['identity/shared-id'],
    plant: exchanged('employed', 'women', 'id', 'system', false),
  },
  'IDs of two mothers exchanged at system': {
    rules: ['identity/shared-id'],
    plant: exchanged('second', 'births', 'mother_id', 'system'),
  },
  'IDs of two women with operations exchanged at ledger': {
    rules: ['identity/shared-id'],
    plant: exchanged('operated', 'contraception', 'woman_id', 'ledger'),
  },
  'ID of another migrant on his row at ledger': {
    rules: ['identity/shared-id'],
    plant: exchanged('returned', 'migrants', 'id', 'ledger', false),
  },
  'ID: digit off throughout card': { rules: ID, plant: throughout('card', 'a digit of the order') },
  'ID: digit off throughout ledger': { rules: ID, plant: throughout('ledger', 'a digit of the order') },
  'ID: valid other throughout system': { rules: ID, plant: throughout('system', 'another order, valid') },
  'ID: husband in women at card': {
    rules: ID,
    plant: change('operated', 'women', 'card', slip('husband_id', 'a digit of the order')),
  },
  'ID: spouse of an operation': {
    rules: ID,
    plant: change('operated', 'contraception', 'system', slip('spouse_id', 'two neighbours of the day')),
  },
  'ID: shared by two at card': { rules: ['identity/shared-id'], plant: shared('card') },
  'ID: shared by two everywhere': { rules: ['identity/shared-id'], plant: shared(undefined) },
  'ID of 15 digits shared by two everywhere': {
    rules: ['identity/shared-id'],
    plant: shared(undefined, true),
  },
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
  'ID: birth date of a death differs': {
    rules: ['identity/birth-date-differs'],
    plant: change('elders', 'deaths', 'ledger', (row) => {
      const year = Number(row.values.birth_date?.slice(0, 4));
      row.values.birth_date = `${year - 10}${row.values.birth_date?.slice(4)}`;
    }),
  },
  'ID: birth date of a woman differs at card': {
    rules: ['identity/birth-date-differs'],
    plant: change('newlywed', 'women', 'card', put({ birth_date: '1996-02-29' })),
  },
  'ID: sex of a member at card': {
    rules: ['identity/sex-differs'],
    plant: change('returned', 'households', 'card', put({ sex: '女' }), is({ relation: '户主' })),
  },
  'ID: sex of a dead person at system': {
    rules: ['identity/sex-differs'],
    plant: change('elders', 'deaths', 'system', (row) =>
      put({ sex: row.values.sex === '男' ? '女' : '男' })(row),
    ),
  },
  'ID: sex of a migrant at ledger': {
    rules: ['identity/sex-differs'],
    plant: change('returned', 'migrants', 'ledger', put({ sex: '女' })),
  },
  'IDs of wife and husband exchanged in a marriage': {
    rules: ['identity/sex-differs', 'identity/shared-id'],
    plant: change('newlywed', 'marriages', 'ledger', (row) =>
      put({ wife_id: row.values.husband_id ?? '', husband_id: row.values.wife_id ?? '' })(row),
    ),
  },
};
