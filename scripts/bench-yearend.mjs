/**
 * What a year-end run costs: 300 communities, twelve months, 500,000 people in workbooks; with a cache, again with the
 * same files, and again with three of them changed. Prints figures and judges none of them, except that the results with
 * and without cache must be the same bytes.
 *
 * Usage: npm run bench:yearend [-- --smoke] [--faults RATE]
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import exceljs from 'exceljs';
import { measure } from './measured.mjs';

const { values: asked } = parseArgs({
  options: { smoke: { type: 'boolean', default: false }, faults: { type: 'string', default: '0.005' } },
});

const BIN = 'bin/plumbline.js';
const [PEOPLE, COMMUNITIES, STREETS] = asked.smoke ? [1200, 6, 2] : [500_000, 300, 25];
/** Workbooks that change between two runs. */
const CHANGED = 3;

const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-yearend-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
process.on('SIGINT', () => process.exit(130));

const data = join(folder, 'district', 'data');
const LINE = [34, 10, 10, 8];
const print = (cells) => console.log(cells.map((cell, i) => String(cell).padStart(LINE[i])).join(''));

async function simulate() {
  const size = { people: PEOPLE, communities: COMMUNITIES, streets: STREETS, seed: 1, faults: asked.faults };
  const words = Object.entries(size).flatMap(([name, value]) => [`--${name}`, String(value)]);
  return measure([BIN, 'simulate', join(folder, 'district'), '--months', ...words]);
}

async function yearend(name, ...more) {
  const period = ['--period', '2023', '--as-of', '2023-12-31', '--quiet'];
  return measure([BIN, 'yearend', data, '--out', join(folder, name), ...period, ...more], [0, 1]);
}

/** Writes another result of a visit into the ledgers of one month of three communities. */
async function change() {
  const files = readdirSync(data, { recursive: true, encoding: 'utf8' });
  const months = files.filter((file) => file.endsWith('2023年06月.xlsx')).sort();
  const step = Math.max(1, Math.floor(months.length / CHANGED));
  for (const file of months.filter((_, at) => at % step === 0).slice(0, CHANGED)) {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(join(data, file));
    const visits = workbook.worksheets.at(-1);
    visits.getRow(2).getCell(7).value = '未见异常';
    await workbook.xlsx.writeFile(join(data, file));
  }
}

const show = (name, { seconds, memory, code }) =>
  print([name, `${seconds.toFixed(1)} s`, `${memory.toFixed(0)} MB`, code]);
const result = (name) => readFileSync(join(folder, name, 'result.json'));

print(['', 'time', 'peak', 'exit']);
show('invent the district', await simulate());
const cache = ['--cache', join(folder, 'cache')];
const first = await yearend('first', ...cache);
show('first run, cache empty', first);
show('second run, nothing changed', await yearend('second', ...cache));
await change();
const third = await yearend('third', ...cache);
show(`third run, ${CHANGED} files changed`, third);
show('the same without cache', await yearend('plain'));
console.log(`\nThird to first: ${(third.seconds / first.seconds).toFixed(2)}, mark 0.20`);
const same = result('third').equals(result('plain')) && result('first').equals(result('second'));
console.log(`Results with and without cache: ${same ? 'the same bytes' : 'DIFFERENT'}`);
process.exitCode = same ? 0 : 1;
