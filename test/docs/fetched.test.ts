import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const PAGE = readFileSync('docs/architecture.md', 'utf8');
const PART = PAGE.slice(PAGE.indexOf('## What comes back to Node'), PAGE.indexOf('## SQL'));

/** Files outside the engines that fetch rows. */
const FETCHING = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts') && !/^store\/(duckdb|spark)\/|^store\/store\.ts$/.test(name))
  .filter((name) => /\bstore\.(all|each)[<(]/.test(readFileSync(join('src', name), 'utf8')));

test('says of every file that fetches rows what bounds them', () => {
  const linked = new Set([...PART.matchAll(/\]\(\.\.\/src\/([^)]+)\)/g)].map(([, name]) => name));
  expect(FETCHING.length).toBeGreaterThan(10);
  expect(FETCHING.filter((name) => !linked.has(name))).toEqual([]);
});
