import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RULES } from '../../src/rules/index.js';
import type { RawFinding } from '../../src/rules/raw-finding.js';
import { runRules } from '../../src/rules/run.js';
import type { Store } from '../../src/store/store.js';
import { recordOf } from '../../src/store/tables.js';
import { emptyTables, put, putRow } from './tables.js';

const CONTEXT = { supplied: new Map(), tuning: new Map() };
/** Without the one that needs persons matched: its cases go through the whole audit. */
const FAMILIES = RULES.filter(
  ({ name }) => /^(format|identity)\//.test(name) && name !== 'identity/split-id',
);

let store: Store;
let found: RawFinding[];

/** A source that is handed in twice stands in source 9, set aside: what is wrong in it is said once. */
beforeAll(async () => {
  store = await emptyTables();
  const source = { path: 'x.csv', register: 'births', point: 'ledger', witness: false, set_aside: false };
  await put(store, 'sources', [
    { ...source, source: 1 },
    { ...source, source: 2, register: 'women', community: '朝阳社区' },
    { ...source, source: 3, register: 'households', point: 'card' },
    { ...source, source: 9, set_aside: true },
  ]);
  const problem = (
    at: [number, number],
    rule: string,
    column: string,
    raw: string,
    detail: string | null = null,
  ) =>
    put(store, 'problems', [
      { record: recordOf(...at), source: at[0], row: at[1], rule, column, raw, detail },
    ]);
  const mention = (
    record: number,
    role: string,
    name: string,
    id: string,
    id_status = 'valid',
    register = 'births',
  ) => put(store, 'mentions', [{ record, register, role, name_key: name, pinyin: name, id, id_status }]);

  const late = await putRow(store, 'births', 1, 2, { birth_date: '2024-02-01' });
  const copy = await putRow(store, 'births', 9, 2, { birth_date: '2024-02-01' });
  await putRow(store, 'women', 2, 5, { name: '王芳', due_date: '2024-03-01', marriage_date: '2023-12-31' });
  await problem([1, 2], 'format/invalid-number', 'parity', '两');
  await problem([9, 2], 'format/invalid-number', 'parity', '两');
  await problem([2, 1], 'format/missing-column', 'marital_status', '');

  const wrong = '230190199001010011';
  for (const [register, n] of [
    ['births', 1],
    ['women', 2],
  ] as const) {
    await putRow(store, register, n, 7, {});
    await problem([n, 7], 'identity/invalid-id', n === 1 ? 'mother_id' : 'id', wrong, 'check-digit');
    await mention(recordOf(n, 7), n === 1 ? 'mother' : 'self', 'wangfang', wrong, 'invalid');
  }
  await putRow(store, 'women', 2, 8, {});
  await problem([2, 8], 'identity/invalid-id', 'id', wrong, 'check-digit');
  await mention(recordOf(2, 8), 'self', 'lili', wrong, 'invalid');

  await putRow(store, 'births', 1, 10, {});
  await problem([1, 10], 'identity/birth-date-differs', 'birth_date', '2023-05-03', 'child');
  await mention(recordOf(1, 10), 'child', 'wangming', '230190202305040017');

  await mention(late, 'mother', 'zhaoyi', 'A');
  await mention(copy, 'mother', 'qianer', 'A');
  await mention(recordOf(2, 5), 'self', 'sunsan', 'B');
  await mention(recordOf(2, 8), 'husband', 'lisi', 'B');

  for (const [n, name] of [
    ['births', 'zhangxiaoming'],
    ['households', 'zhangxiaomin'],
  ].entries()) {
    const record = await putRow(store, name[0] as string, n * 2 + 1, 20, {});
    await mention(record, n === 0 ? 'child' : 'self', name[1] as string, 'C', 'valid', name[0]);
    await put(store, 'event_claims', [{ event: 5, kind: 'birth', record }]);
  }
  await put(store, 'events', [{ event: 5, kind: 'birth' }]);

  await put(store, 'disputed_ids', [{ id: 'B' }, { id: 'C' }]);

  const ragged = '朝阳社区,王芳,230190199001010028,李强,多出来的';
  await problem([1, 30], 'format/unreadable-row', '', ragged, 'width');
  found = (await runRules(store, FAMILIES, CONTEXT)).findings;
});

afterAll(() => store.close());

function cited(rule: string): string[] {
  const findings = found.filter((finding) => finding.rule.name === rule);
  return findings.map((finding) =>
    finding.cited
      .map(
        ({ record, columns }) => `${Math.floor(record / 2 ** 28)}:${record % 2 ** 28} ${columns.join('+')}`,
      )
      .join(', '),
  );
}

describe('format/ and identity/', () => {
  it.each([
    ['one finding a cell, none from a source set aside', 'format/invalid-number', ['1:2 parity']],
    ['a sheet without a required column', 'format/missing-column', ['2:1 marital_status']],
    ['dates after the as-of date, due dates not', 'format/future-date', ['1:2 birth_date']],
    ['a row that was refused', 'format/unreadable-row', ['1:30 ']],
    [
      'one wrong ID of one person in two registers is one finding',
      'identity/invalid-id',
      ['2:8 id', '1:7 mother_id, 2:7 id'],
    ],
    ['both cells that disagree', 'identity/birth-date-differs', ['1:10 child_id+birth_date']],
    [
      'two names under one ID, a child misspelt in one birth not',
      'identity/shared-id',
      ['2:8 husband_id, 2:5 id'],
    ],
  ])('%s', (_, rule, expected) => {
    expect(cited(rule)).toEqual(expected);
  });

  it('finds nothing else', () => {
    expect(found.length).toBe(8);
  });

  it('lets what a refused row does not say hang under it', () => {
    expect(found.find(({ rule }) => rule.name === 'format/unreadable-row')?.covers).toEqual([
      `row:${recordOf(1, 30)}`,
    ]);
  });

  it('puts the sheet’s community on what has no row', () => {
    expect(found.find(({ rule }) => rule.name === 'format/missing-column')?.community).toBe('朝阳社区');
  });
});
