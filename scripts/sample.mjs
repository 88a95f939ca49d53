// Writes samples/yunxi anew (docs/simulate.md), and says which kinds of faults it lost or won: one more fault in the
// simulator changes all that are drawn after it.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import process from 'node:process';

const SAMPLE = 'samples/yunxi';
const OPTIONS = [
  '--people',
  '1200',
  '--communities',
  '3',
  '--seed',
  '131',
  '--faults',
  '0.15',
  '--layout',
  'messy',
];
const TRUTH = `${SAMPLE}/truth.json`;

function kinds() {
  return existsSync(TRUTH)
    ? new Set(JSON.parse(readFileSync(TRUTH, 'utf8')).faults.map(({ kind }) => kind))
    : new Set();
}

const before = kinds();
rmSync(SAMPLE, { recursive: true, force: true });
execFileSync(process.execPath, ['bin/plumbline.js', 'simulate', SAMPLE, ...OPTIONS], { stdio: 'inherit' });
const after = kinds();
for (const kind of before) if (!after.has(kind)) console.log(`lost: ${kind}`);
for (const kind of after) if (!before.has(kind)) console.log(`new: ${kind}`);
