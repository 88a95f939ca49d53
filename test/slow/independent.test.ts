/**
 * Districts of a second generator, which shares nothing with the simulator or with the other adversary: clean ones of all
 * constellations are silent, and every fault is found and told once. Prints the table of rule and way. Needs
 * `npm run build` first.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Plan } from '../independent/district.js';
import { cellWays } from '../independent/faults-cells.js';
import { enrolmentWays } from '../independent/faults-enrolment.js';
import { eventWays } from '../independent/faults-events.js';
import { logicWays } from '../independent/faults-logic.js';
import { peopleWays } from '../independent/faults-people.js';
import { timingWays } from '../independent/faults-timing.js';
import { verdictOn } from '../independent/run.js';
import { explain, tableOf } from '../independent/weigh.js';

const root = mkdtempSync(join(tmpdir(), 'independent-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const WHOLE: Plan = {
  seed: 5,
  communities: 4,
  each: 7,
  points: ['card', 'ledger', 'system', 'hospital', 'civil'],
  layout: 'csv',
};
const SMALL: Plan = { ...WHOLE, communities: 2, each: 2 };

describe.each([
  ['csv', 5],
  ['xlsx', 6],
] as const)('every fault, in files of %s', (layout, seed) => {
  test.each([
    ['events', eventWays],
    ['people', { ...peopleWays, ...enrolmentWays }],
    ['logic and time', { ...logicWays, ...timingWays }],
    ['cells', cellWays],
  ])('%s', { timeout: 120_000 }, async (_, ways) => {
    const verdict = await verdictOn(root, { plan: { ...WHOLE, layout, seed }, ways });
    console.log(tableOf(verdict.counts));
    expect(verdict.counts).toHaveLength(Object.keys(ways).length);
    expect(explain(verdict)).toEqual([]);
  });
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
      // that a child died, deaths alone tell: who has no register of them counts children that nobody can find
      const untold = points.includes('ledger') || points.includes('system') ? [] : ['bereft'];
      const plan = { ...SMALL, points, untold };
      expect(explain(await verdictOn(root, { plan }))).toEqual([]);
    },
  );

  test.each(['births', 'marriages', 'contraception', 'migrants', 'moves', 'visits', 'women'])(
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
