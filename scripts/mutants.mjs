// How well the tests hold a room: changes its code in one place, runs the tests that should notice, and counts who did not.
// `npm run mutants <room> [--sample N] [--seed N] [--only id,…] [--stages 1,…] [--list]`: an id is file:line:place, or
// a file for all of its own. Works on a copy of the project.
import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { mutantsOf } from './mutate.mjs';

/**
 * Folders of a room, and the tests that should notice, in stages: quick ones first, the next where those were silent.
 * `cases` says which cases of the rules a stage audits; `but`, which tests it leaves out.
 */
const TOGETHER = { tests: ['test/rules/cases.test.ts'], cases: 'together' };
const ALONE = 'test/slow/cases-alone.test.ts';
const OTHERS = { tests: ['test/rules/cases.test.ts', ALONE], cases: 'others' };
const AUDITS = {
  tests: ['test/report/sample.test.ts', 'test/audit', 'test/findings', 'test/simulate/clean.test.ts'],
};
const ROOMS = {
  match: {
    src: ['src/match'],
    stages: [TOGETHER, { tests: ['test/match', 'test/slow/placing.test.ts'] }, OTHERS, AUDITS],
  },
  rules: {
    src: ['src/rules'],
    stages: [{ tests: ['test/rules'], but: ['test/rules/cases.test.ts'] }, TOGETHER, OTHERS, AUDITS],
  },
  measure: {
    src: ['src/measure'],
    stages: [
      { tests: ['test/measure', 'test/rules/thresholds.test.ts'], but: ['test/measure/published.test.ts'] },
      { tests: ['test/rules/cases.test.ts', ALONE], cases: 'totals/' },
      { tests: ['test/report', 'test/measure/published.test.ts'] },
      OTHERS,
      AUDITS,
    ],
  },
  normalise: {
    src: ['src/ingest/normalise', 'src/keys'],
    stages: [
      { tests: ['test/ingest/normalise', 'test/keys'] },
      TOGETHER,
      { tests: ['test/ingest/read', 'test/ingest/points-asked.test.ts', 'test/simulate'] },
      OTHERS,
      AUDITS,
    ],
  },
  statistics: {
    src: ['src/statistics'],
    stages: [{ tests: ['test/statistics'] }, { tests: ['test/measure', 'test/spot', 'test/report'] }, OTHERS],
  },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    stages: { type: 'string' },
    list: { type: 'boolean', default: false },
  },
});
const room = ROOMS[positionals[0]];
if (!room) throw new Error(`one of ${Object.keys(ROOMS).join(', ')}`);

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const files = room.src.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.d)\.ts$/.test(file))
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .sort(),
);
const all = files.flatMap((file) => mutantsOf(file, readFileSync(file, 'utf8')));

function chosen() {
  if (values.only) {
    const wanted = values.only.split(',');
    return all.filter(({ id }) => wanted.some((one) => id === one || id.startsWith(`${one}:`)));
  }
  if (values.list && !values.sample) return all;
  const random = numbers(Number(values.seed));
  const drawn = all.map((mutant) => ({ mutant, at: random() })).sort((a, b) => a.at - b.at);
  return drawn.slice(0, Number(values.sample ?? 60)).map(({ mutant }) => mutant);
}

if (values.list) {
  for (const { id, was, now } of chosen()) console.log(`${id}  ${was} → ${now}`);
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'plumbline-mutants-'));
let child;
process.on('exit', () => {
  if (child?.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));
const listed = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
for (const file of execFileSync('git', listed, { encoding: 'utf8' }).split('\0').filter(existsSync)) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  cpSync(file, join(folder, file));
}
symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));

/** The files that a file of the project imports. */
const imports = new Map();
function importsOf(file) {
  if (!imports.has(file)) {
    const named = readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport\(?)\s*'(\.[^']+)'/g);
    const found = [...named].map(([, to]) => join(dirname(file), to).replace(/\.js$/, '.ts'));
    imports.set(file, found.filter(existsSync));
  }
  return imports.get(file);
}

/** Whether a test file loads a source file. */
function reaches(test, file) {
  const seen = new Set([test]);
  for (const one of seen) for (const next of importsOf(one)) seen.add(next);
  return seen.has(file);
}

/** The test files of a stage that load the file that is changed: the others cannot notice. */
function testsOf({ tests, but = [] }, file) {
  const named = tests.flatMap((path) =>
    statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name))
      : [path],
  );
  return named.filter((test) => test.endsWith('.test.ts') && !but.includes(test) && reaches(test, file));
}

/** What a loop without end is given, in milliseconds: the time that the stage takes without a change, several times over. */
const [LEAST_WAIT, TIMES, LONGEST_WAIT] = [60_000, 8, 900_000];
/** What has been transformed once is kept: but for the changed file, a run only loads. */
const KEPT = ['--experimental.fsModuleCache', `--experimental.fsModuleCachePath=${join(folder, '.kept')}`];

/** Whether tests fail, or do not come to an end: a loop without one is noticed too. */
function fails(tests, cases = '', wait = LONGEST_WAIT) {
  const vitest = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'quick',
    '--project',
    'slow',
    '--bail',
    '1',
  ];
  const env = { ...process.env, CASES_OF: cases };
  const options = { cwd: folder, stdio: 'ignore', detached: true, env };
  child = spawn(process.execPath, [...vitest, ...KEPT, ...tests], options);
  const end = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), wait);
  return new Promise((done) => {
    child.on('exit', (status) => {
      clearTimeout(end);
      done(status !== 0);
    });
  });
}

/** The mutants of which a stage of the tests takes no notice. */
async function silent(stage, n, mutants) {
  const all = [...new Set(mutants.flatMap(({ file }) => testsOf(stage, file)))];
  const begun = performance.now();
  if (all.length > 0 && (await fails(all, stage.cases)))
    throw new Error(`stage ${n} fails before anything is changed`);
  const wait = Math.max(LEAST_WAIT, TIMES * (performance.now() - begun));
  const left = [];
  for (const mutant of mutants) {
    const { id, file, was, now, text } = mutant;
    const tests = testsOf(stage, file);
    const before = readFileSync(join(folder, file));
    writeFileSync(join(folder, file), text);
    const killed = tests.length > 0 && (await fails(tests, stage.cases, wait));
    writeFileSync(join(folder, file), before);
    if (!killed) left.push(mutant);
    console.log(`${killed ? 'killed' : 'silent'} ${n}  ${id}  ${was} → ${now}`);
  }
  return left;
}

const mutants = chosen();
let survivors = mutants;
const asked = values.stages?.split(',') ?? Object.keys(room.stages).map((n) => Number(n) + 1);
for (const n of asked) survivors = await silent(room.stages[n - 1], n, survivors);
for (const { id, was, now } of survivors) console.log(`SURVIVED  ${id}  ${was} → ${now}`);
const killed = mutants.length - survivors.length;
console.log(`${killed} of ${mutants.length} killed (of ${all.length} that there are)`);
if (survivors.length > 0) console.log(`--only ${survivors.map(({ id }) => id).join(',')}`);
