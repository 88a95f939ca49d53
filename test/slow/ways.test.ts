/**
 * Every fault in every way in which the registers can show it, over districts of all constellations. Prints a table of
 * rule and way: planted, found, told twice. Needs `npm run build` first.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { districtOf, NOTHING, simulated, verdictOn, workshop } from '../adversary/bench.js';
import { arrange, NEEDED, OF_COLUMNS, OF_POINTS, OF_REGISTERS } from '../adversary/constellations.js';
import { audit, explain, weigh } from '../adversary/evaluate.js';
import { FIGURE_FAULTS, plantFigures } from '../adversary/figures.js';
import { FAULTS, plantInto } from '../adversary/plant.js';
import { Tally } from '../adversary/tally.js';
import { copyTables, type Table } from '../adversary/world.js';

const { root, clear } = workshop('ways');
afterAll(clear);

/** What is no finding: a marriage of years before the period serves matching, and is not reported (section 2). */
const OPEN = ['enrolment: marriage date of another year on the card'];
/** A cell can be a number in a workbook only. */
const OF_WORKBOOKS = ['cell: ID a number in a workbook'];

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

describe('one wrong figure', () => {
  const names = Object.keys(FIGURE_FAULTS);
  const hands = 12;
  const planted = names.length;
  let found = 0;
  let findings = 0;
  const told: string[] = [];

  beforeAll(async () => {
    const data = simulated(root, { people: 6000, communities: 6, seed: 42 });
    for (let hand = 0; hand < hands; hand++) {
      const to = mkdtempSync(join(root, 'figures-'));
      cpSync(data, to, { recursive: true });
      const faults = plantFigures(
        to,
        names.filter((_, n) => n % hands === hand),
        hand + 1,
      );
      const verdict = weigh(audit(to), { ...NOTHING, faults });
      rmSync(to, { recursive: true });
      found += verdict.found;
      findings += verdict.findings;
      told.push(explain(verdict));
    }
  }, 600_000);

  test('is found, whatever was made from it', () => expect(found, told.join('\n')).toBe(planted));
  test('is one finding', () => expect(findings, told.join('\n')).toBeLessThanOrEqual(planted * 1.05));
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
