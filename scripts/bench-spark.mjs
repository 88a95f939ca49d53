/**
 * The same audit on both engines, side by side: seconds and statements of each phase. It judges no time, except that the
 * results must be the same bytes.
 *
 * Usage: npm run bench:spark -- --remote sc://HOST:PORT [--people N]… [--faults RATE]
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';

const { values: asked } = parseArgs({
  options: {
    remote: { type: 'string' },
    people: { type: 'string', multiple: true, default: ['20000', '200000'] },
    faults: { type: 'string', default: '0.005' },
  },
});

const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-spark-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const district = join(folder, 'district');
const PEOPLE_PER_COMMUNITY = 4000;

/** Runs the program. @returns what it wrote to standard error */
function plumbline(...words) {
  const child = spawn(process.execPath, ['bin/plumbline.js', ...words, '--lang', 'en'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let text = '';
  child.stderr.on('data', (chunk) => (text += chunk));
  return new Promise((resolve, reject) =>
    child.on('close', (code) => (code > 1 || code === null ? reject(new Error(text)) : resolve(text))),
  );
}

/** Audits, and reads the table of `--timings`: seconds and statements by phase. */
async function audit(engine, ...where) {
  const words = [
    'check',
    join(district, 'data'),
    '--format',
    'json',
    '--out',
    join(folder, `${engine}.json`),
  ];
  const text = await plumbline(...words, '--timings', ...where);
  const lines = [...text.matchAll(/^(\w+) +([\d.,]+) +[\d.,]+ +(\d+)/gm)];
  return new Map(lines.map(([, phase, seconds, statements]) => [phase, { seconds, statements }]));
}

const LINE = [12, 14, 14, 14, 14];
const print = (cells) => console.log(cells.map((cell, i) => String(cell).padStart(LINE[i])).join(''));

async function bench(people) {
  const communities = Math.ceil(Number(people) / PEOPLE_PER_COMMUNITY);
  const size = ['--people', people, '--communities', String(communities), '--faults', asked.faults];
  rmSync(district, { recursive: true, force: true });
  await plumbline('simulate', district, ...size, '--format', 'csv');
  const here = await audit('duckdb');
  const there = await audit('spark', '--remote', asked.remote);
  print(['phase', 'duckdb s', 'statements', 'spark s', 'statements']);
  for (const [phase, { seconds, statements }] of here)
    print([phase, seconds, statements, there.get(phase)?.seconds, there.get(phase)?.statements]);
  const [local, remote] = ['duckdb', 'spark'].map((engine) => readFileSync(join(folder, `${engine}.json`)));
  if (!local.equals(remote)) throw new Error('the results differ');
  console.log(`${people} people, ${local.length} bytes of findings, the same on both engines\n`);
}

if (asked.remote === undefined) throw new Error('--remote sc://HOST:PORT is needed');
for (const people of asked.people) await bench(people);
