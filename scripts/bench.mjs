/**
 * How fast an audit is and how much memory it takes, on invented districts, beside other people's readers alone on
 * the same files. Prints figures and judges none of them: machines differ, ratios less so.
 *
 * Usage: npm run bench [-- --smoke] [--faults RATE]
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measure } from './measured.mjs';

const { values: asked } = parseArgs({
  options: { smoke: { type: 'boolean', default: false }, faults: { type: 'string', default: '0.02' } },
});

const PEOPLE_PER_COMMUNITY = 3000;
const BIN = 'bin/plumbline.js';

/** `mark`: the ratio to the peer that the project has set itself. */
const FULL = [
  { people: 90_000, format: 'csv', runs: 3, mark: 4 },
  { people: 900_000, format: 'csv', runs: 1, mark: 3 },
  { people: 1_000_000, format: 'csv', runs: 1, mark: 3 },
  { people: 90_000, format: 'xlsx', runs: 3, mark: 1.5 },
];
const SMOKE = [
  { people: 2000, format: 'csv', runs: 1 },
  { people: 5000, format: 'csv', runs: 1 },
  { people: 2000, format: 'xlsx', runs: 1 },
];

const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
process.on('SIGINT', () => process.exit(130));

/** The run in the middle by time. */
const middle = (runs) => runs.toSorted((a, b) => a.seconds - b.seconds)[runs.length >> 1];

/** Audits one invented district and has the peer read it, in turns. */
async function bench({ people, format, runs, mark }) {
  const district = join(folder, `${format}-${people}`);
  const communities = Math.max(2, Math.round(people / PEOPLE_PER_COMMUNITY));
  const invented = { people, communities, seed: 1, faults: asked.faults, format };
  await measure([
    BIN,
    'simulate',
    district,
    ...Object.entries(invented).flatMap(([k, v]) => [`--${k}`, String(v)]),
  ]);

  const data = join(district, 'data');
  const out = join(district, 'report.json');
  const check = [
    BIN,
    'check',
    data,
    '--period',
    '2023',
    '--as-of',
    '2023-12-31',
    '--quiet',
    '--format',
    'json',
  ];
  const peer = format === 'csv' ? 'csv-parse' : 'exceljs';
  const ours = [];
  const theirs = [];
  for (let run = 0; run < runs; run++) {
    ours.push(await measure([...check, '--out', out], [0, 1]));
    theirs.push(await measure(['scripts/peers.mjs', peer, data]));
  }
  const result = {
    people,
    format,
    peer,
    mark,
    bytes: sizeOf(data),
    ours: middle(ours),
    theirs: middle(theirs),
  };
  rmSync(district, { recursive: true });
  return result;
}

/** Bytes of all files in a folder. */
function sizeOf(data) {
  const files = readdirSync(data, { recursive: true, encoding: 'utf8' }).map((name) =>
    statSync(join(data, name)),
  );
  return files.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
}

const LINE = [10, 8, 10, 10, 10, 10, 10, 20];
const print = (cells) => console.log(cells.map((cell, i) => String(cell).padStart(LINE[i])).join(''));

function show({ people, format, peer, mark, bytes, ours, theirs }) {
  const ratio = (ours.seconds / theirs.seconds).toFixed(2);
  print([
    people.toLocaleString('en'),
    format,
    `${(bytes / 2 ** 20).toFixed(1)} MB`,
    `${ours.seconds.toFixed(2)} s`,
    `${ours.memory.toFixed(0)} MB`,
    `${theirs.seconds.toFixed(2)} s`,
    `${ratio} ×`,
    mark ? `${peer}, mark ${mark} ×` : peer,
  ]);
}

/** Time against ten times the input, where both were measured. */
function showGrowth(results) {
  for (const small of results) {
    const large = results.find(
      ({ format, people }) => format === small.format && people === small.people * 10,
    );
    if (!large) continue;
    const growth = (large.ours.seconds / small.ours.seconds).toFixed(2);
    console.log(`\nTen times the input (${small.people} → ${large.people}): ${growth} × the time, mark 11 ×`);
  }
}

print(['people', 'format', 'size', 'audit', 'peak', 'peer', 'ratio', '']);
const results = [];
for (const world of asked.smoke ? SMOKE : FULL) {
  results.push(await bench(world));
  show(results.at(-1));
}
showGrowth(results);
