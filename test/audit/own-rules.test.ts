import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkOwnRule, loadOwnRules, withEmptyTables } from '../../src/audit/own-rules.js';
import { DEFAULT_CONFIG } from '../../src/config/defaults.js';
import { readOwnRules } from '../../src/config/own-rules.js';
import { UserError } from '../../src/messages/index.js';
import type { Store } from '../../src/store/store.js';
import { emptyTables } from '../rules/tables.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-own-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const FRONT = `---
name: own/unnamed-building
severity: warning
needs: { all: [households] }
title: { zh: 没有楼院, en: No building }
why: { zh: 户卡应当写明楼院。, en: Cards name their building. }
remedy: { zh: 补填楼院。, en: Fill in the building. }
message: { zh: '{member_name} 没有写楼院。', en: 'No building for {member_name}.' }
---
`;

const SELECT = `SELECT CAST(t.record AS STRING) AS finding, 0 AS ordinal, t.record, 'building' AS columns,
  t.community, t.name AS member_name, years_between(t.birth_date, run.as_of) AS age
FROM households t CROSS JOIN run WHERE t.building IS NULL`;

function load(text: string) {
  writeFileSync(join(folder, 'rule.sql'), text);
  return loadOwnRules({ ...DEFAULT_CONFIG, path: join(folder, 'plumbline.yaml'), rulesFolder: '.' }, 'en');
}

/** The empty tables, once for all rules that are refused. */
let store: Store;
let closed = Promise.resolve();
let close = () => {};
beforeAll(
  () =>
    new Promise<void>((opened, failed) => {
      closed = withEmptyTables(DEFAULT_CONFIG, (tables) => {
        store = tables;
        opened();
        return new Promise<void>((done) => {
          close = done;
        });
      });
      closed.catch(failed);
    }),
);
afterAll(() => {
  close();
  return closed;
});

/** Reads and checks a rule as `loadOwnRules` does. */
async function check(text: string): Promise<void> {
  writeFileSync(join(folder, 'rule.sql'), text);
  const own = await readOwnRules({
    ...DEFAULT_CONFIG,
    path: join(folder, 'plumbline.yaml'),
    rulesFolder: '.',
  });
  for (const one of own) await checkOwnRule(store, one, 'en');
}

async function refused(text: string): Promise<UserError> {
  const error = await check(text).catch((thrown: unknown) => thrown);
  if (!(error instanceof UserError)) throw new Error(`not refused: ${String(error)}`);
  expect(error.message).toContain('rule.sql');
  return error;
}

/** What rules of bureaus may call tables and columns by the names that these had before. */
const FORMER = `SELECT CAST(c.event AS STRING) AS finding, 0 AS ordinal, c.record, '' AS columns, c.community,
  n.name_key AS member_name
FROM uneven_claims c JOIN events e ON e.event = c.event AND e.uneven AND e.own_n > 0 AND c.own
JOIN named n ON n.record = c.record AND n.sound = c.subject_sound AND n.sound = c.partner_sound
JOIN dark_months d ON d.point = c.point AND d.run_n >= 0
JOIN unread u ON u.event = c.event
JOIN surplus s ON s.event = c.event JOIN repeated_claims r ON r.event = c.event
JOIN missing m ON m.event = c.event AND m.own JOIN points_of p ON p.event = c.event AND p.own_claims > 0
JOIN coverage v ON v.point = c.point JOIN roster_changes g ON g.record = c.record`;

describe('a rule of a bureau’s own', () => {
  it('is refused before any ledger is read', async () => {
    await expect(load(`${FRONT}DROP TABLE households`)).rejects.toMatchObject({ key: 'own.kind' });
  });

  it('may still read tables and columns under their former names', async () => {
    const [rule] = await load(`${FRONT}${FORMER}`);
    const store = await emptyTables();
    try {
      expect(await store.all(rule?.select({ options: {}, supplied: new Map() }) ?? '')).toEqual([]);
    } finally {
      store.close();
    }
  });

  it.each([
    ['front matter', `${FRONT}${SELECT}`],
    [
      'front matter in a comment, a semicolon at the end',
      `/*${FRONT.replace(/---\n$/, '---*/\n')}${SELECT};\n`,
    ],
    ['a byte order mark and Windows line ends', `\uFEFF${FRONT}${SELECT}`.replaceAll('\n', '\r\n')],
  ])('is read with %s', async (_, text) => {
    const [rule] = await load(text);
    expect(rule).toMatchObject({
      name: 'own/unnamed-building',
      severity: 'warning',
      needs: { all: ['households'] },
    });
    expect(rule?.title).toEqual({ zh: '没有楼院', en: 'No building' });
  });

  it.each([
    ["COPY households TO 'out.csv'", 'own.engine'],
    ["COPY (SELECT 1) TO 'out.csv'", 'own.engine'],
    ["ATTACH 'other.db'", 'own.kind'],
    ['DROP TABLE households', 'own.kind'],
    ['DELETE FROM households', 'own.kind'],
    ['UPDATE households SET name = 1', 'own.kind'],
    ['INSERT INTO households (record) VALUES (1)', 'own.kind'],
    ['CREATE TABLE mine AS SELECT 1 AS one', 'own.kind'],
    ['INSTALL httpfs', 'own.kind'],
    ['LOAD httpfs', 'own.kind'],
    ['PRAGMA database_list', 'own.column'],
    ["SET threads = '1'", 'own.kind'],
    ['CALL pragma_version()', 'own.kind'],
    ["EXPORT DATABASE 'folder'", 'own.engine'],
    [`EXPLAIN ANALYZE ${SELECT}`, 'own.kind'],
    [`${SELECT}; ${SELECT}`, 'own.count'],
    [`${SELECT}; DROP TABLE households`, 'own.count'],
    ['', 'own.engine'],
    ["SELECT * FROM read_csv('/etc/passwd')", 'own.engine'],
    ["SELECT * FROM '/etc/passwd.csv'", 'own.engine'],
    ["SELECT * FROM read_text('/etc/passwd')", 'own.engine'],
    ["SELECT * FROM glob('/*')", 'own.engine'],
    ["SELECT * FROM read_parquet('https://example.org/x.parquet')", 'own.engine'],
    ["WITH x AS (SELECT content FROM read_blob('/etc/passwd')) SELECT * FROM x", 'own.engine'],
    ['SELECT * FROM persons_of_another_program', 'own.engine'],
    ['SELECT years_between(birth_date FROM households', 'own.engine'],
    [`${SELECT} AND t.community = ?`, 'own.parameters'],
    ['SELECT record FROM households', 'own.column'],
    [SELECT.replace('t.record, ', "'x' AS record, "), 'own.column-type'],
  ])('is refused for %j', async (sql, key) => {
    expect((await refused(FRONT + sql)).key).toBe(key);
  });

  it.each([
    [SELECT, 'own.no-front-matter', {}],
    [FRONT.replace('own/unnamed-building', 'birth/omitted') + SELECT, 'own.name', { name: 'birth/omitted' }],
    [
      FRONT.replace('severity: warning', 'severity: bad') + SELECT,
      'config.unknown',
      { line: 3, name: 'bad' },
    ],
    [FRONT.replace('remedy', 'remdy') + SELECT, 'config.missing', { name: 'remedy' }],
    [
      FRONT.replace('[households]', '[household]') + SELECT,
      'config.unknown',
      { line: 4, nearest: 'households' },
    ],
    [FRONT.replaceAll('{member_name}', '{member}') + SELECT, 'own.placeholder', { name: 'member' }],
  ])('is refused where what it says of itself is wrong', async (text, key, params) => {
    const error = await refused(text);
    expect(error.key).toBe(key);
    expect(error.params).toMatchObject(params);
  });

  it('is refused where another file has its name', async () => {
    writeFileSync(join(folder, 'first.sql'), FRONT + SELECT);
    expect((await refused(FRONT + SELECT)).key).toBe('own.twice');
  });
});

it('a folder that is not there is named', async () => {
  const config = { ...DEFAULT_CONFIG, path: join(folder, 'plumbline.yaml'), rulesFolder: 'none' };
  await expect(loadOwnRules(config, 'en')).rejects.toMatchObject({ key: 'own.no-folder' });
});
