import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { leftBehind } from './left.js';
import { run } from './program.js';

const MINUTES = 60_000;
const SAMPLE = 'samples/yunxi';

const { remote, warehouse } = inject('spark');
const folder = mkdtempSync(join(tmpdir(), 'plumbline-same-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => join(folder, name);
const bytes = (name: string) => readFileSync(at(name), 'latin1');
/** Audits, and expects findings. @returns the result as it was written */
async function check(out: string, ...words: string[]): Promise<string> {
  const { code, err } = await run('check', ...words, '--format', 'json', '--out', at(out), '--debug');
  // What is told with --debug is the only trace of what happened once in fifty runs.
  expect([code, code === 1 ? '' : err]).toEqual([1, '']);
  return bytes(out);
}
const filesIn = (out: string) =>
  readdirSync(at(out), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w+$/.test(name))
    .sort();

describe('an audit on Spark', () => {
  it(
    'gives the same bytes as here; so does one at the same time of a faulty district that was loaded, and its last month',
    async () => {
      const size = [
        '--people',
        '20000',
        '--communities',
        '6',
        '--seed',
        '7',
        '--faults',
        '0.02',
        '--format',
        'csv',
      ];
      await run('simulate', at('district'), ...size, '--previous');
      const loaded = at('读入 [1]');
      expect((await run('load', at('district/data'), '--to', loaded)).code).toBe(0);
      const district = ['--from', loaded, '--previous', at('district/previous')];
      const here = [await check('sample.json', SAMPLE), await check('district.json', ...district)];
      const there = await Promise.all([
        check('sample-there.json', SAMPLE, '--remote', remote),
        check('district-there.json', ...district, '--remote', remote),
      ]);
      expect(there.map((result, place) => result === here[place])).toEqual([true, true]);
      expect(await leftBehind(remote, warehouse)).toEqual([]);
    },
    20 * MINUTES,
  );

  it(
    'of a year gives the same files',
    async () => {
      const local = await run('yearend', SAMPLE, '--out', at('year-here'));
      const there = await run('yearend', SAMPLE, '--out', at('year-there'), '--remote', remote, '--debug');
      const said = there.code === local.code ? there.out.replaceAll('year-there', 'year-here') : there.err;
      expect([there.code, said]).toEqual([local.code, local.out]);
      expect(filesIn('year-here')).toContain('result.json');
      expect(filesIn('year-there')).toEqual(filesIn('year-here'));
      const differ = filesIn('year-here').filter(
        (name) => bytes(join('year-here', name)) !== bytes(join('year-there', name)),
      );
      expect(differ).toEqual([]);
    },
    20 * MINUTES,
  );
});
