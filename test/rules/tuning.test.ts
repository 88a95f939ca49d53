import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Rule } from '../../src/rules/rule.js';
import { type Queries, runRules } from '../../src/rules/run.js';
import type { Tuning } from '../../src/rules/tuning.js';

const text = { zh: '规则', en: 'rule' };

/** Finds one late row a community, later than so many days. */
const LATE: Rule<{ days: number }> = {
  name: 'timing/late-registration',
  severity: 'warning',
  options: z.strictObject({ days: z.number() }),
  defaults: { days: 30 },
  title: text,
  why: text,
  remedy: text,
  message: text,
  select: ({ options: { days } }) => String(days),
};

const LATENESS = { 甲: 20, 乙: 40, 丙: 80 };

/** Answers a number of days by the communities that are later. */
const store: Queries = {
  all: async (days) =>
    Object.entries(LATENESS)
      .filter(([, late]) => late > Number(days))
      .map(([community], n) => ({ finding: community, ordinal: 0, record: n, columns: '', community })),
  sideBySide: (items, work) => Promise.all(items.map(work)),
};

async function found(tuning: Partial<Tuning>) {
  const all = new Map([[LATE.name, { options: {}, communities: {}, ...tuning }]]);
  const run = await runRules(store, [LATE as Rule], { supplied: new Map(), tuning: all });
  return {
    statuses: run.statuses,
    findings: run.findings.map(({ community, severity }) => `${community} ${severity}`),
  };
}

describe('a tuned rule', () => {
  it.each([
    ['nothing changed', {}, ['丙 warning', '乙 warning']],
    ['other options', { options: { days: 10 } }, ['丙 warning', '乙 warning', '甲 warning']],
    ['another severity', { severity: 'notice' }, ['丙 notice', '乙 notice']],
    ['off', { off: true }, []],
    ['off in one community', { communities: { 乙: { off: true, options: {} } } }, ['丙 warning']],
    [
      'on in one community alone',
      { off: true, communities: { 乙: { off: false, options: {} } } },
      ['乙 warning'],
    ],
    [
      'other options in one community',
      { communities: { 甲: { options: { days: 10 } } } },
      ['丙 warning', '乙 warning', '甲 warning'],
    ],
    [
      'stricter for one, and as an error there',
      { options: { days: 50 }, communities: { 乙: { severity: 'error', options: { days: 30 } } } },
      ['丙 warning', '乙 error'],
    ],
  ] satisfies [string, Partial<Tuning>, string[]][])('%s', async (_, tuning, expected) => {
    expect((await found(tuning)).findings).toEqual(expected);
  });

  it('that is off everywhere is not executed, and says so', async () => {
    const { statuses } = await found({ off: true });
    expect(statuses).toEqual([{ rule: LATE.name, status: 'not-applicable', count: 0, reason: 'off' }]);
  });

  it('stops the run where its options make no sense', async () => {
    await expect(found({ options: { days: 'many' } })).rejects.toMatchObject({ key: 'rules.broken' });
  });
});
