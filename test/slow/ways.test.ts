/**
 * Every fault in every way in which the registers can show it, over districts of all constellations. Prints a table of
 * rule and way: planted, found, told twice. Needs `npm run build` first.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import { districtOf, NOTHING, simulated, verdictOn, workshop } from '../adversary/bench.js';
import { arrange, NEEDED, OF_COLUMNS, OF_POINTS, OF_REGISTERS } from '../adversary/constellations.js';
import { District } from '../adversary/district.js';
import { audit, explain, weigh } from '../adversary/evaluate.js';
import { survey } from '../adversary/facts.js';
import { FIGURE_FAULTS, plantFigures } from '../adversary/figures.js';
import { AS_OF, toStatisticalYear } from '../adversary/october.js';
import { type Extent, PATTERNS, plantPatterns, writeReport } from '../adversary/patterns.js';
import { FAULTS, plantInto } from '../adversary/plant.js';
import { Tally } from '../adversary/tally.js';
import { copyTables, type Table, writeWorld } from '../adversary/world.js';

const { root, clear } = workshop('ways');
afterAll(clear);

/** What is no finding: a marriage of years before the period serves matching, and is not reported (section 2). */
const OPEN = ['enrolment: marriage date of another year on the card'];
/** A cell can be a number in a workbook only. */
const OF_WORKBOOKS = ['cell: ID a number in a workbook'];

const isSignal = ({ rule, causedBy }: Finding): boolean => causedBy === null && rule.startsWith('pattern/');

describe('rule and way', () => {
  const ways = Object.keys(FAULTS).filter((way) => !OPEN.includes(way));
  const hands = 6;
  const tally = new Tally();
  const told: string[] = [];

  beforeAll(async () => {
    const district = await districtOf(root, { people: 20_000, communities: 6, seed: 41 });
    for (let hand = 0; hand < hands; hand++) {
      const tables = copyTables(district);
      const classes = ways.filter((way, n) => n % hands === hand && !OF_WORKBOOKS.includes(way));
      const truth = plantInto(tables, { seed: 900 + hand, classes, each: 1, traps: false });
      const verdict = await verdictOn(root, tables, truth);
      tally.count(truth, verdict);
      told.push(explain(verdict));
    }
    const books = await districtOf(root, { people: 2000, communities: 2, seed: 44, layout: 'xlsx' });
    const truth = plantInto(books, { seed: 906, classes: OF_WORKBOOKS, each: 1, traps: false });
    tally.count(truth, await verdictOn(root, books, truth));
    console.log(tally.table(ways));
  }, 600_000);

  test('each is planted, found, and told once', () =>
    expect(tally.failing(ways), told.join('\n')).toEqual([]));
});

/** The calendar year 2023, and the statistical year 2023: October 2022 to September. */
const YEARS = [
  { year: 'calendar', hands: 12, shift: () => {}, asOf: '2023-12-31' },
  { year: 'statistical', hands: 6, shift: toStatisticalYear, asOf: AS_OF },
];

describe.each(YEARS)('one wrong figure of the $year year', ({ year, hands, shift, asOf }) => {
  const names = Object.keys(FIGURE_FAULTS);
  const planted = names.length;
  const tally = new Tally();
  let findings = 0;
  let clean = 0;
  const told: string[] = [];

  beforeAll(async () => {
    const data = simulated(root, { people: 6000, communities: 6, seed: 42 });
    const verdictOnHand = (classes: readonly string[], seed: number) => {
      const to = mkdtempSync(join(root, 'figures-'));
      cpSync(data, to, { recursive: true });
      const truth = { ...NOTHING, faults: plantFigures(to, classes, seed) };
      shift(to);
      const verdict = weigh(audit(to, 2023, asOf), truth);
      rmSync(to, { recursive: true });
      tally.count(truth, verdict);
      told.push(explain(verdict));
      return verdict;
    };
    clean = verdictOnHand([], 0).findings;
    for (let hand = 0; hand < hands; hand++) {
      const classes = names.filter((_, n) => n % hands === hand);
      findings += verdictOnHand(classes, hand + 1).findings;
    }
    rmSync(join(data, '..'), { recursive: true });
    console.log(`${year} year\n${tally.table(names)}`);
  }, 600_000);

  test('is planted, found, and told once, whatever was made from it', () =>
    expect(tally.failing(names), told.join('\n')).toEqual([]));
  test('is one finding', () => expect(findings, told.join('\n')).toBeLessThanOrEqual(planted * 1.05));
  test('is none where none is wrong', () => expect(clean, told.join('\n')).toBe(0));
});

describe('patterns', () => {
  const ways = Object.keys(PATTERNS);
  const tally = new Tally();
  let district: Table[] = [];
  beforeAll(async () => {
    district = await districtOf(root, { people: 24_000, communities: 4, seed: 45 });
  }, 120_000);

  /** Uncaused errors and warnings, and what the tests show. */
  async function told(extent: Extent) {
    const tables = copyTables(district);
    const d = new District(tables, 1);
    survey(d);
    const { faults, report } = plantPatterns(d, extent);
    const to = mkdtempSync(join(root, 'patterns-'));
    await writeWorld(to, tables);
    writeReport(to, report);
    const result = audit(to);
    rmSync(to, { recursive: true });
    const truth = { ...NOTHING, faults };
    return { truth, verdict: weigh(result, truth), signals: result.findings.filter(isSignal) };
  }

  test('each is planted, found, and told once, and nothing beside it', { timeout: 120_000 }, async () => {
    const { truth, verdict, signals } = await told('planted');
    tally.count(truth, verdict);
    console.log(tally.table(ways));
    expect(tally.failing(ways), explain(verdict)).toEqual([]);
    expect(verdict.findings, explain(verdict)).toBe(ways.length);
    expect(signals.length).toBe(ways.length);
  });

  test('as much that chance explains is none', { timeout: 120_000 }, async () => {
    const { verdict, signals } = await told('neighbour');
    expect(signals).toEqual([]);
    expect(verdict.findings, explain(verdict)).toBe(0);
  });
});

describe('a clean district', () => {
  let district: Table[] = [];
  beforeAll(async () => {
    district = await districtOf(root, { people: 2000, communities: 4, seed: 43 });
  }, 120_000);

  const all = Object.entries({ ...OF_POINTS, ...OF_REGISTERS, ...OF_COLUMNS });
  const grouped = all.filter(
    ([name]) => !NEEDED.includes(name) && (name in OF_POINTS || /^no \S+$|alone$/.test(name)),
  );
  test.each(grouped)(
    'with %s has no error and no warning',
    { timeout: 120_000 },
    async (_, constellation) => {
      const verdict = await verdictOn(root, arrange(copyTables(district), constellation), NOTHING);
      expect(verdict.findings, explain(verdict)).toBe(0);
    },
  );
});
