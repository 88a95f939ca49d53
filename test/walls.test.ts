import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Import, importsOf, roomOf, sourceFiles } from './imports.js';

/** What a room may import: other rooms, of some of them only types, and packages. */
interface Wall {
  rooms?: readonly string[];
  types?: readonly string[];
  packages?: readonly string[];
}

/** The drawing in `docs/architecture.md`, as data. Rooms that only transform data name no `node:` module. */
const WALLS: Record<string, Wall> = {
  registers: {},
  messages: { types: ['report'], packages: ['fastest-levenshtein'] },
  config: {
    rooms: ['registers', 'messages', 'rules'],
    types: ['report'],
    packages: ['yaml', 'zod', 'node:fs', 'node:path'],
  },
  normalise: {
    rooms: ['registers'],
    types: ['config', 'read'],
    packages: ['pinyin-pro', 'opencc-js'],
  },
  read: {
    rooms: ['registers', 'messages', 'normalise'],
    types: ['config', 'report'],
    packages: ['csv-parse', 'hucre', 'picomatch', 'node:*'],
  },
  store: {
    rooms: ['registers'],
    types: ['normalise', 'read'],
    packages: ['@duckdb/node-api', 'node:*'],
  },
  cache: { rooms: ['messages', 'lock.ts'], types: ['config', 'read'], packages: ['node:*'] },
  match: { rooms: ['registers', 'normalise', 'store'] },
  rules: { rooms: ['registers', 'messages', 'match'], types: ['report'], packages: ['zod'] },
  measure: {
    rooms: ['registers', 'normalise', 'match', 'store'],
    types: ['config', 'read', 'report'],
    packages: ['jstat'],
  },
  findings: {
    rooms: ['registers', 'messages', 'normalise', 'rules', 'store', 'report'],
    types: ['read'],
    packages: ['node:crypto'],
  },
  report: {
    rooms: ['registers', 'messages', 'write'],
    packages: [
      'chalk',
      'cli-table3',
      'docx',
      'echarts',
      'picomatch',
      'string-width',
      'zod',
      'node:crypto',
      'node:module',
      'node:util',
    ],
  },
  write: {
    rooms: ['registers', 'messages', 'spot'],
    types: ['report'],
    packages: ['exceljs', 'jszip', 'node:*'],
  },
  spot: {
    rooms: ['registers', 'normalise', 'store', 'match', 'measure'],
    types: ['config', 'read', 'report', 'rules'],
    packages: ['zod', 'node:crypto'],
  },
  diff: { rooms: ['messages', 'report'] },
  yearend: { rooms: ['messages', 'report'], types: ['write'] },
  simulate: { rooms: ['registers', 'spot', 'write'], types: ['report'], packages: ['node:fs', 'node:path'] },
  assess: {
    rooms: ['config', 'measure', 'messages', 'normalise', 'report'],
    types: ['write'],
    packages: ['zod'],
  },
  commands: {
    rooms: [
      'assess',
      'messages',
      'registers',
      'report',
      'simulate',
      'spot',
      'write',
      'config',
      'cache',
      'lock.ts',
      'accept.ts',
      'annotate.ts',
      'audit.ts',
      'diff',
      'version.ts',
      'catalogue.ts',
      'load-result.ts',
      'score.ts',
      'draw.ts',
      'draw-frame.ts',
      'fill-sheets.ts',
      'sheet.ts',
      'yearend',
      'yearend.ts',
      'audit-options.ts',
    ],
    packages: ['commander', 'string-width', 'node:*'],
  },
};

/** Files at the top level of `src` join rooms; which ones there are is a decision, not an accident. */
const JOINERS = [
  'accept.ts',
  'annotate.ts',
  'asked.ts',
  'audit-options.ts',
  'audit.ts',
  'cache.ts',
  'catalogue.ts',
  'cli.ts',
  'draw-frame.ts',
  'draw.ts',
  'fill-sheets.ts',
  'gather-previous.ts',
  'gather.ts',
  'inputs.ts',
  'javascript-engine.ts',
  'load-file.ts',
  'load-messages.ts',
  'load-result.ts',
  'load-worker.ts',
  'load.ts',
  'lock.ts',
  'own-rules.ts',
  'period.ts',
  'score-sheets.ts',
  'score.ts',
  'sheet.ts',
  'version.ts',
  'yearend.ts',
];

/** Parts of `normalise` that other rooms may use though they interpret no cells: keys of names and headings, and the months that a name declares. */
const KEYS_FOR_READING = [
  'normalise/community.ts',
  'normalise/months.ts',
  'normalise/name.ts',
  // Interprets nothing.
  'normalise/remember.ts',
  'normalise/text.ts',
];

const files = sourceFiles();
const imports = files.flatMap(importsOf);
const rooms = [...new Set(files.map(roomOf))].filter((room) => !room.endsWith('.ts'));
const show = ({ from, to }: Import): string => `${from} → ${to}`;

function breaks({ from, to, package: name, typeOnly }: Import): boolean {
  const wall = WALLS[roomOf(from)] ?? {};
  if (name !== undefined) {
    return ![name, name.replace(/^node:.*/, 'node:*')].some((known) => wall.packages?.includes(known));
  }
  const room = roomOf(to);
  if (room === roomOf(from) || wall.rooms?.includes(room)) return false;
  return !(typeOnly && wall.types?.includes(room));
}

describe('walls between the rooms', () => {
  test('every room has its walls', () => expect(rooms.sort()).toEqual(Object.keys(WALLS).sort()));

  test('only known files stand outside the rooms', () =>
    expect(files.filter((file) => !file.includes('/'))).toEqual(JOINERS));

  test.each(rooms)('%s imports what it may', (room) => {
    const own = imports.filter(({ from }) => roomOf(from) === room);
    expect(own.filter(breaks).map(show)).toEqual([]);
  });

  test('reading interprets no value', () => {
    const keys = imports.filter(({ from, to }) => roomOf(from) === 'read' && roomOf(to) === 'normalise');
    expect(keys.filter(({ to }) => !KEYS_FOR_READING.includes(to)).map(show)).toEqual([]);
  });

  test.each([
    ['hucre', /^read\/xlsx/],
    ['csv-parse', /^read\//],
    ['exceljs', /^write\//],
    ['@duckdb/node-api', /^store\//],
    ['commander', /^(cli\.ts|commands\/)/],
  ])('%s has one home', (name, home) => {
    const users = imports.filter((one) => one.package === name);
    expect(users.length).toBeGreaterThan(0);
    expect(users.filter(({ from }) => !home.test(from)).map(show)).toEqual([]);
  });

  test('exceljs and the audit load only when they are needed, so that help answers at once', () => {
    const heavy = ({ from, to }: Import) => to === 'exceljs' || (to === 'audit.ts' && from !== 'audit.ts');
    const loaded = imports.filter((one) => heavy(one) && !one.dynamic && !one.typeOnly);
    expect(loaded.map(show)).toEqual([]);
  });

  test('no file imports itself by a detour', () => expect(cycle()).toEqual([]));

  test('the program starts in dist/cli.js and nowhere else', () => {
    const text = readFileSync('bin/plumbline.js', 'utf8');
    expect([...text.matchAll(/from '([^']+)'/g)].map(([, to]) => to)).toEqual(['../dist/cli.js']);
  });

  test('docs/architecture.md names every room', () => {
    const text = readFileSync('docs/architecture.md', 'utf8');
    expect([...rooms, ...JOINERS].filter((name) => !text.includes(`\`src/${name}\``))).toEqual([]);
  });
});

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
