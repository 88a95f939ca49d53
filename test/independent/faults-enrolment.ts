/** Who is on a card, who is enrolled, and what their rows leave blank. */
import type { Ways } from './faults-events.js';
import { change, is, put } from './faults-people.js';
import type { Row } from './rows.js';

/** A card in a second community, open, for somebody of the first. */
const twoCards = (point: string) =>
  change(
    'settled',
    'households',
    point,
    (row, hand) =>
      void hand.again(row, {
        community: hand.elsewhere(row.community),
        household_no: '23019900001',
        relation: '其他',
      }),
    is({ relation: '户主' }),
  );

const stay =
  (values: Record<string, string>) =>
  (row: Row): void =>
    void Object.assign(row.values, values);

export const enrolmentWays: Ways = {
  'enrolment missing at card': {
    rules: ['enrolment/omitted'],
    plant: change('settled', 'women', 'card', (row, hand) => hand.drop(row), is({ marital_status: '初婚' })),
  },
  'enrolment missing at system of a bride': {
    rules: ['enrolment/omitted'],
    plant: change('newlywed', 'women', 'system', (row, hand) => hand.drop(row)),
  },
  'enrolment of an in-migrant missing at ledger': {
    rules: ['enrolment/omitted'],
    plant: change('incomers', 'women', 'ledger', (row, hand) => hand.drop(row)),
  },
  'enrolled in two communities at system': {
    rules: ['enrolment/duplicated'],
    plant: change(
      'employed',
      'women',
      'system',
      (row, hand) => void hand.again(row, { community: hand.elsewhere(row.community) }),
    ),
  },
  'enrolled twice at ledger': {
    rules: ['enrolment/duplicated'],
    plant: change(
      'settled',
      'women',
      'ledger',
      (row, hand) => void hand.again(row),
      is({ marital_status: '初婚' }),
    ),
  },
  'enrolment: marital status at card': {
    rules: ['enrolment/mismatched'],
    plant: change(
      'settled',
      'women',
      'card',
      put({ marital_status: '离婚' }),
      is({ marital_status: '初婚' }),
    ),
  },
  'enrolment: children at system': {
    rules: ['enrolment/mismatched'],
    plant: change('employed', 'women', 'system', put({ children_count: '2', sons: '1', daughters: '1' })),
  },
  'enrolment: pill or condom at ledger': {
    rules: ['enrolment/mismatched'],
    plant: change('movedIn', 'women', 'ledger', put({ method: 'pill' })),
  },
  'person on two cards at card': { rules: ['person/duplicated'], plant: twoCards('card') },
  'person on two cards at system': { rules: ['person/duplicated'], plant: twoCards('system') },
  'dead, and open on the card': {
    rules: ['person/not-removed'],
    plant: change(
      'elders',
      'households',
      'card',
      put({ death_date: '' }),
      (row) => row.values.death_date !== '',
    ),
  },
  'stay ended, still there on the system card': {
    rules: ['person/not-removed', 'migration/mismatched'],
    plant: (hand) => {
      const family = hand.take('incomers', (one) => !one.facts.some(({ kind }) => kind === 'births'));
      if (family === undefined) return false;
      hand.leaves(family);
      for (const point of ['ledger', 'system'])
        for (const row of hand.rows(family, 'migrants', point)) stay({ end_date: '2023-08-14' })(row);
      for (const point of ['card', 'system', 'ledger'])
        for (const register of ['households', 'women'])
          for (const row of hand.rows(family, register, point))
            if (point !== 'card' || row.values.relation !== '户主') hand.drop(row);
      return true;
    },
  },
  'marriage date of a bride blank at card': {
    rules: ['marriage/omitted', 'coverage/incomplete-card'],
    plant: change('newlywed', 'women', 'card', put({ marriage_date: '', first_marriage_date: '' })),
  },
  'last birth blank at card': {
    rules: ['birth/omitted', 'coverage/incomplete-card'],
    plant: change('second', 'women', 'card', put({ last_birth_date: '' })),
  },
  'method date blank at card': {
    rules: ['contraception/omitted', 'coverage/incomplete-card'],
    plant: change('operated', 'women', 'card', put({ method_date: '' })),
  },
  'baby not on the card': {
    rules: ['birth/omitted'],
    plant: change(
      'baby',
      'households',
      'card',
      (row, hand) => hand.drop(row),
      (row) => /[子女]/.test(row.values.relation ?? ''),
    ),
  },
};
