import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** What `npm test` has built: building here would pull the files from under other tests. */
export const BIN = new URL('../../bin/plumbline.js', import.meta.url).pathname;

export interface Done {
  code: number | null;
  out: string;
  err: string;
}

/** A folder of a test file, gone with it, and in it the temporary folder of programs that it starts. */
export function testFolder(): { folder: string; temporary: string } {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-test-e2e-'));
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  afterAll(() => rm(folder, { recursive: true }));
  return { folder, temporary };
}

interface Surroundings {
  cwd: string;
  /** The child's temporary folder: nothing may stay in it. */
  temporary: string;
  /** May interfere with the child. */
  during?: ((child: ChildProcess) => void) | undefined;
  env?: NodeJS.ProcessEnv;
}

/** Starts a program as a user does, and waits until it has ended. */
export function started(
  program: string,
  argv: string[],
  { cwd, temporary, during, env: more }: Surroundings,
): Promise<Done> {
  const env = { ...process.env, TMPDIR: temporary, NO_COLOR: '', FORCE_COLOR: '', ...more };
  const child = spawn(program, argv, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const done = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    done.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    done.err += text;
  });
  during?.(child);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...done })));
}

export const HEADER = '社区,婴儿姓名,婴儿性别,出生日期,孩次,母亲姓名,母亲身份证号';
export const BIRTHS = [
  '朝阳社区,张一,女,2023-05-03,1,王芳,230191198503071245',
  '红旗社区,李二,男,2023-06-01,1,赵敏,230192199001012342',
];
/** The births as another point has them that differs in the date of one. */
export const DIFFERENT_DATE = BIRTHS.map((row) => row.replace('2023-05-03', '2023-05-08'));

/** Writes two points with two births, on which they agree unless the system has others. */
export async function writeDistrict(data: string, inSystem: readonly string[] = BIRTHS): Promise<string> {
  for (const [point, births] of [
    ['台账', BIRTHS],
    ['信息系统', inSystem],
  ] as const) {
    await mkdir(join(data, point), { recursive: true });
    await writeFile(join(data, point, '出生登记.csv'), [HEADER, ...births, ''].join('\n'));
  }
  return data;
}
