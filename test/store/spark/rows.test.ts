import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as arrow from 'apache-arrow';
import { afterEach, beforeEach, expect, it, test } from 'vitest';
import { type PrivateFolder, privateFolder } from '../../../src/files/private-folder.js';
import { arrowRows } from '../../../src/store/spark/rows.js';
import { fieldsOf, linesOf, relationOf } from '../../../src/store/spark/upload.js';
import type { SqlColumn } from '../../../src/store/tables.js';

let folder: PrivateFolder;
beforeEach(() => {
  folder = privateFolder();
});
afterEach(() => folder.remove());

const dataOf = (relation: object) =>
  (relation as { local_relation: { data: Uint8Array; schema: string } }).local_relation;

test('rows come back as they went, in every type and with nulls', () => {
  const columns: SqlColumn[] = [
    ['record', 'BIGINT'],
    ['n', 'INTEGER'],
    ['share', 'DOUBLE'],
    ['day', 'DATE'],
    ['own', 'BOOLEAN'],
    ['name', 'VARCHAR'],
    ['kind', "ENUM('a', 'b')"],
  ];
  const rows = [
    [2 ** 53 - 1, -3, 0.5, '1969-12-31', true, '张"三\t', 'a'],
    [null, null, null, null, null, null, null],
  ];
  const { data, schema } = dataOf(relationOf(arrow, columns, rows));
  expect(schema).toBe(
    '`record` BIGINT, `n` INTEGER, `share` DOUBLE, `day` DATE, `own` BOOLEAN, `name` STRING, `kind` STRING',
  );
  expect(arrowRows(arrow, data).map((row) => Object.values(row))).toEqual(rows);
});

it.each([
  ['1.50', 150n, 2, 1.5],
  ['-0.01', -1n, 2, -0.01],
  ['a large one', 12345678901234567890n, 0, 12345678901234567890],
])('decimals are numbers: %s', (_, whole, scale, expected) => {
  const words = Uint32Array.from([0n, 32n, 64n, 96n], (by) => Number((whole >> by) & 0xffffffffn));
  const type = new arrow.Decimal(scale, 38, 128);
  const vector = new arrow.Vector([arrow.makeData({ type, length: 1, data: words })]);
  const bytes = arrow.tableToIPC(new arrow.Table({ n: vector }), 'stream');
  expect(arrowRows(arrow, bytes)).toEqual([{ n: expected }]);
});

it.each([7, 8, 64, 1 << 20])('text goes in portions of whole lines: %i bytes', async (size) => {
  const lines = ['1\t王\t\n', '22\t\tx\n', '333\t诸葛亮\ty\n'];
  const file = join(folder.path, 'lines.tsv');
  writeFileSync(file, lines.join(''));
  const read: unknown[] = [];
  for await (const portion of linesOf(arrow, file, size))
    read.push(...arrowRows(arrow, dataOf(portion).data));
  expect(read).toEqual(lines.map((line) => ({ line })));
});

test('a table gets its columns in its own order, and nulls where the lines have none', () => {
  const sql = fieldsOf(
    [
      ['a', 'BIGINT'],
      ['b', 'VARCHAR'],
    ],
    [
      ['b', 'VARCHAR'],
      ['key', 'VARCHAR'],
      ['a', 'BIGINT'],
    ],
    'lines',
  );
  expect(sql).toContain(
    "SELECT CAST(NULLIF(fields[1], '') AS STRING) AS `b`, CAST(NULL AS STRING) AS `key`, CAST(NULLIF(fields[0], '') AS BIGINT) AS `a`",
  );
});
