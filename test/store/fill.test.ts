import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/config/defaults.js';
import { loadFiles } from '../../src/ingest/load.js';
import { forgetPersons, PERSONS } from '../../src/match/persons/persons.js';
import type { Source } from '../../src/model/source.js';
import { addRows, createTables, defineRecords, loadShards } from '../../src/store/fill.js';
import { openStore } from '../../src/store/open.js';
import { runSteps } from '../../src/store/steps.js';
import type { Store } from '../../src/store/store.js';
import { oneOf } from '../../src/store/tables.js';

const HEADINGS = ['community', 'name', 'sex', 'id', 'death_date'];

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-fill-'));
  store = await openStore({ memory: '200MB', threads: 2 });
  await createTables(store);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

/** A register of deaths at a point, and its rows as shards. */
async function deaths(source: number, point: string, rows: readonly string[]) {
  const path = `deaths-${source}.csv`;
  const file = join(folder, path);
  writeFileSync(file, [HEADINGS.join(','), ...rows].join('\n'));
  const described: Source = {
    ...{ source, path, file, kind: 'csv', sha256: '', bytes: 1, encoding: 'utf-8', delimiter: ',' },
    ...{ register: 'deaths', point, witness: false, header: { from: 1, to: 1 }, rivals: [], notes: [] },
    columns: HEADINGS.map((name, index) => ({ name, index, heading: name })),
    width: { headings: HEADINGS.length, cells: HEADINGS.length },
    problems: [],
  };
  const shards = join(folder, `shards-${source}`);
  mkdirSync(shards);
  const loaded = await loadFiles([[described]], DEFAULT_CONFIG, { threads: 1, folder: shards });
  // The store reads files of its own folder only.
  const kept = loaded.shards.map((shard) => ({
    ...shard,
    file: join(store.path, `${source}-${shard.table}`),
  }));
  loaded.shards.forEach((shard, n) => copyFileSync(shard.file, kept[n]?.file ?? ''));
  return { sources: [described], shards: kept };
}

describe('tables', () => {
  test('communities and points of a later reading may be new', async () => {
    const first = await deaths(0, 'ledger', ['朝阳社区,王芳,女,23019319900307122X,2023-05-03']);
    await loadShards(store, first.shards);
    await defineRecords(store, first.sources);
    const second = await deaths(1, 'field', ['北山社区,李强,男,,2023-06-01']);
    await addRows(store, second.sources, second.shards);
    expect(await store.all('SELECT community, point, register, row FROM records ORDER BY source')).toEqual([
      { community: '朝阳社区', point: 'ledger', register: 'deaths', row: 2 },
      { community: '北山社区', point: 'field', register: 'deaths', row: 2 },
    ]);
  });

  test('persons are the same when they are matched a second time', async () => {
    const rows = [
      '朝阳社区,王芳,女,23019319900307122X,2023-05-03',
      '朝阳社区,王芳,女,230193199003071221,2023-05-03',
      '朝阳社区,李强,男,,2023-06-01',
    ];
    const { sources, shards } = await deaths(0, 'ledger', rows);
    await loadShards(store, shards);
    await defineRecords(store, sources);
    const persons = () =>
      store.all('SELECT record, CAST(person AS STRING) AS person, key, valid_id FROM named ORDER BY record');
    const matchPersons = () => runSteps(store, PERSONS, new Set(['named']));
    await matchPersons();
    const once = await persons();
    await forgetPersons(store);
    await matchPersons();
    expect(await persons()).toEqual(once);
    expect(once.map(({ key }) => key)).toEqual(['id', expect.stringMatching(/repaired|alone/), 'alone']);
    expect(once[0]).toMatchObject({ person: '23019319900307122', valid_id: true });
    expect(Number(once[2]?.person)).toBeLessThan(0);
  });

  test('known values stand in the order of text, each once', () => {
    expect(oneOf(['women', 'births', 'women', "o'clock"])).toBe("ENUM('births', 'o''clock', 'women')");
  });
});
