// One fault, one finding: plants every way of going wrong into invented districts of all constellations and layouts, audits
// them, and prints the table of rule and way with recall, precision and findings a fault; then audits clean districts.
//
// Usage: npm run worlds [-- --districts 40 --people 12000 --clean 160 --from 0]
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { parseArgs } from 'node:util';

const { values: asked } = parseArgs({
  options: {
    districts: { type: 'string', default: '40' },
    people: { type: 'string', default: '12000' },
    clean: { type: 'string', default: '160' },
    from: { type: 'string', default: '0' },
  },
});
const env = Object.fromEntries(
  Object.entries(asked).map(([name, value]) => [`WORLDS_${name.toUpperCase()}`, value]),
);
const { status } = spawnSync(
  'npx',
  ['vitest', 'run', 'test/slow/worlds.test.ts', '--disable-console-intercept'],
  {
    env: { ...process.env, ...env },
    stdio: 'inherit',
    shell: process.platform === 'win32',
  },
);
process.exitCode = status ?? 1;
