/**
 * Districts of a second generator, which shares nothing with the simulator or with the other adversary: clean ones of all
 * constellations are silent, and every fault is found and told once. Prints the table of rule and way.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Plan } from '../independent/district.js';
import { rosterWays } from '../independent/faults-rosters.js';
import { verdictOn } from '../independent/run.js';
import { explain, tableOf } from '../independent/weigh.js';
import { ALL, WHOLE } from '../independent/whole.js';

const root = mkdtempSync(join(tmpdir(), 'independent-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const SMALL: Plan = { ...WHOLE, communities: 2, each: 2 };

test.each([
  ['csv', 5],
  ['csv', 7],
  ['xlsx', 6],
] as const)('every fault, in files of %s, seed %i', async (layout, seed) => {
  const verdict = await verdictOn(root, { plan: { ...WHOLE, layout, seed }, ways: ALL });
  console.log(tableOf(verdict.counts));
  expect(verdict.counts).toHaveLength(Object.keys(ALL).length);
  expect(explain(verdict)).toEqual([]);
});

describe('with the registers of last month', () => {
  // the building list would count who left or joined
  const plan = { ...WHOLE, without: ['ledger/buildings'] };
  test('who left or joined for no reason', async () => {
    expect(explain(await verdictOn(root, { plan, ways: rosterWays, previous: true }))).toEqual([]);
  });
  test('other faults are told as they are without', async () => {
    expect(explain(await verdictOn(root, { plan: WHOLE, ways: ALL, previous: true }))).toEqual([]);
  });
});

/** Points, registers that they lack, and ways that nobody can know there: nothing else on record contradicts them. */
const DAYS = ['migration on another day', 'death on another day'];
/** A register that one point alone keeps leaves no gap. */
const LONE_STAY = 'ID: another valid order of a migrant';
const LONE_DEATH = 'ID: another valid order of a dead person';
const CONSTELLATIONS: [points: string, without: string, unknowable: string[]][] = [
  [
    'card',
    '',
    [
      'enrolment: marital',
      'dead, and open',
      'stay ended',
      'marriage date of a bride',
      'method date blank',
      'removal without',
      'fewer children',
      'two first marriages',
    ],
  ],
  ['card ledger', '', [...DAYS, LONE_STAY]],
  [
    'card system',
    '',
    [...DAYS, LONE_DEATH, 'death missing', 'marriage: order', 'stay: certificate', 'death of a baby'],
  ],
  ['ledger system', '', ['stay ended']],
  [
    'ledger',
    '',
    [
      ...DAYS,
      LONE_STAY,
      'migration missing',
      'marriage on another day',
      'death missing',
      'birth: name',
      'twin missing',
      'ID: shared',
      'ID of 15 digits',
      'ID: region',
      'enrolment: pill',
      'stay ended',
      'parity 1',
    ],
  ],
  [
    'system hospital',
    '',
    [
      ...DAYS,
      LONE_DEATH,
      'death missing',
      'marriage: order',
      'stay: certificate',
      'death of a baby',
      'enrolment: children',
      'ID: valid other',
      'stay ended',
    ],
  ],
  [WHOLE.points.join(' '), 'births', ['event after death', 'no visit after a birth']],
  [WHOLE.points.join(' '), 'contraception', ['removal without']],
  [WHOLE.points.join(' '), 'deaths', ['fewer children']],
];

describe('faults where fewer registers are kept', () => {
  test.each(CONSTELLATIONS)('%s without %s', async (points, without, unknowable) => {
    const plan = {
      ...WHOLE,
      points: points.split(' '),
      without: ['card', 'ledger', 'system'].map((point) => `${point}/${without}`),
    };
    const all = Object.entries(ALL).filter(([way]) => !throughoutAnother(way, plan.points));
    const verdict = await verdictOn(root, { plan, ways: Object.fromEntries(all) });
    const known = verdict.counts.filter(
      ({ way, found }) => found > 0 || !unknowable.some((one) => way.startsWith(one)),
    );
    expect(explain({ ...verdict, counts: known })).toEqual([]);
  });

  /** It changes rows of a point that is not there. */
  function throughoutAnother(way: string, points: string[]): boolean {
    const [, at] = /(?:throughout|by two at) (card|ledger|system)$/.exec(way) ?? [];
    return at !== undefined && !points.includes(at);
  }
});

describe('a clean district is silent', () => {
  const POINTS = [
    ['card', 'ledger', 'system', 'hospital', 'civil'],
    ['card', 'ledger'],
    ['card', 'system'],
    ['ledger', 'system', 'hospital'],
    ['ledger'],
    ['system', 'civil'],
    ['card'],
  ];
  test.each(POINTS.map((points) => ({ points })))(
    'handed in by $points',
    { timeout: 60_000 },
    async ({ points }) => {
      const plan = { ...SMALL, points };
      expect(explain(await verdictOn(root, { plan }))).toEqual([]);
    },
  );

  test.each(['births', 'marriages', 'contraception', 'migrants', 'deaths', 'moves', 'visits', 'women'])(
    'without %s at every point',
    { timeout: 60_000 },
    async (register) => {
      const without = ['card', 'ledger', 'system'].map((point) => `${point}/${register}`);
      const untold = register === 'moves' ? ['movedIn', 'movedOver'] : [];
      expect(explain(await verdictOn(root, { plan: { ...SMALL, without, untold } }))).toEqual([]);
    },
  );
});

/** Columns that nobody has, or one point alone has not; those that are required are each missing once a sheet. */
describe('a column that is not there is one fault of its sheet, or none', () => {
  const LACKING = [
    'contraception/service_date',
    'migrants/direction',
    'migrants/start_date',
    'visits/service',
    'women/marital_status',
    'women/marriage_date',
    'births/mother_id women/id',
    'marriages/wife_id marriages/husband_id',
    'ledger/births/birth_date',
    'system/marriages/marriage_date',
    'ledger/deaths/death_date',
    'system/migrants/start_date',
    'system/migrants/direction',
    'system/households/residence',
    'card/households/residence',
    'card/households/birth_date',
    'card/households/id',
    'system/women/method_date',
  ];
  test.each(LACKING)('%s', { timeout: 60_000 }, async (columns) => {
    const verdict = await verdictOn(root, { plan: { ...SMALL, hidden: columns.split(' ') } });
    const others = {
      ...verdict,
      invented: verdict.invented.filter(({ rule }) => rule !== 'format/missing-column'),
    };
    expect(explain(others)).toEqual([]);
  });
});
