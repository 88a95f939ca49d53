import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { optionsOf, type Truth } from '../../src/simulate/truth.js';
import { filesOf, world } from './world.js';

const ROOT = path.join(import.meta.dirname, '../..');
const SAMPLE = path.join(ROOT, 'samples/yunxi');
const OPTIONS = optionsOf(JSON.parse(readFileSync(path.join(SAMPLE, 'truth.json'), 'utf8')) as Truth);

describe('samples/yunxi', () => {
  it('is what the simulator writes; where it is not, `npm run sample` writes it anew', async () => {
    const { folder } = await world(OPTIONS);
    expect(filesOf(SAMPLE)).toEqual(expect.arrayContaining(filesOf(folder)));
    // workbooks are compressed, and compressors may differ from one version of Node to the next
    const texts = filesOf(folder).filter((name) => !name.endsWith('.xlsx'));
    const stale = texts.filter(
      (name) => !readFileSync(path.join(SAMPLE, name)).equals(readFileSync(path.join(folder, name))),
    );
    expect(stale).toEqual([]);
  });

  it.each(['docs/simulate.md', 'docs/simulate.zh-CN.md'])('is made by the command in %s', (page) => {
    const { people, communities, seed, faults, layout } = OPTIONS;
    const command = `plumbline simulate samples/yunxi --people ${people} --communities ${communities} --seed ${seed} --faults ${faults} --layout ${layout}`;
    expect(readFileSync(path.join(ROOT, page), 'utf8').replace(/\s+/g, ' ')).toContain(command);
  });
});
