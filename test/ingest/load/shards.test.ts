import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeNormaliser } from '../../../src/ingest/normalise/row.js';
import { CODES, isCodeName } from '../../../src/registers/codes.js';
import { REGISTERS } from '../../../src/registers/index.js';
import { MENTION_ROLES, type Register } from '../../../src/registers/types.js';
import { openStore } from '../../../src/store/open.js';
import { hash53, ShardWriter } from '../../../src/store/shards.js';
import type { Store } from '../../../src/store/store.js';
import { recordOf, tableColumns } from '../../../src/store/tables.js';
import { expand } from '../../../src/store/vocabulary.js';

const { households } = REGISTERS;
const COLUMNS = ['household_no', 'community', 'name', 'sex', 'id', 'birth_date', 'unit_room'];

let store: Store;
beforeAll(async () => {
  store = await openStore({ memory: '256MB', threads: 1 });
});
afterAll(() => store.close());

/** Writes raw rows of a register as shards, loads them into the store, and gives its table in order. */
async function roundTrip(rows: string[][], register: Register = households, columns = COLUMNS) {
  const folder = mkdtempSync(join(store.path, 'shards-'));
  const writer = new ShardWriter(folder, 'test');
  const write = writer.rows(register, 3);
  const normalise = makeNormaliser(register, columns, { codes: {}, communities: [], witness: false });
  const normal = rows.map((cells) => normalise(cells));
  for (const [i, row] of normal.entries()) write(i + 2, row);
  const shards = writer.close();
  for (const { table, columns, file } of shards) {
    await store.drop(table);
    await store.create(table, columns);
    await store.loadText(table, columns, [file]);
  }
  const stored = await store.all(`SELECT * FROM ${register.name} ORDER BY record`);
  rmSync(folder, { recursive: true });
  return { normal, stored, shards };
}

const CARD = ['12', '朝阳社区', '王芳', '女', '23019319900307122X', '1990-03-07', '2-301'];

/** A cell that each column type can hold. */
const FILLED: Record<string, string> = { name: '王芳', id: '23019319900307122X', date: '1990-03-07' };

function filledRow(register: Register): string[] {
  return register.columns.map(
    ({ type }) => FILLED[type] ?? (isCodeName(type) ? CODES[type][0]?.canonical : '1') ?? '',
  );
}

describe('a filled row of a register', () => {
  it.each(Object.values(REGISTERS))('of $name comes back with all whom it names', async (register) => {
    const columns = register.columns.map(({ name }) => name);
    const { stored } = await roundTrip([filledRow(register)], register, columns);
    expect(stored).toHaveLength(1);
    const mentions = register.mentions.length
      ? await store.all('SELECT role, nobody(record, role) AS n FROM mentions ORDER BY role')
      : [];
    expect(mentions).toEqual(
      register.mentions
        .map(({ role }) => ({
          role,
          n: -(recordOf(3, 2) * MENTION_ROLES.length + MENTION_ROLES.indexOf(role)),
        }))
        .sort((a, b) => b.n - a.n),
    );
  });

  it.each(MENTION_ROLES)('numbers nobody who is its %s as a cluster does', async (role) => {
    const [row] = await store.all<{ n: number }>(`SELECT ${expand(`nobody(7, '${role}')`, 'spark')} AS n`);
    expect(row?.n).toBe(-(7 * MENTION_ROLES.length + MENTION_ROLES.indexOf(role)));
  });
});

describe('shards', () => {
  it('come back as they were written', async () => {
    const { stored } = await roundTrip([
      CARD,
      ['', '', '王 "芳\t芳"', '', 'x', '2023-02-30', "\\N 'a\\b,c\n;d"],
    ]);
    expect(stored[0]).toMatchObject({
      record: recordOf(3, 2),
      source: 3,
      row: 2,
      community: '朝阳社区',
      partial: null,
      household_no: '12',
      name: '王芳',
      birth_date: '1990-03-07',
      unit_room: '2-301',
      card_date: null,
    });
    expect(stored[1]).toMatchObject({
      community: null,
      name: '王 "芳芳"',
      birth_date: null,
      household_no: null,
    });
    expect(stored[1]?.unit_room).toBe("\\N 'a\\b,c ;d");
  });

  it('hold every text that a cell can hold', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'"\'\\\t\n\r,;N#|王𠮷') }),
      fc.constantFrom('\\N', '"', '""', "'", '\\', 'NULL'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 30 }), async (texts) => {
        const { normal, stored } = await roundTrip(texts.map((cell) => [...CARD.slice(0, 6), cell]));
        const at = households.columns.findIndex((column) => column.name === 'unit_room');
        expect(stored.map((row) => row.unit_room)).toEqual(normal.map((row) => row.values[at]));
      }),
      { numRuns: 20 },
    );
  });

  it('hold mentions and problems beside the rows', async () => {
    await roundTrip([CARD, [...CARD.slice(0, 5), '1990-13-01', '']]);
    const mentions = await store.all('SELECT role, name_key, pinyin, id_status, sex FROM mentions');
    expect(mentions[0]).toEqual({
      role: 'self',
      name_key: '王芳',
      pinyin: 'wang fang',
      id_status: 'valid',
      sex: '女',
    });
    const problems = await store.all('SELECT record, source, row, rule, "column", raw, detail FROM problems');
    expect(problems).toEqual([
      {
        record: recordOf(3, 3),
        source: 3,
        row: 3,
        rule: 'format/invalid-date',
        column: 'birth_date',
        raw: '1990-13-01',
        detail: 'impossible',
      },
    ]);
  });

  it('give equal rows equal fingerprints, wherever they stand, and others different ones', async () => {
    const { stored } = await roundTrip([
      CARD,
      CARD,
      [...CARD.slice(0, 6), '2-302'],
      CARD.with(1, '红旗社区'),
    ]);
    const prints = stored.map((row) => row.fp);
    expect(prints[0]).toBe(prints[1]);
    expect(new Set(prints).size).toBe(3);
    expect(prints.every((print) => Number.isSafeInteger(print))).toBe(true);
  });

  it('are readable by their owner only', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
    const writer = new ShardWriter(folder, 'test');
    writer.problem({
      source: 1,
      row: 1,
      rule: 'format/missing-column',
      column: 'id',
      raw: null,
      detail: null,
    });
    const [shard] = writer.close();
    expect(statSync(shard?.file ?? '').mode & 0o077).toBe(0);
    rmSync(folder, { recursive: true });
  });
});

it('hash53 fills 53 bits and tells near texts apart', () => {
  const prints = Array.from({ length: 20_000 }, (_, i) => hash53(`朝阳社区\t${i}`));
  expect(new Set(prints).size).toBe(prints.length);
  expect(Math.max(...prints)).toBeGreaterThan(2 ** 52);
  expect(prints.every((print) => print < 2 ** 53)).toBe(true);
});

it('the table of every register begins with its place and holds each column once', () => {
  for (const register of Object.values(REGISTERS)) {
    const names = tableColumns(register).map(([name]) => name);
    expect(names.slice(0, 6)).toEqual(['record', 'source', 'row', 'community', 'fp', 'partial']);
    expect(new Set(names).size).toBe(names.length);
  }
});
