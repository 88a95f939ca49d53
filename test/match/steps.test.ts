import { describe, expect, test } from 'vitest';
import { LEFT, matchingSteps } from '../../src/match/match.js';
import { REGISTER_NAMES } from '../../src/registers/types.js';
import { inDependencyOrder, type Step } from '../../src/store/steps.js';
import { PREVIOUS, previousTable, READING_TABLES } from '../../src/store/tables.js';

const PERIOD = { from: '2023-01-01', to: '2023-12-31' };
const PLANS = [true, false].map((lastMonth) => ({ lastMonth, steps: matchingSteps(PERIOD, lastMonth) }));

/** What reading filled before anything is matched. */
const BASE = new Set<string>([
  ...REGISTER_NAMES,
  ...Object.keys(READING_TABLES),
  ...[...PREVIOUS, 'sources'].map(previousTable),
  ...['records', 'run', 'copies'],
]);

/** The tables that a SELECT names, save those that it makes for itself. */
function tablesIn(select: string): Set<string> {
  const own = new Set([...select.matchAll(/(?:WITH|,)\s+([a-z_]+) AS \(/g)].map(([, name]) => name));
  const read = [...select.matchAll(/\b(?:FROM|JOIN)\s+([a-z_]+)/g)].map(([, name]) => name ?? '');
  return new Set(read.filter((name) => !own.has(name) && !BASE.has(name)));
}

/** The tables that a step reads, with all its parts. */
function readBy(step: Exclude<Step, { run: unknown }>): Set<string> {
  const selects = 'parts' in step ? [step.among, ...step.parts.map(({ select }) => select)] : [step.select];
  return new Set(selects.flatMap((select) => [...tablesIn(select)]));
}

describe.each(PLANS)('the plan of matching (last month at hand: $lastMonth)', ({ steps }) => {
  const selecting = steps.flatMap((step) =>
    'run' in step ? [] : [[step.makes, step.needs, readBy(step)] as const],
  );

  test('can be brought into an order', () => {
    expect(inDependencyOrder(steps)).toHaveLength(steps.length);
  });

  test.each(selecting)('%s needs the tables that its SELECT reads, and no others', (_, needs, read) => {
    expect([...new Set(needs)].sort()).toEqual([...read].sort());
  });

  test('makes nothing that is neither needed nor left for the rules', () => {
    const needed = new Set(steps.flatMap(({ needs }) => needs));
    expect(steps.map(({ makes }) => makes).filter((table) => !needed.has(table) && !LEFT.has(table))).toEqual(
      [],
    );
  });
});

test('what is left for the rules is made', () => {
  const made = new Set(matchingSteps(PERIOD, true).map(({ makes }) => makes));
  expect([...LEFT].filter((table) => !made.has(table))).toEqual([]);
});
