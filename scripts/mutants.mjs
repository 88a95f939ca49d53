// How well the tests hold a room: changes its code in one place, runs the tests that should notice, and counts who did not.
// `npm run mutants <room> [--sample N] [--seed N] [--only id,…] [--list]`. Works on a copy of the project.
import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { mutantsOf } from './mutate.mjs';

/** Folders of a room, and the tests that should notice: quick ones first, the next where those were silent. */
const CASES = ['test/rules/cases.test.ts'];
const AUDITS = ['test/report/sample.test.ts', 'test/audit', 'test/findings', 'test/simulate/clean.test.ts'];
const READING = ['test/ingest/read', 'test/ingest/points-asked.test.ts', 'test/simulate'];
const ROOMS = {
  match: { src: ['src/match'], tests: [['test/match'], CASES, AUDITS] },
  rules: { src: ['src/rules'], tests: [CASES, ['test/rules'], AUDITS], byFamily: true },
  measure: {
    src: ['src/measure'],
    tests: [['test/measure', 'test/rules/thresholds.test.ts', 'test/report'], CASES, AUDITS],
  },
  normalise: {
    src: ['src/ingest/normalise', 'src/keys'],
    tests: [['test/ingest/normalise', 'test/keys'], READING, CASES, AUDITS],
  },
  statistics: {
    src: ['src/statistics'],
    tests: [['test/statistics'], ['test/measure', 'test/spot', 'test/report'], CASES],
  },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
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
  if (values.only) return all.filter(({ id }) => values.only.split(',').includes(id));
  const random = numbers(Number(values.seed));
  const drawn = all.map((mutant) => ({ mutant, at: random() })).sort((a, b) => a.at - b.at);
  return drawn.slice(0, Number(values.sample)).map(({ mutant }) => mutant);
}

if (values.list) {
  for (const { id, was, now } of chosen()) console.log(`${id}  ${was} → ${now}`);
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'plumbline-mutants-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));
const listed = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
for (const file of execFileSync('git', listed, { encoding: 'utf8' }).split('\0').filter(existsSync)) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  cpSync(file, join(folder, file));
}
symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));

const WAIT = 300_000;

/** Whether tests fail, or do not come to an end: a loop without one is noticed too. */
function fails(tests, env = {}) {
  const run = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'quick', '--bail', '1', ...tests];
  const options = { cwd: folder, stdio: 'ignore', detached: true, env: { ...process.env, ...env } };
  const child = spawn(process.execPath, run, options);
  const end = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), WAIT);
  return new Promise((done) => {
    child.on('exit', (status) => {
      clearTimeout(end);
      done(status !== 0);
    });
  });
}

/** Which stage of the tests notices, from 1 on; 0 where none does. A rule is held by the cases of its own family first. */
async function noticed(file = '') {
  const [, family] = /^src\/rules\/(\w+)\//.exec(file) ?? [];
  const cases = `test/rules/cases/${family}.ts`;
  if (room.byFamily && existsSync(cases) && (await fails(CASES, { CASES_OF: `${family}/` }))) return 1;
  for (const [n, tests] of room.tests.entries()) if (await fails(tests)) return n + 1;
  return 0;
}

if ((await noticed()) > 0) throw new Error('the tests fail before anything is changed');
const survivors = [];
for (const { id, file, was, now, text } of chosen()) {
  const before = readFileSync(file, 'utf8');
  writeFileSync(join(folder, file), text);
  const stage = await noticed(file);
  writeFileSync(join(folder, file), before);
  if (stage === 0) survivors.push(id);
  console.log(`${stage === 0 ? 'SURVIVED' : `killed ${stage}`}  ${id}  ${was} → ${now}`);
}
const n = chosen().length;
console.log(`${n - survivors.length} of ${n} killed (of ${all.length} that there are)`);
if (survivors.length > 0) console.log(`--only ${survivors.join(',')}`);
