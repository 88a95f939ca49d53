import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../../src/config/defaults.js';
import { byFile, loadFiles } from '../../../src/ingest/load.js';
import { failureOf, rebuild } from '../../../src/ingest/load-messages.js';
import { survey } from '../../../src/ingest/read/survey.js';
import { UserError } from '../../../src/messages/index.js';
import type { Source } from '../../../src/model/source.js';
import { ROWS_PER_SOURCE } from '../../../src/store/tables.js';

/** Threads run what is built. */
const WORKER = new URL('../../../dist/load-worker.js', import.meta.url);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
  mkdirSync(join(folder, 'shards'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const HEADINGS = ['community', 'name', 'sex', 'id', 'death_date'];

/** A register of deaths as a CSV file, and the source that describes it. */
function deaths(source: number, rows: string[], extra: Partial<Source> = {}): Source {
  const text = [HEADINGS.join(','), ...rows].join('\n');
  const path = `deaths-${source}.csv`;
  const file = join(folder, path);
  writeFileSync(file, text);
  return {
    source,
    path,
    file,
    kind: 'csv',
    sha256: '',
    bytes: Buffer.byteLength(text),
    encoding: 'utf-8',
    delimiter: ',',
    register: 'deaths',
    point: 'ledger',
    witness: false,
    header: { from: 1, to: 1 },
    columns: HEADINGS.map((name, index) => ({ name, index, heading: name })),
    rivals: [],
    width: { headings: HEADINGS.length, cells: HEADINGS.length },
    problems: [],
    notes: [],
    ...extra,
  };
}

/** Loads sources and gives the lines of every table, sorted. */
async function load(sources: Source[], threads = 1) {
  const done: [number, number][] = [];
  const onProgress = (bytes: number, total: number) => done.push([bytes, total]);
  const options = { threads, folder: join(folder, 'shards'), worker: WORKER, onProgress };
  const { account, shards } = await loadFiles(byFile(sources), DEFAULT_CONFIG, options);
  const lines = (table: string) =>
    shards
      .filter((shard) => shard.table === table)
      .flatMap((shard) => readFileSync(shard.file, 'utf8').split('\n').slice(0, -1))
      .map((line) => line.split('\t'))
      .sort((a, b) => Number(a[0]) - Number(b[0]));
  return { account, shards, lines, done };
}

const PERSON = '朝阳社区,王芳,女,23019319900307122X,2023-05-03';

describe('loadFiles', () => {
  it('writes the rows of all files, their mentions and their account', async () => {
    const { account, lines, done } = await load([deaths(1, [PERSON, PERSON]), deaths(2, [PERSON])]);
    expect(lines('deaths').map(([record]) => Number(record) % ROWS_PER_SOURCE)).toEqual([2, 3, 2]);
    expect(lines('mentions').map((mention) => mention[3])).toEqual(['王芳', '王芳', '王芳']);
    expect([account.get(1)?.read, account.get(2)?.read]).toEqual([2, 1]);
    expect(done.at(-1)?.[0]).toBe(done.at(-1)?.[1]);
  });

  it.each([
    ['2023-05-14', 1],
    ['2023年5月14日', 1],
    ['45060', 1],
    ['2023-05-01', 0],
    ['2023-05', 0],
    ['2023年', 0],
    ['本年', 0],
  ])('notes rows of figures whose period is a day: %s', async (period, count) => {
    const file = join(folder, 'figures.csv');
    writeFileSync(file, `地区,期间,出生人数,死亡人数\n永安社区,${period},3,1\n永安社区,2023,4,2\n`);
    const { sources } = await survey([file], DEFAULT_CONFIG);
    const { account } = await load(sources);
    expect(account.get(0)?.notes).toEqual(count > 0 ? [{ code: 'day-for-period', count }] : []);
  });

  it('turns problems of cells, rows and sheets into rows of problems', async () => {
    const missing = { code: 'missing-column', column: 'birth_date', row: 1 } as const;
    const bad = deaths(1, [',王芳,女,,2023-13-01', '王芳,女'], {
      problems: [missing],
      community: '红旗社区',
    });
    const { lines } = await load([bad]);
    const found = lines('problems').map(([, , row, rule, column]) => [row, rule, column]);
    expect(found).toEqual([
      ['1', 'format/missing-column', 'birth_date'],
      ['2', 'format/missing-value', 'id'],
      ['2', 'format/invalid-date', 'death_date'],
      ['3', 'format/unreadable-row', ''],
    ]);
    expect(lines('deaths')[0]?.[3]).toBe('红旗社区');
  });

  it('ends with what reading throws', async () => {
    const gone = deaths(1, [PERSON]);
    rmSync(gone.file);
    await expect(load([gone])).rejects.toThrow(/deaths-1\.csv/);
  });
});

describe('with threads', () => {
  const large = (source: number) =>
    deaths(source, [PERSON, `${PERSON} `, '红旗社区,李强,男,,2023-05-04'], { bytes: 9 << 20 });

  it('writes the same rows as without', async () => {
    const sources = [1, 2, 3, 4, 5].map(large);
    const alone = await load(sources);
    const expected = ['deaths', 'mentions', 'problems'].map(alone.lines);
    rmSync(join(folder, 'shards'), { recursive: true });
    mkdirSync(join(folder, 'shards'));
    const together = await load(sources, 3);
    expect(['deaths', 'mentions', 'problems'].map(together.lines)).toEqual(expected);
    expect(new Set(together.shards.map((shard) => shard.file)).size).toBeGreaterThan(3);
    expect([...together.account.keys()].sort()).toEqual([1, 2, 3, 4, 5]);
  });

  it('ends with what another thread throws', async () => {
    const sources = [1, 2, 3, 4].map(large);
    for (const source of sources) rmSync(source.file);
    await expect(load(sources, 3)).rejects.toThrow(/deaths-\d\.csv/);
  });
});

it('an error keeps its class and sentence between threads', () => {
  const user = rebuild(structuredClone(failureOf(new UserError('cli.about', { path: 'a' }))));
  expect([user instanceof UserError, user.message]).toEqual([true, new UserError('cli.about').message]);
  const other = rebuild(structuredClone(failureOf(new TypeError('x'))));
  expect([other instanceof UserError, other.message]).toEqual([false, 'x']);
});
