import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EVENT_KINDS } from '../../src/model/event-kinds.js';
import type { Store } from '../../src/store/store.js';
import { CLAIMANTS, type Claim, claim, type Placed, placed, storeOfClaims } from '../match/events/claims.js';
import { placedOneByOne } from '../match/events/one-by-one.js';

let store: Store;
beforeAll(async () => {
  store = await storeOfClaims();
});
afterAll(() => store.close());

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
