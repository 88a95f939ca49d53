import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EVENT_KINDS } from '../../../src/model/event-kinds.js';
import type { Store } from '../../../src/store/store.js';
import { type Claim, type Placed, placed, storeOfClaims } from './claims.js';
import { placedOneByOne } from './one-by-one.js';

let store: Store;
beforeAll(async () => {
  store = await storeOfClaims();
});
afterAll(() => store.close());

/** Claimants in the order of their turns: two primary registers, a witness, two registers of people. */
const CLAIMANTS = [
  { is_primary: true, witness: false },
  { is_primary: true, witness: false },
  { is_primary: true, witness: true },
  { is_primary: false, witness: false },
  { is_primary: false, witness: false },
];

const claim = (number: number, turn: number, values: Partial<Claim> = {}): Claim => ({
  claim: number,
  kind: 'birth',
  turn,
  fp: number,
  ...(CLAIMANTS[turn - 1] as (typeof CLAIMANTS)[number]),
  ...values,
});
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

const oneOf = <Value>(...values: Value[]) => fc.constantFrom(null, ...values);
const days = ['2023-01-01', '2023-01-02', '2023-04-01', '2023-09-30'];

/** Claims with few values, so that many may be of one event and ties are frequent. */
const someClaims = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...EVENT_KINDS),
      turn: fc.integer({ min: 1, max: CLAIMANTS.length }),
      fp: fc.integer({ min: 1, max: 3 }),
      subject: oneOf(1, 2),
      subject_valid_id: fc.boolean(),
      subject_pinyin: oneOf('a', 'b'),
      partner: oneOf(2, 3),
      partner_valid_id: fc.boolean(),
      partner_pinyin: oneOf('a', 'b'),
      child: oneOf(4, 5),
      child_id: oneOf('4', '5'),
      child_name: oneOf('甲', '乙'),
      pinyin: oneOf('c', 'd'),
      household_mother: oneOf(1, 2),
      date: oneOf(...days),
      until: oneOf(...days),
      sex: oneOf('男', '女'),
      certificate: oneOf('A', 'B'),
      code: oneOf('iud', 'male_sterilisation'),
      residence: oneOf('常住', '流入'),
      community: oneOf('朝阳社区', '红旗社区'),
    }),
    { minLength: 1, maxLength: 24 },
  )
  .map((some) => some.map(({ turn, ...values }, i) => claim(i + 1, turn, values)));

/** Events as sets of claims that are known by their content. */
function sets(found: readonly Placed[], claims: readonly Claim[]): string[] {
  const contents = new Map<number, string[]>();
  for (const { claim: number, event } of found) {
    const { fp } = claims.find((one) => one.claim === number) as Claim;
    contents.set(event, [...(contents.get(event) ?? []), String(fp)]);
  }
  return [...contents.values()].map((fps) => fps.sort().join(' ')).sort();
}

/** On a machine that does much else, one test would still match when the next begins, in the same store. */
const LONG = { timeout: 600_000 };

describe('matching of many claims at once', LONG, () => {
  test('comes to the same as one kind, one claimant, one claim after the other', async () => {
    await fc.assert(
      fc.asyncProperty(someClaims, async (claims) => {
        expect(await placed(store, claims)).toEqual(await placedOneByOne(store, claims));
      }),
      { numRuns: 60 },
    );
  });

  test('does not depend on the order of the rows, where no two are alike', async () => {
    await fc.assert(
      fc.asyncProperty(someClaims, fc.infiniteStream(fc.nat()), async (some, numbers) => {
        const claims = some.map((one, i) => ({ ...one, fp: i + 1 }));
        const places = [...claims.keys()]
          .map((place) => ({ place, by: numbers.next().value as number }))
          .sort((a, b) => a.by - b.by);
        const others = places.map(({ place }, i) => ({ ...(claims[place] as Claim), claim: i + 1 }));
        expect(sets(await placed(store, others), others)).toEqual(sets(await placed(store, claims), claims));
      }),
      { numRuns: 30 },
    );
  });
});
