import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MANIFEST, ResultSet, type SetFile } from '../../src/commands/write-set.js';

let folder: string;
let work: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-set-'));
  work = join(folder, '.work');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string): SetFile => ({
  name,
  render: async () => ({ kind: 'text', chunks: [text] }),
});
const workbook = (name: string, rows: Iterable<string[]>): SetFile => ({
  name,
  render: async () => ({ kind: 'workbook', sheets: [{ name: '表', rows }] }),
});
const broken: SetFile = { name: 'b.txt', render: () => Promise.reject(new Error('no')) };
const set = () => new ResultSet(folder, work, 'en');
const write = (...files: SetFile[]) => set().write(files, { schema: 'x' }, () => {});
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const names = () =>
  readdirSync(folder)
    .filter((name) => name !== '.work')
    .sort();

describe('a set of results', () => {
  it('is put in place with a manifest of all files', async () => {
    await write(file('a.txt', 'one'), file('b.txt', 'two'));
    expect(names()).toEqual(['a.txt', 'b.txt', MANIFEST]);
    expect(JSON.parse(read(MANIFEST))).toEqual({
      schema: 'x',
      files: [
        {
          name: 'a.txt',
          bytes: 3,
          sha256: '7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed',
        },
        {
          name: 'b.txt',
          bytes: 3,
          sha256: '3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3',
        },
      ],
    });
    expect(readdirSync(work)).toEqual([]);
  });

  it('replaces the old one, takes away what it no longer has, and leaves alone what is not its own', async () => {
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    await write(file('a.txt', 'one'), file('b.txt', 'two'));
    await write(file('a.txt', 'three'));
    expect(names()).toEqual(['a.txt', MANIFEST, 'notes.txt']);
    expect(read('a.txt')).toBe('three');
  });

  it('leaves the old one whole where a file cannot be made', async () => {
    await write(file('a.txt', 'one'), file('b.txt', 'two'));
    const before = read(MANIFEST);
    await expect(write(file('a.txt', 'three'), broken)).rejects.toThrow('no');
    expect([read('a.txt'), read('b.txt'), read(MANIFEST)]).toEqual(['one', 'two', before]);
    expect(existsSync(join(work, 'next'))).toBe(false);
  });

  it('leaves the old one whole where a workbook fails while other files are written', async () => {
    function* failing() {
      yield ['甲'];
      throw new Error('no more');
    }
    await write(file('a.txt', 'one'), workbook('b.xlsx', [['甲']]));
    const before = [read('b.xlsx'), read(MANIFEST)];
    await expect(write(workbook('b.xlsx', failing()), file('a.txt', 'three'))).rejects.toThrow('no more');
    expect([read('a.txt'), read('b.xlsx'), read(MANIFEST)]).toEqual(['one', ...before]);
    expect(existsSync(join(work, 'next'))).toBe(false);
  });

  it('tells of files in their order, workbooks among them', async () => {
    const told: string[] = [];
    const files = [workbook('a.xlsx', [['甲']]), file('b.txt', 'two'), workbook('c.xlsx', [['乙']])];
    await set().write(files, {}, (name) => told.push(name));
    expect(told).toEqual(['a.xlsx', 'b.txt', 'c.xlsx']);
    const { files: listed } = JSON.parse(read(MANIFEST)) as { files: { name: string }[] };
    expect(listed.map(({ name }) => name)).toEqual(told);
  });

  it('takes away what an interrupted run had not finished', () => {
    mkdirSync(join(work, 'next'), { recursive: true });
    writeFileSync(join(work, 'next', 'a.txt'), 'half');
    expect(set().takeUp()).toBe(false);
    expect(readdirSync(work)).toEqual([]);
  });

  it.each([0, 1, 2])('puts a whole set in place of which %i files were already', async (moved) => {
    await write(file('a.txt', 'one'), file('b.txt', 'two'), file('old.txt', 'old'));
    const next = join(work, 'next');
    mkdirSync(next, { recursive: true });
    const files = [{ name: 'a.txt' }, { name: 'b.txt' }];
    for (const { name } of files) writeFileSync(join(next, name), 'new');
    writeFileSync(join(next, MANIFEST), JSON.stringify({ files }));
    for (const { name } of files.slice(0, moved)) renameSync(join(next, name), join(folder, name));
    expect(set().takeUp()).toBe(true);
    expect(names()).toEqual(['a.txt', 'b.txt', MANIFEST]);
    expect([read('a.txt'), read('b.txt')]).toEqual(['new', 'new']);
    expect(JSON.parse(read(MANIFEST))).toEqual({ files });
  });

  it('deletes nothing by a manifest that leads out of the folder', async () => {
    const outside = join(folder, '..', 'plumbline-outside.txt');
    writeFileSync(outside, 'mine');
    writeFileSync(join(folder, MANIFEST), JSON.stringify({ files: [{ name: '../plumbline-outside.txt' }] }));
    await write(file('a.txt', 'one'));
    expect(readFileSync(outside, 'utf8')).toBe('mine');
    rmSync(outside);
  });

  it('says what cannot be written, and why', async () => {
    mkdirSync(join(folder, 'a.txt'));
    await expect(write(file('a.txt', 'one'))).rejects.toMatchObject({ key: 'cli.cannot-write' });
  });
});
