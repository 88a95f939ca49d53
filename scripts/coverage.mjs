/**
 * Whether the 95 % intervals of a spot audit hold the truth: 1,000 audits with public seeds draw households of an
 * invented district, of which a known share is wrong, and state the share and its Wilson interval. Same figures on
 * every machine. Beside each, what the binomial distribution says the figure should be.
 *
 * Usage: npm run coverage-of-intervals [-- --audits N]
 */
import { parseArgs } from 'node:util';
import { load } from './load.mjs';

const { wilson } = await load('statistics/proportion');
const { tickets } = await load('statistics/sampler');
const { clopperPearson, lowerTail } = await load('statistics/tests');

const { values: asked } = parseArgs({ options: { audits: { type: 'string', default: '1000' } } });
const AUDITS = Number(asked.audits);
const HOUSEHOLDS = 10_000;
const SIZES = [100, 200, 300];
const RATES = [0.02, 0.05, 0.1, 0.2];
const INTERVALS = { Wilson: wilson, 'Clopper-Pearson': clopperPearson };

const ids = Array.from({ length: HOUSEHOLDS }, (_, i) => `household-${String(i + 1).padStart(5, '0')}`);
const numbers = new Map(ids.map((id, i) => [id, i]));
const held = new Map();

for (let audit = 1; audit <= AUDITS; audit++) {
  const drawn = tickets(ids, `audit ${audit}`).map(({ id }) => numbers.get(id));
  for (const n of SIZES) for (const rate of RATES) count(drawn.slice(0, n), rate);
}

/** One audit: whether each interval holds the true rate. */
function count(drawn, rate) {
  const wrong = drawn.filter((number) => number < rate * HOUSEHOLDS).length;
  for (const [name, interval] of Object.entries(INTERVALS)) {
    const [low, high] = interval(wrong, drawn.length);
    const key = `${name} ${drawn.length} ${rate}`;
    held.set(key, (held.get(key) ?? 0) + Number(low <= rate && rate <= high));
  }
}

/** The chance that an interval holds the rate, by summing the binomial. */
function expected(interval, n, rate) {
  let sum = 0;
  for (let k = 0; k <= n; k++) {
    const [low, high] = interval(k, n);
    if (low <= rate && rate <= high) sum += lowerTail(k, n, rate) - lowerTail(k - 1, n, rate);
  }
  return sum;
}

const percent = (share) => `${(100 * share).toFixed(1)} %`;
console.log(`${AUDITS} audits of ${HOUSEHOLDS} households; 95 % intervals that hold the true rate`);
for (const [name, interval] of Object.entries(INTERVALS)) {
  console.log(`\n${name}\ndrawn   rate    held     by the binomial`);
  const sums = { all: 0, cases: 0 };
  for (const n of SIZES) {
    for (const rate of RATES) {
      const share = held.get(`${name} ${n} ${rate}`) / AUDITS;
      sums.all += share;
      sums.cases += 1;
      console.log(
        `${String(n).padStart(5)} ${percent(rate).padStart(7)} ${percent(share).padStart(8)} ${percent(expected(interval, n, rate)).padStart(9)}`,
      );
    }
  }
  console.log(`  all         ${percent(sums.all / sums.cases).padStart(8)}`);
}
