import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { lockFolder } from '../../src/files/lock.js';
import { codeHash } from '../../src/ingest/cache/code.js';
import { readContents, writeContents } from '../../src/ingest/cache/contents.js';
import { readSources } from '../../src/ingest/read/read.js';
import { checkedJson, run } from './fake.js';

vi.mock('../../src/ingest/read/read.js', { spy: true });

const WORLD = 'test/worlds/messy';
const FILES = ['医院/医院出生名单.csv', '台账/红旗社区.xlsx'];
const root = mkdtempSync(join(tmpdir(), 'plumbline-load-'));
const ledgers = join(root, '资料');
const loaded = join(root, 'loaded');
afterAll(() => rmSync(root, { recursive: true, force: true }));

beforeAll(async () => {
  for (const file of FILES) cpSync(join(WORLD, file), join(ledgers, file));
  const done = await run(['load', ledgers, '--to', loaded]);
  expect(done).toMatchObject({ code: 0, err: '' });
  expect(done.out).toContain(`plumbline check --from ${loaded}`);
});

describe('what was loaded', () => {
  it('is open to its owner only', () => {
    expect(statSync(loaded).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(loaded, { recursive: true, withFileTypes: true }))
      if (name.isFile()) expect(statSync(join(name.parentPath, name.name)).mode & 0o777).toBe(0o600);
  });

  it('is read again only where a file has changed', async () => {
    const [again, file] = [join(root, 'again'), join(ledgers, '医院', '医院出生名单.csv')];
    await run(['load', ledgers, '--to', again]);
    vi.mocked(readSources).mockClear();
    appendFileSync(file, '\n');
    expect(await run(['load', ledgers, '--to', again])).toMatchObject({ code: 0 });
    const read = vi.mocked(readSources).mock.calls.map(([[source]]) => source?.path);
    expect(read).toEqual(['医院/医院出生名单.csv']);
    expect(await checkedJson('--from', again)).toBe(await checkedJson(ledgers));
  });

  it('may be audited without the files that were refused, if asked', async () => {
    const [folder, to] = [join(root, 'partly'), join(root, 'partly-loaded')];
    cpSync(join(ledgers, '医院'), folder, { recursive: true });
    writeFileSync(join(folder, '登记.xls'), 'not a workbook');
    expect(await run(['load', folder, '--to', to])).toMatchObject({ code: 2 });
    expect(existsSync(join(to, 'plumbline-load.gz'))).toBe(false);
    const partly = await run(['load', folder, '--to', to, '--keep-going']);
    expect(partly.code).toBe(3);
    expect(partly.err).toContain('登记.xls');
    const refused = await run(['check', '--from', to]);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain('登记.xls');
    expect((await run(['check', '--from', to, '--keep-going'])).code).toBe(3);
  });
});

describe('what cannot be used ends in 2, with a sentence and no report', () => {
  const copies = { count: 0 };
  /** A copy of the loaded folder that a test may spoil. */
  const copy = () => {
    const folder = join(root, `copy-${copies.count++}`);
    cpSync(loaded, folder, { recursive: true });
    return folder;
  };
  const segmentOf = (folder: string) =>
    join(folder, readdirSync(folder).find((name) => name.startsWith('plumbline-segment')) ?? '');
  const withConfig = (text: string) => {
    const file = join(root, 'plumbline.yaml');
    writeFileSync(file, text);
    return file;
  };

  it.each<[string, string, () => string[]]>([
    ['nothing was loaded', '没有读入', () => ['check', '--from', join(root, 'nowhere')]],
    [
      'loading was killed',
      '没有读完',
      () => {
        const folder = copy();
        rmSync(join(folder, 'plumbline-load.gz'));
        return ['check', '--from', folder];
      },
    ],
    [
      'rows were changed',
      '已损坏',
      () => {
        const folder = copy();
        appendFileSync(join(segmentOf(folder), 'births.parquet'), 'x');
        return ['check', '--from', folder];
      },
    ],
    [
      'the manifest is cut',
      '已损坏',
      () => {
        const folder = copy();
        truncateSync(join(folder, 'plumbline-load.gz'), 400);
        return ['check', '--from', folder];
      },
    ],
    [
      'another version loaded it',
      '另一版本',
      () => {
        const folder = copy();
        const contents = readContents(folder, codeHash());
        if (typeof contents === 'string') throw new Error(contents);
        writeContents(folder, { ...contents, code: 'another' });
        return ['check', '--from', folder];
      },
    ],
    [
      'the configuration reads otherwise',
      '配置',
      () => ['check', '--from', loaded, '--config', withConfig('year_start: 10\n')],
    ],
    ['files are named as well', '二者只能写一样', () => ['check', ledgers, '--from', loaded]],
    ['nothing is named', '还缺', () => ['check']],
    [
      'files are to be marked',
      '--annotate',
      () => ['check', '--from', loaded, '--annotate', join(root, 'm')],
    ],
    ['it is to be a cache', '不能又作', () => ['check', ledgers, '--cache', loaded]],
    [
      'the folder lies in the ledgers',
      join('资料', 'x'),
      () => ['load', ledgers, '--to', join(ledgers, 'x')],
    ],
    [
      'others can write there',
      'chmod go-w',
      () => {
        const folder = join(root, 'shared');
        mkdirSync(folder);
        chmodSync(folder, 0o777);
        return ['load', ledgers, '--to', folder];
      },
    ],
    ['nobody says where to', '--to', () => ['load', ledgers]],
  ])('%s', async (_, said, words) => {
    const done = await run(words());
    expect(done).toMatchObject({ code: 2, out: '' });
    expect(done.err).toContain(said);
  });

  it('another run is at work there', async () => {
    const folder = copy();
    const release = lockFolder(folder);
    const done = await run(['load', ledgers, '--to', folder]);
    release();
    expect(done).toMatchObject({ code: 2, out: '' });
  });

  it('what a configuration says of other things may change after loading', async () => {
    const config = withConfig('population: present\n');
    const dates = ['--rule', 'format/future-date'];
    expect((await run(['check', '--from', loaded, '--config', config, ...dates])).code).not.toBe(2);
  });
});
