/**
 * One fault, one finding, over districts of all constellations and layouts, and no finding in clean ones. Prints the
 * table of rule and way, and the totals. `npm run worlds` runs all of it; without it a few small districts are a smoke
 * test. Needs `npm run build` first.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { districtOf, NOTHING, type Size, verdictOn, workshop } from '../adversary/bench.js';
import {
  arrange,
  type Constellation,
  NEEDED,
  OF_COLUMNS,
  OF_GAPS,
  OF_POINTS,
  OF_REGISTERS,
} from '../adversary/constellations.js';
import { add, explain, perFault, precision, recall, type Verdict } from '../adversary/evaluate.js';
import { hands, plantInto } from '../adversary/plant.js';
import { Tally } from '../adversary/tally.js';

/** As `npm run worlds` asks, else few and small ones. */
const asked = (name: string, smoke: number): number => Number(process.env[`WORLDS_${name}`] ?? smoke);
const DISTRICTS = asked('DISTRICTS', 2);
const PEOPLE = asked('PEOPLE', 3000);
const CLEAN = asked('CLEAN', 3);
/** The first district; later ones can be run by themselves. */
const FROM = asked('FROM', 0);

const LAYOUTS = ['csv', 'messy', 'xlsx'] as const;
/** The ways in as many hands as a district bears; with so many districts every constellation meets every hand. */
const HANDS = hands(Math.ceil(48_000 / PEOPLE));
const ALL: [string, Constellation][] = Object.entries({
  ...OF_POINTS,
  ...OF_REGISTERS,
  ...OF_COLUMNS,
  ...OF_GAPS,
}).filter(([name]) => !NEEDED.includes(name));

const STEP = 59;
/** Every hand once where everything is handed in, then the constellations in turn. */
const CONSTELLATIONS: [string, Constellation][] = [
  ...HANDS.map((): [string, Constellation] => ['all points', {}]),
  ...ALL.filter(
    ([name]) =>
      name !== 'all points' && (name in OF_POINTS || name in OF_GAPS || /^no \S+$|alone$/.test(name)),
  ),
];

/** Harmless edits are harmless where everybody hands everything in. */
const isWhole = ({ keeps, shows }: Constellation): boolean => keeps === undefined && shows === undefined;

const { root, clear } = workshop('worlds');
afterAll(clear);

const sizeOf = (n: number, people: number): Size => ({
  people,
  communities: people > 5000 ? 5 : 3,
  seed: 7000 + n,
  layout: LAYOUTS[n % LAYOUTS.length] ?? 'csv',
});

describe.runIf(DISTRICTS > 0)('faulty districts', () => {
  const tally = new Tally();
  const verdicts: Verdict[] = [];
  const ways = HANDS.flat();

  for (let n = FROM; n < FROM + DISTRICTS; n++) {
    const [name, constellation] = CONSTELLATIONS[n % CONSTELLATIONS.length] ?? ['all points', {}];
    const round = Math.floor(n / CONSTELLATIONS.length);
    beforeAll(async () => {
      const tables = await districtOf(root, sizeOf(n, PEOPLE));
      const classes = HANDS[(n + round) % HANDS.length] ?? [];
      const truth = plantInto(tables, {
        seed: n,
        classes,
        each: 1,
        traps: n % 2 === 1 && isWhole(constellation),
        constellation,
      });
      const verdict = await verdictOn(root, tables, truth);
      tally.count(truth, verdict);
      verdicts.push(verdict);
      console.log(`district ${n}, ${name}, ${sizeOf(n, PEOPLE).layout}: ${explain(verdict)}`);
    }, 600_000);
  }

  test('recall, precision and findings a fault', () => {
    const all = add(verdicts);
    console.log(tally.table(ways));
    console.log(`${DISTRICTS} districts of ${PEOPLE} people: ${explain(all).split('\n')[0]}`);
    expect(recall(all), explain(all)).toBeGreaterThanOrEqual(0.995);
    expect(precision(all), explain(all)).toBeGreaterThanOrEqual(0.995);
    expect(perFault(all), explain(all)).toBeLessThanOrEqual(1.05);
  });
});

describe.runIf(CLEAN > 0)('clean districts', () => {
  test.each(Array.from({ length: CLEAN }, (_, n) => n + FROM))(
    'district %i has no error and no warning',
    { timeout: 300_000 },
    async (n) => {
      // neighbours in the list are of one kind: a step that has no divisor in common takes all kinds in turn
      const [name, constellation] = ALL[(n * STEP) % ALL.length] ?? ['all points', {}];
      const tables = arrange(await districtOf(root, sizeOf(n, 2000)), constellation);
      const verdict = await verdictOn(root, tables, NOTHING);
      const due = constellation.gap ? 1 : 0;
      expect(verdict.findings, `${name}: ${explain(verdict)}`).toBe(due);
    },
  );
});
