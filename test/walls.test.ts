import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import LAYERS from '../docs/layers.json' with { type: 'json' };
import { type Import, importsOf, roomOf, sourceFiles } from './imports.js';

/** From the ground up: a room imports only from rooms below it. `docs/layers.json` is the plan; this holds the code to it. */
const ORDER = ['version.ts', ...LAYERS.map(({ room }) => room), 'cli.ts'];
const floorOf = (file: string): number => ORDER.indexOf(roomOf(file));
const AUDIT = ORDER.indexOf('audit');

const files = sourceFiles();
const imports = files.flatMap(importsOf);
const rooms = [...new Set(files.map(roomOf))];
const show = ({ from, to }: Import): string => `${from} → ${to}`;
const within = (folder: string) => (file: string) => file.startsWith(`${folder}/`);

function breaks({ from, to, package: name }: Import): boolean {
  if (name === undefined) return roomOf(to) !== roomOf(from) && floorOf(to) >= floorOf(from);
  const { packages = [] } = LAYERS.find(({ room }) => room === roomOf(from)) ?? {};
  return ![name, name.replace(/^node:.*/, 'node:*')].some((known) => packages.includes(known));
}

describe('layers', () => {
  test('are all the rooms there are, and no file stands outside them', () =>
    expect([...rooms].sort()).toEqual([...ORDER].sort()));

  test.each(rooms)('%s imports from below, and the packages that are its own', (room) => {
    const own = imports.filter(
      ({ from }) => roomOf(from) === room && room !== 'cli.ts' && room !== 'version.ts',
    );
    expect(own.filter(breaks).map(show)).toEqual([]);
  });

  test('reading interprets no value', () => {
    const from = within('ingest/read');
    const to = within('ingest/normalise');
    expect(imports.filter((one) => from(one.from) && to(one.to)).map(show)).toEqual([]);
  });

  test.each([
    ['hucre', /^ingest\/read\/xlsx/],
    ['csv-parse', /^ingest\/read\//],
    ['exceljs', /^workbook\//],
    ['@duckdb/node-api', /^store\/duckdb\//],
    ['@grpc/grpc-js', /^store\/spark\//],
    ['@grpc/proto-loader', /^store\/spark\//],
    ['apache-arrow', /^store\/spark\//],
    ['commander', /^(cli\.ts|commands\/)/],
  ])('%s has one home', (name, home) => {
    const users = imports.filter((one) => one.package === name);
    expect(users.length).toBeGreaterThan(0);
    expect(users.filter(({ from }) => !home.test(from)).map(show)).toEqual([]);
  });

  test('exceljs and the audit load only when they are needed, so that help answers at once', () => {
    const loaded = new Set(['cli.ts']);
    for (const file of loaded) {
      const next = imports.filter((one) => one.from === file && !one.dynamic && !one.typeOnly);
      for (const { to } of next) loaded.add(to);
    }
    const heavy = [
      'exceljs',
      'zod',
      '@duckdb/node-api',
      '@grpc/grpc-js',
      'apache-arrow',
      'docx',
      'echarts',
      'hucre',
      'audit/audit.ts',
    ];
    expect(heavy.filter((one) => loaded.has(one))).toEqual([]);
  });

  test.each([
    ['store/open.ts', 'audit/open.ts'],
    ['match/copies.ts', 'audit/match.ts'],
    ['match/match.ts', 'audit/match.ts'],
    ['rules/run.ts', 'audit/check.ts'],
    ['ingest/gather.ts', 'audit/ingest.ts'],
  ])('of all that lies above its room, %s is run by one stage', (to, stage) => {
    const users = imports.filter((one) => one.to === to && !one.typeOnly && floorOf(one.from) >= AUDIT);
    expect(users.map(({ from }) => from)).toEqual([stage]);
  });

  test('no file imports itself by a detour', () => expect(cycle()).toEqual([]));

  test('the program starts in dist/cli.js and nowhere else', () => {
    const text = readFileSync('bin/plumbline.js', 'utf8');
    expect([...text.matchAll(/from '([^']+)'/g)].map(([, to]) => to)).toEqual(['../dist/cli.js']);
  });

  test('docs/architecture.md draws them', async () => {
    const text = readFileSync('docs/architecture.md', 'utf8');
    const drawn = text.replace(/(<!-- layers -->\n).*?(<!-- \/layers -->)/s, `$1\n${drawing()}\n$2`);
    await expect(drawn).toMatchFileSnapshot('../docs/architecture.md');
  });
});

/** The rooms from the top down, as a table. */
function drawing(): string {
  const rows = [...LAYERS].reverse().map(({ room, does, not }) => `| \`src/${room}\` | ${does} | ${not} |`);
  return ['| room | what it does | what it may not do |', '|---|---|---|', ...rows, ''].join('\n');
}

/** The files of the first cycle that a depth-first walk meets, types included; none where there is no cycle. */
function cycle(): string[] {
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    done.add(file);
    const next = imports.filter((one) => one.from === file && one.package === undefined);
    for (const { to } of next) {
      const found = walk(to, [...path, file]);
      if (found.length > 0) return found;
    }
    return [];
  };
  return files.map((file) => walk(file, [])).find((found) => found.length > 0) ?? [];
}
