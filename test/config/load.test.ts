import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/config/defaults.js';
import { loadConfig } from '../../src/config/load.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-config-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(name: string, content: string | Uint8Array): Promise<string> {
  await mkdir(join(folder, name, '..'), { recursive: true });
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

it('holds the defaults where there is no file', async () => {
  expect(await loadConfig(undefined, [folder, join(folder, 'absent')])).toBe(DEFAULT_CONFIG);
});

it('looks into the folders in order, past paths that are no folder', async () => {
  const file = await write('births.csv', '');
  const path = await write('b/plumbline.yaml', 'population: present');
  await write('c/plumbline.yaml', 'population: registered');
  const config = await loadConfig(undefined, [file, join(folder, 'a'), join(folder, 'b'), join(folder, 'c')]);
  expect(config).toMatchObject({ path, population: 'present' });
});

it('prefers the named file, which must exist', async () => {
  await write('plumbline.yaml', 'population: present');
  const other = await write('other.yaml', 'year_start: 10');
  expect(await loadConfig(other, [folder])).toMatchObject({ population: 'registered', yearStart: 10 });
  await expect(loadConfig(join(folder, 'gone.yaml'), [folder])).rejects.toMatchObject({
    key: 'config.absent',
  });
  await expect(loadConfig(folder, [])).rejects.toMatchObject({ key: 'config.unreadable' });
});

it('reads GB18030 and UTF-8 with a byte order mark', async () => {
  const gb = await write(
    'gb.yaml',
    Uint8Array.from([...Buffer.from('communities: ['), 0xba, 0xcd, 0xc6, 0xbd, 0x5d]),
  );
  const marked = await write('bom.yaml', '\uFEFFcommunities: [和平]');
  for (const path of [gb, marked]) {
    expect((await loadConfig(path, [])).communities).toEqual([{ name: '和平', synonyms: [] }]);
  }
});
