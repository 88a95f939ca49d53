import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../../src/store/open.js';
import type { Store } from '../../../src/store/store.js';
import { FakeServer } from './fake-server.js';

const COLUMNS = [['record', 'BIGINT']] as const;

let server: FakeServer;
let store: Store;
beforeEach(async () => {
  server = await FakeServer.start();
  store = await openStore({ memory: '', threads: 1, remote: server.address });
});
afterEach(async () => {
  await store.close();
  server.stop();
});

/** The commands in the order in which they were carried out. */
const commands = () => server.asked.flatMap(([, { plan }]) => (plan?.command ? [plan.command] : []));
/** The numbers of what a table is made of since it was last shown. */
const partsOf = (table: string) => {
  const shown = commands().flatMap(({ create_dataframe_view: view }) => (view?.name === table ? [view] : []));
  return [...JSON.stringify(shown.at(-1)?.input).matchAll(/kept-\d+/g)].map(([id]) => id).sort();
};
const forgotten = () =>
  commands().flatMap(({ remove_cached_remote_relation_command: gone }) =>
    gone ? [gone.relation.relation_id] : [],
  );

test('files read side by side into one table are all in it, whichever is done first', async () => {
  await store.create('rows', COLUMNS);
  const files = ['1', '2', '3', '4'].map((name) => join(store.path, name));
  for (const file of files) writeFileSync(file, '1\n');
  // The first four are what is kept, the others make the table of it.
  server.delays.push(0, 0, 0, 0, 80, 60, 40, 20);
  await store.sideBySide(files, (file) => store.loadText('rows', COLUMNS, [file]));
  expect(partsOf('rows')).toEqual(['kept-0', 'kept-1', 'kept-2', 'kept-3']);
});

test('a table that takes the place of another lets it go, and so does one that is dropped', async () => {
  await store.make('rows', 'SELECT 1 AS n');
  await store.make('rows', 'SELECT 2 AS n');
  expect(forgotten()).toEqual(['kept-0']);
  expect(partsOf('rows')).toEqual(['kept-1']);
  await store.drop('rows');
  expect(forgotten()).toEqual(['kept-0', 'kept-1']);
});

test('few rows travel with what reads them, many are kept', async () => {
  await store.create('few', COLUMNS);
  await store.append('few', COLUMNS, [[1]]);
  await store.create('many', COLUMNS);
  await store.append(
    'many',
    COLUMNS,
    Array.from({ length: 1000 }, (_, n) => [n]),
  );
  expect([partsOf('few'), partsOf('many')]).toEqual([[], ['kept-0']]);
});

test('a table whose estimated size has too many digits is measured', async () => {
  await store.make('a', 'SELECT 1 AS n');
  // Every join doubles the digits.
  for (let i = 0; i < 12; i++) await store.make('a', 'SELECT x.n FROM a AS x JOIN a AS y ON y.n = x.n');
  const sql = JSON.stringify(commands());
  expect(sql.match(/SELECT \* FROM relation_\d+ LIMIT 1"/g)).toHaveLength(1);
  expect(sql).not.toContain('CACHE TABLE');
});
