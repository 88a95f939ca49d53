import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ingest } from '../../src/audit/ingest.js';
import { startMatching } from '../../src/audit/match.js';
import { measureAll } from '../../src/audit/measure.js';
import { withWorkspace } from '../../src/audit/open.js';
import { suppliedRegisters } from '../../src/ingest/inputs.js';
import { askTogether, inGroups } from '../../src/rules/ask.js';
import { LEDGER_RULES, RULES } from '../../src/rules/index.js';
import type { Named, Rule, RulePart } from '../../src/rules/rule.js';
import { type Queries, runRules } from '../../src/rules/run.js';
import { evidenceColumns, ofRule, sharing } from '../../src/rules/shared.js';
import type { Tuning } from '../../src/rules/tuning.js';
import type { SqlValue } from '../../src/store/store.js';

const SAMPLE = fileURLToPath(new URL('../../samples/yunxi', import.meta.url));
const WORDS = { zh: '', en: '' };

interface Late extends RulePart {
  days: number;
}

/** A SELECT that only says what it is asked. */
const asked = (parts: readonly Named<Late>[]) => parts.map(({ rule, days }) => `${rule} ${days}`).join(', ');

function late(name: string, evidence: string, more: Partial<Rule<{ days: number }>> = {}): Rule {
  const facts = { severity: 'error', title: WORDS, why: WORDS, remedy: WORDS, message: WORDS } as const;
  const options = z.strictObject({ days: z.number() });
  return sharing<Late, { days: number }>(
    asked,
    { ...facts, name, options, defaults: { days: 30 }, ...more },
    ({ days }) => ({ days, evidence: { [evidence]: 'x' } }),
  ) as Rule;
}

const A = late('timing/a', 'left');
const B = late('timing/b', 'right');

/** Answers with a row of each rule that is asked, in which every evidence is filled; refuses what names `broken`. */
function store(empty: readonly string[] = []): Queries & { asked: string[] } {
  const log: string[] = [];
  return {
    asked: log,
    sideBySide: (items, work) => Promise.all(items.map(work)),
    all: async (sql): Promise<Record<string, SqlValue>[]> => {
      if (sql.includes('COUNT(*)')) return empty.map((name) => ({ name, n: 0 }));
      log.push(sql);
      if (sql.includes('broken')) throw new Error('no such column');
      return sql.split(', ').map((one) => {
        const [rule = '', days = ''] = one.split(' ');
        return { rule, finding: days, ordinal: 0, record: 1, columns: '', community: '', left: 1, right: 2 };
      });
    },
  };
}

async function run(rules: readonly Rule[], tuning: Record<string, Partial<Tuning>> = {}, queries = store()) {
  const all = Object.entries(tuning).map(([name, one]): [string, Tuning] => [
    name,
    { options: {}, communities: {}, ...one },
  ]);
  const { findings, statuses } = await runRules(queries, rules, {
    supplied: new Map(),
    tuning: new Map(all),
  });
  return {
    asked: queries.asked,
    found: findings.map(({ rule, evidence }) => `${rule.name} ${JSON.stringify(evidence)}`),
    statuses: statuses.map(({ status }) => status),
  };
}

describe('rules that share a SELECT', () => {
  it('are asked once, and each has its own evidence', async () => {
    expect(await run([A, B])).toEqual({
      asked: ['timing/a 30, timing/b 30'],
      found: ['timing/a {"left":1}', 'timing/b {"right":2}'],
      statuses: ['failed', 'failed'],
    });
  });

  it('are asked with the options of each, and again where a community has its own', async () => {
    const communities = { 甲: { options: { days: 7 } } };
    const { asked } = await run([A, B], { 'timing/a': { options: { days: 10 }, communities } });
    expect(asked).toEqual(['timing/a 10, timing/b 30', 'timing/a 7']);
  });

  it('leave out the one that is off', async () => {
    const { asked, statuses } = await run([A, B], { 'timing/a': { off: true } });
    expect([asked, statuses]).toEqual([['timing/b 30'], ['not-applicable', 'failed']]);
  });

  it('that cannot be executed together say which one it is', async () => {
    const broken = late('timing/broken', 'left');
    await expect(run([A, broken, B])).rejects.toMatchObject({
      key: 'rules.broken',
      params: { rule: 'timing/broken', message: 'no such column' },
    });
  });

  it('whose options make no sense are named', async () => {
    await expect(run([A, B], { 'timing/b': { options: { days: 'x' } } })).rejects.toMatchObject({
      key: 'rules.broken',
      params: { rule: 'timing/b' },
    });
  });

  it('stand together in the catalogue wherever they stand in it', () => {
    const groups = inGroups(RULES);
    expect(
      groups
        .flat()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(RULES.map(({ name }) => name).sort());
    for (const group of groups) expect(new Set(group.map(({ reads }) => reads)).size).toBe(1);
  });
});

describe('a rule that is silent without a table', () => {
  const silent = late('timing/silent', 'left', { silentWithout: ['stays', 'visits'] });

  it.each([
    [[], ['timing/silent 30'], 'failed'],
    [['visits'], [], 'passed'],
  ])('where %j are empty, is asked %j', async (empty, asked, status) => {
    expect(await run([silent], {}, store(empty))).toMatchObject({ asked, statuses: [status] });
  });
});

describe('on the sample', () => {
  it('every rule finds alone what it finds together with others', async () => {
    await withWorkspace({ paths: [SAMPLE], threads: 1 }, async (workspace) => {
      const ingested = await ingest(workspace, { paths: [SAMPLE], lang: 'zh' });
      const matching = await startMatching(workspace, {});
      await matching.events;
      await measureAll(workspace, ingested.sources, matching);
      const supplied = suppliedRegisters(ingested.sources);
      const asking = { all: (sql: string) => workspace.store.all(sql), supplied, tuning: new Map() };
      for (const group of inGroups(LEDGER_RULES).filter(({ length }) => length > 1)) {
        const together = await askTogether(group, asking);
        for (const rule of group) {
          expect(together.get(rule), rule.name).toEqual((await askTogether([rule], asking)).get(rule));
        }
      }
    });
  });
});

describe('what differs between rules', () => {
  const parts: readonly Named[] = [
    { rule: 'a', evidence: { n: '1' } },
    { rule: 'b', evidence: { n: '1', m: 'x' } },
    { rule: 'c' },
  ];

  it.each([
    ['of one rule is what it has', parts.slice(0, 1), ', 1 AS "n"'],
    [
      'of rules that have the same is that',
      parts.slice(0, 2),
      `, 1 AS "n", CASE WHEN k.rule = 'b' THEN x END AS "m"`,
    ],
    [
      'is null of a rule that has none',
      parts,
      `, CASE WHEN k.rule IN ('a', 'b') THEN 1 END AS "n", CASE WHEN k.rule = 'b' THEN x END AS "m"`,
    ],
  ] as const)('%s', (_, some, sql) => expect(evidenceColumns(some)).toBe(sql));

  it('is nothing where no rule has it', () => expect(ofRule(parts, () => undefined)).toBe('NULL'));
});
