import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { UserError } from '../../src/messages/index.js';
import { groupRows } from '../../src/rules/raw-finding.js';
import type { Rule } from '../../src/rules/rule.js';
import { type Queries, runRules } from '../../src/rules/run.js';
import type { Tuning } from '../../src/rules/tuning.js';
import type { SqlRow } from '../../src/store/store.js';

const WORDS = { zh: '', en: '' };

function rule(more: Partial<Rule> = {}): Rule {
  return {
    name: 'birth/omitted',
    severity: 'error',
    title: WORDS,
    why: WORDS,
    remedy: WORDS,
    message: WORDS,
    select: () => 'SELECT 1',
    ...more,
  };
}

const SUPPLIED = new Map([['ledger', new Set(['births', 'deaths'] as const)]]);
const CONTEXT = { supplied: SUPPLIED, tuning: new Map<string, Tuning>() };

const sideBySide: Queries['sideBySide'] = (items, work) => Promise.all(items.map(work));

function answering(rows: SqlRow[]): Queries & { asked: string[] } {
  const asked: string[] = [];
  return { asked, sideBySide, all: (sql) => Promise.resolve(asked.push(sql) ? rows : rows) };
}

const ROWS: SqlRow[] = [
  {
    finding: 'b',
    ordinal: 1,
    record: 20,
    columns: '',
    community: '',
    event: null,
    severity: null,
    cause: 'person:3@card',
  },
  {
    finding: 'b',
    ordinal: 0,
    record: 30,
    columns: 'id name',
    community: '朝阳社区',
    event: 4,
    severity: 'warning',
    missing: 'card|households|朝阳社区;system|births|',
    cause: 'person:1@card person:2@card',
    unconfirmed: true,
    days: 3,
  },
  { finding: 'b', ordinal: 2, record: 30, columns: 'sex', community: '', event: null },
  { finding: 'a', ordinal: 0, record: null, columns: '', community: null, event: null },
];

describe('groupRows', () => {
  const birthOmitted = rule();
  const [a, b] = groupRows(birthOmitted, ROWS);

  it('makes one finding of the rows of one key, whatever their order', () => {
    expect(groupRows(birthOmitted, [...ROWS].reverse())).toEqual([a, b]);
    expect(b?.cited).toEqual([
      { record: 30, ordinal: 0, columns: ['id', 'name', 'sex'] },
      { record: 20, ordinal: 1, columns: [] },
    ]);
  });

  it('takes what belongs to the finding from its first row, and anchors from all', () => {
    expect(b).toMatchObject({ severity: 'warning', community: '朝阳社区', event: 4, unconfirmed: true });
    expect(b?.evidence).toEqual({ days: 3 });
    expect(b?.cause).toEqual(['person:1@card', 'person:2@card', 'person:3@card']);
    expect(b?.missing).toEqual([
      { point: 'card', register: 'households', community: '朝阳社区' },
      { point: 'system', register: 'births', community: '' },
    ]);
  });

  it('lets a finding cite nothing', () => {
    expect(a).toMatchObject({ cited: [], community: '', severity: 'error', event: null });
  });
});

describe('runRules', () => {
  const needs: { needs: Rule['needs']; reason?: string }[] = [
    { needs: undefined },
    { needs: { any: ['women', 'births'] } },
    { needs: { all: ['births', 'deaths'] } },
    { needs: { any: ['women', 'moves'] }, reason: 'women | moves' },
    { needs: { all: ['births', 'women', 'moves'] }, reason: 'women + moves' },
  ];

  it.each(needs)(
    'applies a rule only where its registers were supplied: $needs',
    async ({ needs, reason }) => {
      const store = answering([]);
      const run = await runRules(store, [rule(needs ? { needs } : {})], CONTEXT);
      expect(run.statuses).toEqual([
        reason
          ? { rule: 'birth/omitted', status: 'not-applicable', count: 0, reason }
          : { rule: 'birth/omitted', status: 'passed', count: 0 },
      ]);
      expect(store.asked.length).toBe(reason ? 0 : 1);
    },
  );

  it('counts what it found', async () => {
    const run = await runRules(answering(ROWS), [rule()], CONTEXT);
    expect(run.statuses).toEqual([{ rule: 'birth/omitted', status: 'failed', count: 2 }]);
  });

  it('hands a rule its options, defaults where none are set', async () => {
    const store = answering([]);
    const late = rule({
      options: z.object({ days: z.number() }),
      defaults: { days: 30 },
      select: ({ options }) => `SELECT ${JSON.stringify(options)}`,
    });
    await runRules(store, [late], CONTEXT);
    await runRules(store, [late], {
      ...CONTEXT,
      tuning: new Map([['birth/omitted', { options: { days: 7 }, communities: {} }]]),
    });
    expect(store.asked).toEqual(['SELECT {"days":30}', 'SELECT {"days":7}']);
  });

  it('stops at a broken SELECT and names the rule', async () => {
    const store = { sideBySide, all: () => Promise.reject(new Error('no such column')) };
    const run = runRules(store, [rule()], CONTEXT);
    await expect(run).rejects.toThrow(UserError);
    await expect(run).rejects.toMatchObject({
      key: 'rules.broken',
      params: { rule: 'birth/omitted', message: 'no such column' },
    });
  });
});
