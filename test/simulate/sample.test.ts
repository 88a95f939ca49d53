import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inflateWhole } from '../../src/ingest/read/inflate.js';
import { checkedParts } from '../../src/ingest/read/zip.js';
import { optionsOf, type Truth } from '../../src/simulate/truth.js';
import { filesOf, world } from './world.js';

const ROOT = path.join(import.meta.dirname, '../..');
const SAMPLE = path.join(ROOT, 'samples/yunxi');
const OPTIONS = optionsOf(JSON.parse(readFileSync(path.join(SAMPLE, 'truth.json'), 'utf8')) as Truth);

/** What a file holds; of a workbook its parts, since compressors may differ from one version of Node to the next. */
async function contentOf(file: string): Promise<string> {
  const bytes = readFileSync(file);
  if (!file.endsWith('.xlsx')) return bytes.toString('latin1');
  const parts = await checkedParts(bytes);
  return parts.map((part) => `${part.name}\n${inflateWhole(part).toString('latin1')}`).join('\n');
}

describe('samples/yunxi', () => {
  it('is what the simulator writes; where it is not, `npm run sample` writes it anew', async () => {
    const { folder } = await world(OPTIONS);
    expect(filesOf(SAMPLE)).toEqual(expect.arrayContaining(filesOf(folder)));
    const stale = filesOf(folder).map(async (name) => {
      const [kept, written] = await Promise.all([SAMPLE, folder].map((at) => contentOf(path.join(at, name))));
      return kept === written ? [] : [name];
    });
    expect((await Promise.all(stale)).flat()).toEqual([]);
  });

  it.each(['docs/simulate.md', 'docs/simulate.zh-CN.md'])('is made by the command in %s', (page) => {
    const { people, communities, seed, faults, layout } = OPTIONS;
    const command = `plumbline simulate samples/yunxi --people ${people} --communities ${communities} --seed ${seed} --faults ${faults} --layout ${layout}`;
    expect(readFileSync(path.join(ROOT, page), 'utf8').replace(/\s+/g, ' ')).toContain(command);
  });
});
