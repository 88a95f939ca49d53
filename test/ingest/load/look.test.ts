import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../../src/config/defaults.js';
import { openLoaders } from '../../../src/ingest/load.js';
import type { Loader } from '../../../src/ingest/load-file.js';
import { failureOf, rebuild } from '../../../src/ingest/load-messages.js';
import { lookIn } from '../../../src/ingest/look.js';
import { vocabularies } from '../../../src/ingest/read/headings.js';
import { inspect } from '../../../src/ingest/read/inspect.js';
import { knownHeadings } from '../../../src/ingest/read/known-headings.js';
import { survey } from '../../../src/ingest/read/survey.js';
import { Unreadable } from '../../../src/ingest/read/unreadable.js';
import type { FoundFile } from '../../../src/ingest/read/walk.js';
import { folderOf } from '../read/folder.js';

const HEADER = '社区,姓名,性别,身份证号,死亡日期';
const rows = (name: string) => `${HEADER}\n朝阳社区,${name},女,23019319900307122X,2023-05-03\n`;
const FILES = {
  '一/死亡登记.csv': rows('王芳'),
  '二/死亡登记.csv': rows('李丽'),
  '三/死亡登记.csv': '',
  '四/说明.txt': '本月无变动',
  '五/死亡登记.csv': rows('张敏'),
  '六/名单.xls': 'x',
};

/** A thread that is not one: its files come back as they would from another, the later the sooner. */
function threads(count: number) {
  const busy = { now: 0, most: 0, files: [] as string[] };
  const look = async (found: FoundFile) => {
    busy.most = Math.max(busy.most, ++busy.now);
    busy.files.push(found.path);
    await new Promise((resolve) => setTimeout(resolve, 20 - busy.files.length * 3));
    try {
      return structuredClone(await inspect(found, KNOWN));
    } catch (error) {
      throw rebuild(structuredClone(failureOf(error)));
    } finally {
      busy.now--;
    }
  };
  const loaders = Array.from({ length: count }, () => ({ look }) as unknown as Loader);
  return { loaders, busy };
}

const KNOWN = knownHeadings(vocabularies({}));

describe('lookIn', () => {
  it.each([1, 2, 8])('finds in %i threads what is found here, in the same order', async (count) => {
    const folder = folderOf(FILES);
    const { loaders, busy } = threads(count);
    const here = await survey([folder], DEFAULT_CONFIG);
    const there = await survey([folder], DEFAULT_CONFIG, {
      inspect: lookIn(() => loaders, 0),
      concurrency: 8,
    });
    expect(there).toEqual(here);
    expect(here.refused).toHaveLength(2);
    expect(busy.files).toHaveLength(6);
    expect(busy.most).toBe(Math.min(count, 6));
  });

  it('asks no thread before there is enough to do, nor where there is none', async () => {
    const folder = folderOf(FILES);
    const { loaders, busy } = threads(2);
    await survey([folder], DEFAULT_CONFIG, { inspect: lookIn(() => loaders, 1 << 20), concurrency: 2 });
    expect(busy.files).toEqual([]);
    const found = await survey([folder], DEFAULT_CONFIG, { inspect: lookIn(() => [], 0), concurrency: 2 });
    expect(found.sources).toHaveLength(3);
  });

  it('shares headings that tables repeat', async () => {
    const { loaders } = threads(1);
    const look = lookIn(() => loaders, 0);
    const folder = folderOf(FILES);
    const [one, other] = await Promise.all(
      ['一', '二'].map((name) => {
        const path = `${name}/死亡登记.csv`;
        return look({ path, file: join(folder, path), folders: [], named: false, kind: 'csv' }, KNOWN);
      }),
    );
    expect(one?.tables[0]?.headers[0]?.headings).toBe(other?.tables[0]?.headers[0]?.headings);
  });

  it('is done by the threads that will load', async () => {
    const folder = folderOf({});
    const size = 9 << 20;
    const names = ['1.csv', '2.csv'].map((name) => join(folder, name));
    for (const file of names) writeFileSync(file, rows('王芳'));
    const worker = new URL('../../../dist/load-worker.js', import.meta.url);
    const sizes = names.map(() => ({ bytes: size, kind: 'csv' }));
    const loaders = openLoaders(sizes, DEFAULT_CONFIG, { threads: 2, folder, worker });
    const look = lookIn(() => loaders, 0);
    const found = (file: string): FoundFile => ({ path: file, file, folders: [], named: true, kind: 'csv' });
    const seen = await look(found(names[0] as string), KNOWN);
    expect(seen?.encoding).toBe('utf-8');
    await expect(look(found(join(folder, 'none.csv')), KNOWN)).rejects.toThrow(Unreadable);
    await Promise.all(loaders.map((loader) => loader.abandon()));
    expect(loaders).toHaveLength(2);
  });
});

describe('openLoaders', () => {
  it.each([
    [7, 16, 1],
    [8, 16, 4],
    [128, 16, 4],
    [160, 16, 5],
    [1024, 16, 16],
    [1024, 2, 2],
  ])('for %i MiB on %i processors: %i', async (mebibytes, processors, count) => {
    const folder = folderOf({});
    const worker = new URL('../../../dist/load-worker.js', import.meta.url);
    const sizes = Array.from({ length: 32 }, () => ({ bytes: (mebibytes << 20) / 32, kind: 'csv' }));
    const loaders = openLoaders(sizes, DEFAULT_CONFIG, { threads: processors, folder, worker });
    await Promise.all(loaders.map((loader) => loader.abandon()));
    expect(loaders).toHaveLength(count);
  });
});
