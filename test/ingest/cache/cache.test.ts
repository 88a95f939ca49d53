import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { lockFolder } from '../../../src/files/lock.js';
import { writeContents } from '../../../src/ingest/cache/contents.js';
import { clear } from '../../../src/ingest/cache/folder.js';
import { show } from '../../../src/ingest/cache/show.js';
import { inspect } from '../../../src/ingest/read/inspect.js';
import { readSources } from '../../../src/ingest/read/read.js';
import { CSV, changesNothing, expectSame, SMALL } from './edits.js';
import { place, readingOf, worldFiles, write } from './tables.js';

vi.mock('../../../src/ingest/read/inspect.js', { spy: true });
vi.mock('../../../src/ingest/read/read.js', { spy: true });

const WORKBOOK = '台账/朝阳社区.xlsx';

describe('a cache', () => {
  it('changes nothing that an audit sees, whatever becomes of the files', async () => {
    await changesNothing(2);
  });

  it('opens no file that it knows, and only those that changed', async () => {
    const [folder, cache] = [place(), place()];
    const files = new Map([...SMALL, ...worldFiles('messy', [WORKBOOK])]);
    write(folder, files);
    const first = await readingOf(folder, cache);
    vi.mocked(inspect).mockClear();
    vi.mocked(readSources).mockClear();
    expect((await readingOf(folder, cache)).result).toEqual(first.result);
    expect(inspect).not.toHaveBeenCalled();
    expect(readSources).not.toHaveBeenCalled();

    const changed = CSV[0] as string;
    files.set(changed, Buffer.concat([files.get(changed) as Buffer, Buffer.from('\n')]));
    write(folder, files);
    await readingOf(folder, cache);
    expect(vi.mocked(inspect).mock.calls.map(([found]) => found.path)).toEqual([changed]);
    expect(vi.mocked(readSources).mock.calls.map(([[source]]) => source?.path)).toEqual([changed]);
  });

  it.each([
    ['words for codes', { codes: { sex: { 男: ['雄'] } } }],
    ['headings', { headings: { deaths: { registration_date: ['备案日'] } } }],
    ['communities', { communities: [{ name: '朝阳社区', synonyms: ['朝阳'] }] }],
    ['files set by hand', { files: [{ glob: '死亡登记.csv', point: 'card', community: '红旗社区' }] }],
  ])('is not used where the configuration has other %s', async (_, config) => {
    const [folder, cache] = [place(), place()];
    const text =
      '社区,姓名,性别,身份证号,死亡日期,备案日\n朝阳,王一,雄,230191195001010011,2023-03-01,2023-03-02\n';
    write(folder, new Map([['死亡登记.csv', Buffer.from(text)]]));
    await readingOf(folder, cache);
    const [plain, cached] = [
      await readingOf(folder, undefined, config),
      await readingOf(folder, cache, config),
    ];
    expect(cached.result).toEqual(plain.result);
    expect(cached.result).not.toEqual((await readingOf(folder, cache)).result);
  });

  it('keeps no rows of a file that changed while it was read', async () => {
    const [folder, cache] = [place(), place()];
    write(folder, SMALL);
    const changed = path.join(folder, CSV[1] as string);
    const actual = await vi.importActual<typeof import('../../../src/ingest/read/inspect.js')>(
      '../../../src/ingest/read/inspect.js',
    );
    vi.mocked(inspect).mockImplementation(async (found, known) => {
      const inspected = await actual.inspect(found, known);
      if (found.file === changed) appendFileSync(changed, '\n');
      return inspected;
    });
    await readingOf(folder, cache);
    vi.mocked(inspect).mockImplementation(actual.inspect);
    await expectSame(folder, cache);
  });

  it('forgets what is dead once it is more than what lives, and what nobody needs for long', async () => {
    const [folder, cache] = [place(), place()];
    write(folder, SMALL);
    await readingOf(folder, cache);
    const before = sizeOf(cache);
    const [[name, bytes] = ['', Buffer.alloc(0)]] = SMALL;
    write(folder, new Map([[name, bytes]]));
    await readingOf(folder, cache);
    expect(sizeOf(cache)).toBeLessThan(before);
    expect(segments(cache)).toHaveLength(1);
    await expectSame(folder, cache);
  });

  it('knows what surrounds a header, and no person below it', async () => {
    const [folder, cache] = [place(), place()];
    const text = '姓名,性别,身份证号,死亡日期,社区\n王芳,女,230192195207120951,2023-03-22,朝阳社区\n';
    write(folder, new Map([['死亡登记.csv', Buffer.from(`死亡人员名单\n${text}`)]]));
    await readingOf(folder, cache);
    const known = gunzipSync(readFileSync(piece(cache, 'entries.gz'))).toString('utf8');
    expect(known).toContain('死亡人员名单');
    expect(known).toContain('朝阳社区');
    expect(known).not.toContain('王芳');
    expect(known).not.toContain('230192195207120951');
  });

  it('makes one segment of many', async () => {
    const [folder, cache] = [place(), place()];
    const files = new Map<string, Buffer>();
    for (let month = 1; month <= 14; month++) {
      const row = `朝阳社区,王一,男,230191195001010011,2023-03-${String(month).padStart(2, '0')}`;
      files.set(`${month}月/死亡登记.csv`, Buffer.from(`社区,姓名,性别,身份证号,死亡日期\n${row}\n`));
      write(folder, files);
      await readingOf(folder, cache);
    }
    expect(segments(cache).length).toBeLessThan(5);
    await expectSame(folder, cache);
  });
});

function segments(cache: string): string[] {
  return readdirSync(cache).filter((name) => name.startsWith('plumbline-segment-'));
}

function sizeOf(folder: string): number {
  const sizes = readdirSync(folder, { recursive: true }).map((name) =>
    statSync(path.join(folder, String(name))),
  );
  return sizes.reduce((sum, stats) => sum + (stats.isFile() ? stats.size : 0), 0);
}

/** A cache that has seen the small files, to be damaged. */
async function filled(): Promise<{ folder: string; cache: string }> {
  const [folder, cache] = [place(), place()];
  write(folder, SMALL);
  await readingOf(folder, cache);
  return { folder, cache };
}

const damages: [string, string, (cache: string) => void][] = [
  [
    'a table of contents cut short',
    'cache.damaged',
    (cache) => cut(path.join(cache, 'plumbline-cache.json')),
  ],
  [
    'an empty table of contents',
    'cache.damaged',
    (cache) => truncateSync(path.join(cache, 'plumbline-cache.json')),
  ],
  ['rows cut short', 'cache.damaged', (cache) => cut(piece(cache, 'births.parquet'))],
  ['a flipped bit among the rows', 'cache.damaged', (cache) => flip(piece(cache, 'births.parquet'))],
  [
    'what is known of files overwritten',
    'cache.damaged',
    (cache) => writeFileSync(piece(cache, 'entries.gz'), 'x'),
  ],
  ['rows deleted', 'cache.damaged', (cache) => rmSync(piece(cache, 'mentions.parquet'))],
  [
    'the work of another version',
    'cache.other-version',
    (cache) => writeContents(cache, { code: 'another', next: 1, segments: [], handed: {} }),
  ],
];

describe('a cache that was damaged', () => {
  let whole: Awaited<ReturnType<typeof filled>>;
  let plain: Awaited<ReturnType<typeof readingOf>>;
  beforeAll(async () => {
    whole = await filled();
    plain = await readingOf(whole.folder);
  });

  it.each(damages)('by %s is noticed, said, and built anew', async (_, notice, damage) => {
    const cache = place();
    cpSync(whole.cache, cache, { recursive: true });
    damage(cache);
    expect(await readingOf(whole.folder, cache)).toEqual({ ...plain, notices: [notice] });
    expect(await readingOf(whole.folder, cache)).toEqual(plain);
  });

  it('by a kill while something was written is swept', async () => {
    const { folder, cache } = await filled();
    const names = readdirSync(cache).sort();
    cpSync(path.dirname(piece(cache, 'x')), path.join(cache, 'plumbline-segment-99.1234.tmp'), {
      recursive: true,
    });
    cpSync(path.dirname(piece(cache, 'x')), path.join(cache, 'plumbline-segment-100'), { recursive: true });
    writeFileSync(path.join(cache, 'plumbline-cache.json.1234.tmp'), 'half');
    await expectSame(folder, cache);
    expect(readdirSync(cache).sort()).toEqual(names);
  });
});

describe('the folder of a cache', () => {
  it('is for its owner alone', async () => {
    const { cache } = await filled();
    const modes = ['.', ...readdirSync(cache, { recursive: true }).map(String)].map((name) => {
      const stats = statSync(path.join(cache, name));
      return [stats.isDirectory(), stats.mode & 0o777];
    });
    for (const [isFolder, mode] of modes) expect(mode).toBe(isFolder ? 0o700 : 0o600);
    expect(readdirSync(cache)).toContain('CACHEDIR.TAG');
  });

  it('holds nothing else: personal data goes beside nobody’s files', async () => {
    const [folder, cache] = [place(), place()];
    write(folder, SMALL);
    write(cache, new Map([['notes.txt', Buffer.from('mine')]]));
    await expect(readingOf(folder, cache)).rejects.toMatchObject({ key: 'cache.not-ours' });
    expect(() => clear(cache)).toThrow(expect.objectContaining({ key: 'cache.not-ours' }));
    expect(readdirSync(cache)).toEqual(['notes.txt']);
  });

  it('does not lie among the ledgers', async () => {
    const folder = place();
    write(folder, SMALL);
    const inside = path.join(folder, '缓存', 'x');
    await expect(readingOf(folder, inside)).rejects.toMatchObject({ key: 'cache.inside' });
    expect(readdirSync(folder)).not.toContain('缓存');
  });

  it.each([
    ['is not there', place, 'cache.absent'],
    ['is a file', () => 'package.json', 'cache.no-folder'],
    ['is empty', emptyFolder, 'cache.none-there'],
  ])('is not cleared where it %s', (_, at, key) => {
    expect(() => clear(at())).toThrow(expect.objectContaining({ key }));
  });

  it('goes when it is cleared, and is described before', async () => {
    const { cache } = await filled();
    expect(show(cache)).toMatchObject({ segments: 1, files: SMALL.size, isUsable: true });
    truncateSync(piece(cache, 'births.parquet'));
    expect(show(cache)).toMatchObject({ isUsable: false });
    clear(cache);
    expect(existsSync(cache)).toBe(false);
  });

  it('belongs to one run at a time', async () => {
    const { folder, cache } = await filled();
    const release = lockFolder(cache);
    await expect(readingOf(folder, cache)).rejects.toMatchObject({ key: 'lock.busy' });
    expect(() => clear(cache)).toThrow(expect.objectContaining({ key: 'lock.busy' }));
    release();
    await expectSame(folder, cache);
  });
});

function emptyFolder(): string {
  const folder = place();
  mkdirSync(folder);
  return folder;
}

function piece(cache: string, name: string): string {
  return path.join(cache, segments(cache)[0] as string, name);
}

function cut(file: string): void {
  truncateSync(file, Math.floor(statSync(file).size / 2));
}

function flip(file: string): void {
  const bytes = readFileSync(file);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] as number) ^ 1;
  writeFileSync(file, bytes);
}
