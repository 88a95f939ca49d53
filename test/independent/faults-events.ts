/** Events that a point lacks, has twice, or tells differently. */
import type { Fact, Family } from './family.js';
import { type Hand, SLIPS } from './hand.js';
import type { Row } from './rows.js';
import { later } from './values.js';

/** The rules that may tell it, or nothing where no family fits; and what is edited. */
export interface Way {
  rules: readonly string[];
  notice?: true;
  plant(hand: Hand): boolean | Row[];
}
export type Ways = Record<string, Way>;

/** Which stories have an event of each register this year, and the column of its date. */
const EVENTS: Readonly<Record<string, { kind: string; stories: string; date: string }>> = {
  births: { kind: 'birth', stories: 'baby second', date: 'birth_date' },
  marriages: { kind: 'marriage', stories: 'newlywed remarried', date: 'marriage_date' },
  contraception: { kind: 'contraception', stories: 'operated', date: 'service_date' },
  migrants: { kind: 'migration', stories: 'outgoer', date: 'start_date' },
  deaths: { kind: 'death', stories: 'elders', date: 'death_date' },
};

/** The fact of a register that lies in this year. */
export const recent =
  (register: string) =>
  (family: Family): boolean =>
    family.facts.some((fact) => fact.kind === register && dayOf(fact) >= '2023');

function dayOf(fact: Fact): string {
  if (fact.kind === 'births') return fact.child.birth;
  if (fact.kind === 'migrants') return fact.start;
  return fact.kind === 'women' || fact.kind === 'visits' ? '' : fact.date;
}

/** Edits one row of a family with such an event. */
export const edit =
  (
    register: string,
    point: string,
    change: (row: Row, hand: Hand, family: Family) => unknown,
    fits?: (family: Family) => boolean,
  ) =>
  (hand: Hand): boolean => {
    const event = EVENTS[register];
    const family = hand.take(event?.stories ?? '', (one) => recent(register)(one) && (fits?.(one) ?? true));
    if (family === undefined) return false;
    return change(hand.row(family, register, point), hand, family) !== false;
  };

const set =
  (values: Record<string, string>) =>
  (row: Row): void =>
    void Object.assign(row.values, values);

const shift =
  (column: string, days: number) =>
  (row: Row): void => {
    row.values[column] = later(row.values[column] ?? '', days);
  };

const ways: Ways = {};
for (const [register, { kind, date }] of Object.entries(EVENTS)) {
  for (const point of ['ledger', 'system']) {
    ways[`${kind} missing at ${point}`] = {
      rules: [`${kind}/omitted`],
      plant: edit(register, point, (row, hand) => hand.drop(row)),
    };
    ways[`${kind} twice at ${point}`] = {
      rules: [`${kind}/duplicated`],
      plant: edit(register, point, (row, hand) => void hand.again(row)),
    };
    ways[`${kind} on another day at ${point}`] = {
      rules: [`${kind}/mismatched`, 'identity/birth-date-differs'],
      plant: edit(register, point, shift(date, -9)),
    };
  }
  ways[`${kind} in the other community as well`] = {
    rules: [`${kind}/duplicated`],
    plant: edit(
      register,
      'system',
      (row, hand) => void hand.again(row, { community: hand.elsewhere(row.community) }),
    ),
  };
}

const swapSex = (row: Row): void => {
  row.values.child_sex = row.values.child_sex === '男' ? '女' : '男';
};

/** A second row of the event in which an ID is a slip off. */
const againSlipped = (register: string, column: string, slip: string, point: string): Way => ({
  rules: [`${EVENTS[register]?.kind}/duplicated`],
  plant: edit(
    register,
    point,
    (row, hand) => void hand.again(row, { [column]: SLIPS[slip]?.(row.values[column] ?? '') ?? '' }),
  ),
});

export const eventWays: Ways = {
  ...ways,
  'birth: sex at ledger': {
    rules: ['birth/mismatched', 'identity/sex-differs'],
    plant: edit('births', 'ledger', swapSex),
  },
  'birth: sex at system': {
    rules: ['birth/mismatched', 'identity/sex-differs'],
    plant: edit('births', 'system', swapSex),
  },
  'birth: parity at system': {
    rules: ['birth/mismatched', 'logic/parity-order'],
    plant: edit('births', 'system', set({ parity: '3' })),
  },
  'birth: name of the child at ledger': {
    rules: ['birth/mismatched'],
    plant: edit('births', 'ledger', set({ child_name: '欧阳晴' })),
  },
  'birth: two months apart at system': {
    rules: ['birth/mismatched', 'identity/birth-date-differs'],
    plant: edit('births', 'system', shift('birth_date', -61)),
  },
  'birth at neither ledger nor system': {
    rules: ['birth/omitted'],
    plant: edit('births', 'ledger', (row, hand, family) => {
      hand.drop(row);
      hand.drop(hand.row(family, 'births', 'system'));
    }),
  },
  'twin missing at ledger': {
    rules: ['birth/omitted'],
    plant: (hand) => {
      const family = hand.take('twins');
      if (family) hand.drop(hand.row(family, 'births', 'ledger'));
      return family !== undefined;
    },
  },
  'twin twice at system': {
    rules: ['birth/duplicated'],
    plant: (hand) => {
      const family = hand.take('twins');
      if (family) hand.again(hand.row(family, 'births', 'system'));
      return family !== undefined;
    },
  },
  'birth twice, the second without child and certificate': {
    rules: ['birth/duplicated'],
    plant: edit(
      'births',
      'ledger',
      (row, hand) => void hand.again(row, { child_name: '', child_id: '', certificate_no: '' }),
    ),
  },
  'birth twice, days apart': {
    rules: ['birth/duplicated'],
    plant: edit(
      'births',
      'ledger',
      (row, hand) =>
        void hand.again(row, { birth_date: later(row.values.birth_date ?? '', 3), child_id: '' }),
    ),
  },
  'birth twice, mother a digit off': againSlipped('births', 'mother_id', 'a digit of the order', 'system'),
  'birth twice, father swapped': againSlipped('births', 'father_id', 'two neighbours of the day', 'ledger'),
  'marriage twice, wife a digit off': againSlipped('marriages', 'wife_id', 'a digit of the order', 'ledger'),
  'operation twice, woman swapped': againSlipped(
    'contraception',
    'woman_id',
    'two neighbours of the day',
    'system',
  ),
  'stay twice, digit lost': againSlipped('migrants', 'id', 'one digit lost', 'ledger'),
  'death twice, a digit off': againSlipped('deaths', 'id', 'a digit of the order', 'system'),
  'marriage: order of the wife at system': {
    rules: ['marriage/mismatched'],
    plant: edit('marriages', 'system', (row) => {
      row.values.wife_order = row.values.wife_order === '初婚' ? '再婚' : '初婚';
    }),
  },
  'marriage: day and month swapped at ledger': {
    rules: ['marriage/mismatched'],
    plant: edit(
      'marriages',
      'ledger',
      (row) => {
        const [y, m, d] = (row.values.marriage_date ?? '').split('-');
        row.values.marriage_date = `${y}-${d}-${m}`;
        row.values.registration_date = '';
      },
      (family) =>
        family.facts.some(
          (f) =>
            f.kind === 'marriages' &&
            Number(f.date.slice(8)) < 6 &&
            Number(f.date.slice(8)) !== Number(f.date.slice(5, 7)),
        ),
    ),
  },
  'operation: method at ledger': {
    rules: ['contraception/mismatched'],
    plant: edit('contraception', 'ledger', (row) => {
      row.values.method = row.values.method === 'implant' ? 'iud' : 'implant';
    }),
  },
  'stay: certificate at system': {
    rules: ['migration/mismatched'],
    plant: edit('migrants', 'system', set({ certificate_no: 'H99887766' })),
  },
  'stay: one end missing everywhere': {
    rules: ['migration/omitted'],
    plant: (hand) => {
      const family = hand.take('crossing', recent('migrants'));
      if (family === undefined) return false;
      for (const point of ['ledger', 'system']) hand.drop(hand.row(family, 'migrants', point));
      return true;
    },
  },
  'death of a baby missing at system': {
    rules: ['death/omitted'],
    plant: (hand) => {
      const family = hand.take('bereft');
      if (family) hand.drop(hand.row(family, 'deaths', 'system'));
      return family !== undefined;
    },
  },
};
