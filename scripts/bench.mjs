/**
 * How fast an audit is and how much memory it takes, on invented districts, beside other people's programs on the same
 * files: a reader alone, and a small part of the audit in pandas. Prints where the time went and the ratios to the peers,
 * beside those of the stored baseline. It judges none of them: machines differ, ratios less so.
 *
 * Usage: npm run bench [-- --smoke] [--only FORMAT-PEOPLE] [--faults RATE] [--python PATH/TO/python] [--store]
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measure, measureProgram } from './measured.mjs';

const { values: asked } = parseArgs({
  options: {
    smoke: { type: 'boolean', default: false },
    only: { type: 'string' },
    faults: { type: 'string', default: '0.02' },
    python: { type: 'string', default: 'python3' },
    store: { type: 'boolean', default: false },
  },
});

const PEOPLE_PER_COMMUNITY = 3000;
const BIN = 'bin/plumbline.js';
const BASELINE = 'scripts/bench-baseline.json';
/** A ratio that is so much higher than the baseline's is marked. */
const NOTABLE = 1.1;

/** `marks`: the ratios to the peers that the project has set itself. */
const FULL = [
  { people: 90_000, format: 'csv', runs: 5, marks: { 'csv-parse': 2.2, pandas: 1 } },
  { people: 1_000_000, format: 'csv', runs: 1, marks: { 'csv-parse': 2 } },
  { people: 90_000, format: 'xlsx', runs: 3, marks: { exceljs: 1.1 } },
];
const SMOKE = [
  { people: 2000, format: 'csv', runs: 1, marks: {} },
  { people: 2000, format: 'xlsx', runs: 1, marks: {} },
];

const readBy = (peer) => (data) => measure(['scripts/peers/readers.mjs', peer, data]);
/** Who else works on the same files, by their format. */
const PEERS = {
  csv: {
    'csv-parse': readBy('csv-parse'),
    ...(hasPandas()
      ? { pandas: (data) => measureProgram(asked.python, ['scripts/peers/part_of_audit.py', data]) }
      : {}),
  },
  xlsx: { exceljs: readBy('exceljs') },
};

function hasPandas() {
  try {
    execFileSync(asked.python, ['-c', 'import pandas'], { stdio: 'ignore' });
    return true;
  } catch {
    console.log(`Without pandas: ${asked.python} is not there or does not have it (see docs/benchmarks.md).`);
    return false;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
process.on('SIGINT', () => process.exit(130));

/** The run in the middle by time. */
const middle = (runs) => runs.toSorted((a, b) => a.seconds - b.seconds)[runs.length >> 1];

/** Audits one invented district and has the peers work on it, in turns. */
async function bench({ people, format, runs }) {
  const district = join(folder, `${format}-${people}`);
  const communities = Math.max(2, Math.round(people / PEOPLE_PER_COMMUNITY));
  const invented = { people, communities, seed: 1, faults: asked.faults, format };
  const words = Object.entries(invented).flatMap(([name, value]) => [`--${name}`, String(value)]);
  await measure([BIN, 'simulate', district, ...words]);

  const data = join(district, 'data');
  const check = ['check', data, '--period', '2023', '--as-of', '2023-12-31', '--quiet', '--lang', 'en'];
  const out = ['--format', 'json', '--out', join(district, 'report.json')];
  const peers = Object.entries(PEERS[format]);
  const taken = { ours: [], ...Object.fromEntries(peers.map(([name]) => [name, []])) };
  for (let run = 0; run < runs; run++) {
    // The profile of the first run goes to standard error.
    const profile = run === 0 ? ['--timings'] : [];
    taken.ours.push(await measure([BIN, ...check, ...out, ...profile], [0, 1]));
    for (const [name, work] of peers) taken[name].push(await work(data));
  }
  const bytes = sizeOf(data);
  rmSync(district, { recursive: true });
  return {
    bytes,
    ours: middle(taken.ours),
    peers: peers.map(([name]) => ({ name, ...middle(taken[name]) })),
  };
}

/** Bytes of all files in a folder. */
function sizeOf(data) {
  const files = readdirSync(data, { recursive: true, encoding: 'utf8' }).map((name) =>
    statSync(join(data, name)),
  );
  return files.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
}

const LINE = [10, 8, 10, 10, 10, 14, 10, 10, 10, 10];
const print = (cells) => console.log(cells.map((cell, i) => String(cell).padStart(LINE[i])).join(''));

/** A line for each peer, with the ratio to it; and these ratios. */
function show({ people, format, marks }, { bytes, ours, peers }, baseline) {
  const ratios = {};
  for (const { name, seconds } of peers) {
    const ratio = Number((ours.seconds / seconds).toFixed(2));
    ratios[`${format}-${people} ${name}`] = ratio;
    const before = baseline[`${format}-${people} ${name}`];
    print([
      people.toLocaleString('en'),
      format,
      `${(bytes / 2 ** 20).toFixed(1)} MB`,
      `${ours.seconds.toFixed(2)} s`,
      `${ours.memory.toFixed(0)} MB`,
      name,
      `${seconds.toFixed(2)} s`,
      ratio.toFixed(2),
      marks[name] === undefined ? '' : marks[name].toFixed(2),
      before === undefined ? '' : `${before.toFixed(2)}${ratio > before * NOTABLE ? ' !' : ''}`,
    ]);
  }
  return ratios;
}

const baseline = JSON.parse(readFileSync(BASELINE, 'utf8'));
const worlds = (asked.smoke ? SMOKE : FULL).filter(
  ({ people, format }) => asked.only === undefined || asked.only === `${format}-${people}`,
);
print(['people', 'format', 'size', 'audit', 'peak', 'peer', 'peer', 'ratio', 'mark', 'baseline']);
const ratios = {};
for (const world of worlds) Object.assign(ratios, show(world, await bench(world), baseline));
if (asked.store) writeFileSync(BASELINE, `${JSON.stringify({ ...baseline, ...ratios }, null, 2)}\n`);
