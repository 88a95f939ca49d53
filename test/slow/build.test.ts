import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);

/** The sources, where they can be changed. */
let folder: string;
/** What the last build left. */
let mark: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-build-'));
  for (const part of ['src', 'scripts', 'package.json']) {
    await cp(part, join(folder, part), { recursive: true });
  }
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  mark = await built();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Builds, and gives the mark of the code that decides about reading. */
async function built(): Promise<string> {
  await run(process.execPath, ['scripts/build.mjs'], { cwd: folder });
  return readFile(join(folder, 'dist/reading.sha256'), 'utf8');
}

/** The mark before and after a statement more in a file. */
async function marks(file: string): Promise<[string, string]> {
  const before = mark;
  await appendFile(join(folder, 'src', file), '\nglobalThis.name = "another";\n');
  mark = await built();
  return [before, mark];
}

describe('what decides whether a kept row may be used', () => {
  it.each(['ingest/normalise/date.ts', 'keys/name.ts', 'registers/births.ts', 'ingest/read/csv.ts'])(
    'changes with %s',
    async (file) => {
      const [before, after] = await marks(file);
      expect(before).toMatch(/^[0-9a-f]{64}$/);
      expect(after).not.toBe(before);
    },
  );

  it.each(['messages/cli.ts', 'report/terminal.ts', 'match/match.ts', 'rules/run.ts'])(
    'stays with %s',
    async (file) => {
      const [before, after] = await marks(file);
      expect(after).toBe(before);
    },
  );
});

describe('a build', () => {
  it('deletes what an earlier one has left', async () => {
    await writeFile(join(folder, 'dist/left-over.js'), '');
    await built();
    expect(await readdir(join(folder, 'dist'))).not.toContain('left-over.js');
  });

  it('names the licence of every library in it', async () => {
    const text = await readFile(join(folder, 'dist/LICENSES.txt'), 'utf8');
    for (const name of ['commander', 'csv-parse', 'exceljs', 'hucre', '@duckdb/node-api', 'echarts']) {
      expect(text).toMatch(new RegExp(`^${name} [0-9].*\\n\\n\\S`, 'm'));
    }
  });
});
