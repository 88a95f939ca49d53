import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { areasOf } from '../../src/measure/areas.js';
import { measureLine } from '../../src/measure/line.js';
import type { Store } from '../../src/store/store.js';
import { emptyTables, type Tables, withRows } from '../rules/tables.js';

/** What one event counts for, by what its points say of it. */
let store: Store;

beforeAll(async () => {
  store = await emptyTables();
});

afterAll(() => store.close());

const AREAS = areasOf({
  configured: [{ name: '区', parts: ['甲'] }],
  communities: [],
  located: [],
  known: [],
  reported: [],
});
const POINTS = ['card', 'ledger', 'system'];
const EVENT = { event: 1, kind: 'birth', community: '甲', in_period: true };

/** Points that cover the event, and claim it where they are named. */
const claimed = (...by: readonly string[]) =>
  POINTS.map((point) => {
    const n = by.filter((one) => one === point).length;
    return { event: 1, point, covered: 1, witness: 0, primary_claims: n, claimed: Math.min(n, 1) };
  });

async function measured(tables: Tables, findings: readonly string[] = []) {
  const about = findings.map((name) => ({ event: 1, rule: { name } }));
  return withRows(store, { events: [EVENT], ...tables }, () =>
    measureLine(store, '2023', [...about, { event: null, rule: { name: 'x' } }], AREAS),
  );
}

describe('the line', () => {
  const ONE = { atOne: 0, atTwo: 0, atAll: 0, inLine: 0, unconfirmed: 0, total: 1 };

  it.each<[string, Tables, readonly string[], object]>([
    [
      'is an event that all points claim',
      { points_of: claimed(...POINTS) },
      [],
      { ...ONE, atAll: 1, inLine: 1 },
    ],
    [
      'is broken where something is found',
      { points_of: claimed(...POINTS) },
      ['birth/mismatched'],
      { ...ONE, atAll: 1 },
    ],
    ['has two points', { points_of: claimed('card', 'system') }, ['birth/omitted'], { ...ONE, atTwo: 1 }],
    ['has one point', { points_of: claimed('card') }, ['birth/omitted'], { ...ONE, atOne: 1 }],
    ['has no point', { points_of: claimed() }, [], { ...ONE, inLine: 1 }],
    [
      'does not count a witness as a point',
      {
        points_of: [...claimed('card'), { event: 1, point: 'hospital', covered: 0, witness: 1, claimed: 1 }],
      },
      ['birth/omitted'],
      { ...ONE, atOne: 1 },
    ],
    [
      'leaves what one point stands alone with undecided',
      { points_of: claimed('card'), lone_events: [{ event: 1 }] },
      ['birth/omitted'],
      { ...ONE, unconfirmed: 1, total: 0 },
    ],
    [
      'has enrolments that are expected',
      { events: [{ ...EVENT, kind: 'enrolment' }], expected: [{ event: 1 }], points_of: claimed(...POINTS) },
      [],
      { ...ONE, atAll: 1, inLine: 1 },
    ],
  ])('%s', async (_, tables, findings, counts) => {
    const { line } = await measured(tables, findings);
    expect(line).toHaveLength(1);
    expect(line[0]).toMatchObject(counts);
  });

  it.each<[string, Tables]>([
    ['before the period', { events: [{ ...EVENT, in_period: false }], points_of: claimed('card') }],
    [
      'that is an enrolment nobody expects',
      { events: [{ ...EVENT, kind: 'enrolment' }], points_of: claimed('card') },
    ],
    ['that no point covers', {}],
  ])('has no event %s', async (_, tables) => {
    expect((await measured(tables)).line).toEqual([]);
  });
});

describe('the percentages of a point', () => {
  const surplus = [
    { event: 1, point: 'card', n: 1 },
    { event: 1, point: 'card', n: 1 },
  ];

  it.each<[string, Tables, readonly string[], object]>([
    [
      'right',
      { points_of: claimed('card') },
      [],
      { omission_rate: 0, duplication_rate: 0, misentry_rate: 0, reporting_accuracy: 1 },
    ],
    [
      'omitted',
      { points_of: claimed('ledger') },
      ['birth/omitted'],
      { omission_rate: 1, reporting_accuracy: 0 },
    ],
    [
      'different',
      { points_of: claimed('card') },
      ['birth/mismatched'],
      { omission_rate: 0, misentry_rate: 1, reporting_accuracy: 0 },
    ],
    [
      'lacked by others',
      { points_of: claimed('card') },
      ['birth/omitted'],
      { misentry_rate: 0, reporting_accuracy: 1 },
    ],
    [
      'made three times',
      { points_of: claimed('card'), surplus },
      ['birth/duplicated'],
      { duplication_rate: 2, misentry_rate: 0, reporting_accuracy: 0 },
    ],
    [
      'made too often at another point',
      { points_of: claimed('card'), surplus: [{ event: 1, point: 'ledger', n: 1 }] },
      [],
      { duplication_rate: 0, reporting_accuracy: 1 },
    ],
    [
      'made twice, of which one is another end',
      { points_of: claimed('card', 'card') },
      [],
      { duplication_rate: 0, reporting_accuracy: 1 },
    ],
  ])('where a claim is %s', async (_, tables, findings, numerators) => {
    const { errorRates } = await measured(tables, findings);
    const of = (community: string) =>
      Object.fromEntries(
        errorRates
          .filter((rate) => rate.point === 'card' && rate.community === community)
          .map(({ rate, numerator }) => [rate, numerator]),
      );
    expect(of('甲')).toMatchObject(numerators);
    expect(of('区')).toEqual(of('甲'));
  });

  it('are of nothing where an event is undecided', async () => {
    const { errorRates } = await measured({ points_of: claimed('card'), lone_events: [{ event: 1 }] });
    const ofCard = errorRates.filter(({ point }) => point === 'card');
    expect(ofCard.length).toBeGreaterThan(0);
    for (const { denominator } of ofCard) expect(denominator).toBe(0);
  });
});
