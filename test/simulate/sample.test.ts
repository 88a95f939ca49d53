import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOf, world } from './world.js';

describe('samples/yunxi', () => {
  it('is what the simulator writes (docs/simulate.md says how)', async () => {
    const sample = path.join(import.meta.dirname, '../../samples/yunxi');
    const options = { people: 1200, communities: 3, seed: 131, faults: 0.15 };
    const { folder } = await world({ ...options, layout: 'messy', format: 'xlsx' });
    expect(filesOf(sample)).toEqual(expect.arrayContaining(filesOf(folder)));
    // workbooks are compressed, and compressors may differ from one version of Node to the next
    const texts = filesOf(folder).filter((name) => !name.endsWith('.xlsx'));
    for (const name of texts) {
      const same = readFileSync(path.join(sample, name)).equals(readFileSync(path.join(folder, name)));
      expect([name, same]).toEqual([name, true]);
    }
  });
});
