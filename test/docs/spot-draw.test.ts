import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { drawSchema } from '../../src/model/draw.js';
import { run } from '../cli/fake.js';

const SEED = 'dice 3 1 4 1 5 9';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The pages show a draw from beginning to end, and every number in them is what anybody gets who follows. */
describe.each([
  ['en', 'docs/spot-draw.md'],
  ['zh', 'docs/spot-draw.zh-CN.md'],
])('the example in %s', (lang, path) => {
  let folder = '';
  let blocks: string[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plumbline-test-docs-'));
    const page = await readFile(path, 'utf8');
    blocks = [...page.matchAll(/```(?:csv|sh)?\n(.*?)```/gs)].map(([, block = '']) => block);
    await writeFile(join(folder, '家庭户卡.csv'), blocks[0] ?? '');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is the draw that comes out, and it holds', async () => {
    const file = join(folder, 'draw.json');
    const ledger = join(folder, '家庭户卡.csv');
    const count = ['--areas', '1', '--households', '2', '--reserves', '1'];
    const drawn = await run([
      'spot',
      'draw',
      ledger,
      '--seed',
      SEED,
      ...count,
      '--out',
      file,
      '--lang',
      lang,
    ]);
    const verified = await run(['spot', 'draw', ledger, '--verify', file, '--seed', SEED, '--lang', lang]);
    const { code } = JSON.parse(await readFile(file, 'utf8'));
    // The code changes with the version that drew, and the path with the folder.
    const shown = (text: string) => text.replaceAll(/\b[0-9a-f]{8}\b/g, code).replaceAll(/\s+/g, '');
    expect(shown(drawn.out.replace(file, 'draw.json'))).toBe(shown(blocks[2] ?? ''));
    expect(shown(verified.out)).toBe(shown(blocks[9] ?? ''));
    const frame = await readFile(join(folder, 'draw.frame'), 'utf8');
    expect(blocks[2]).toContain(sha256(frame));
  });

  it('is calculated by hand as the page says', () => {
    const hex = sha256(`${sha256(SEED)}西山社区#H02`).toUpperCase();
    const digits = [...BigInt(`0x${hex}`).toString()].reverse().join('');
    expect(blocks[4]?.trim()).toBe(hex);
    expect(blocks[5]).toContain(hex);
    expect(blocks[6]?.trim()).toBe(digits);
    const all = ['H01', 'H02', 'H03', 'H04'].map((number) => {
      const name = `西山社区#${number}`;
      const backwards = [...BigInt(`0x${sha256(sha256(SEED) + name)}`).toString()].reverse().join('');
      return `0.${backwards.slice(0, 9)} ${name}`;
    });
    expect(blocks[8]?.trim().split('\n')).toEqual(all.sort());
  });
});

it('docs/plumbline.draw.schema.json is current', async () => {
  const schema = z.toJSONSchema(drawSchema, { io: 'input' });
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
    '../../docs/plumbline.draw.schema.json',
  );
});
