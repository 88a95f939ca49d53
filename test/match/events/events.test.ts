import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../../src/store/store.js';
import { type Claim, claim, placed, storeOfClaims } from './claims.js';

let store: Store;
beforeAll(async () => {
  store = await storeOfClaims();
});
afterAll(() => store.close());

const day = '2023-05-01';
const boy = { subject: 1, date: day, sex: '男', child_name: '甲' };
const girl = { subject: 1, date: day, sex: '女', child_name: '乙' };

const CASES: [what: string, claims: Claim[], events: string[]][] = [
  [
    'what nothing joins opens events',
    [claim(1, 1, boy), claim(2, 2, { subject: 2, date: day })],
    ['1 first', '2 first'],
  ],
  [
    'kinds are matched side by side, and never with each other',
    [
      claim(1, 1, { subject: 1, date: day }),
      claim(2, 2, { kind: 'marriage', subject: 1, date: day }),
      claim(3, 2, { subject: 1, date: day }),
      claim(4, 1, { kind: 'marriage', subject: 1, date: day }),
    ],
    ['1 first', '4 wife-date', '1 mother-date', '4 first'],
  ],
  [
    'twins stay two, each with its own name',
    [claim(1, 1, boy), claim(2, 1, girl), claim(3, 2, girl), claim(4, 2, boy)],
    ['1 first', '2 first', '2 mother-date', '1 mother-date'],
  ],
  [
    'a nameless row of a witness goes to one of two twins, and a second to the other',
    [
      claim(1, 1, boy),
      claim(2, 1, girl),
      claim(3, 3, { subject: 1, date: day, certificate: 'A' }),
      claim(4, 3, { subject: 1, date: day, certificate: 'B' }),
    ],
    ['1 first', '2 first', '1 mother-date', '2 mother-date'],
  ],
  [
    'a row that repeats it goes with it',
    [
      claim(1, 1, boy),
      claim(2, 1, girl),
      claim(3, 3, { subject: 1, date: day }),
      claim(4, 3, { subject: 1, date: day }),
    ],
    ['1 first', '2 first', '1 mother-date', '1 mother-date'],
  ],
  [
    'a register of people that finds all events taken is attached to the best',
    [claim(1, 1, boy), claim(2, 4, { subject: 1, date: day, fp: 2 }), claim(3, 5, { subject: 1, date: day })],
    ['1 first', '1 mother-date', '1 mother-date'],
  ],
  [
    'two children of one register are never attached to one birth',
    [
      claim(1, 1, { subject: 1, date: day }),
      claim(2, 4, { ...boy, child: 6 }),
      claim(3, 4, { ...girl, child: 7, date: '2023-05-02' }),
    ],
    ['1 first', '1 mother-date', '3 first'],
  ],
  [
    'a primary register that finds its event taken opens another',
    [claim(1, 1, { subject: 1, date: day }), claim(2, 2, boy), claim(3, 2, girl)],
    ['1 first', '1 mother-date', '3 first'],
  ],
  [
    'a register that repeats itself makes one event, which the next claimant finds by either row',
    [
      claim(1, 1, { ...boy, certificate: 'A' }),
      claim(2, 1, { ...boy, subject: 2, certificate: 'A' }),
      claim(3, 2, { ...boy, subject: 2 }),
    ],
    ['1 first', '1 same', '1 mother-date'],
  ],
  [
    'strong keys go before weak ones, whatever else agrees',
    [
      claim(1, 1, { ...boy, child: 6 }),
      claim(2, 1, { ...girl, child: 7 }),
      claim(3, 2, { ...boy, child: 7 }),
    ],
    ['1 first', '2 first', '2 child'],
  ],
  [
    'what is equally good goes by content, not by the number of the row',
    [
      claim(1, 1, { subject: 1, date: day, sex: '男', fp: 9 }),
      claim(2, 1, { subject: 1, date: day, sex: '女', fp: 3 }),
      claim(3, 2, { subject: 1, date: day }),
    ],
    ['1 first', '2 first', '2 mother-date'],
  ],
  [
    'a name is no reason to join two with valid IDs',
    [
      claim(1, 1, { kind: 'death', subject: 1, subject_pinyin: 'a', date: day, subject_valid_id: true }),
      claim(2, 2, { kind: 'death', subject: 2, subject_pinyin: 'a', date: day, subject_valid_id: true }),
      claim(3, 3, { kind: 'death', subject: 3, subject_pinyin: 'a', date: day }),
    ],
    ['1 first', '2 first', '1 name-date'],
  ],
  [
    'an operation of the man is found under his wife',
    [
      claim(1, 1, { kind: 'contraception', subject: 1, partner: 2, code: 'male_sterilisation', date: day }),
      claim(2, 2, { kind: 'contraception', subject: 2, partner: 1, code: 'male_sterilisation', date: day }),
      claim(3, 2, { kind: 'contraception', subject: 2, partner: 1, code: 'iud', date: day }),
    ],
    ['1 first', '1 couple-method-date', '3 first'],
  ],
];

describe('claims become events', () => {
  test.each(CASES)('%s', async (_, claims, events) => {
    const found = await placed(store, claims);
    expect(found.map(({ event, key }) => `${event} ${key}`)).toEqual(events);
  });
});
