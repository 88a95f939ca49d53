import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { AuditOptions } from '../../../src/audit/options.js';
import { DEFAULT_CONFIG } from '../../../src/config/defaults.js';
import type { Config } from '../../../src/config/types.js';
import { gather } from '../../../src/ingest/gather.js';
import { REGISTER_NAMES } from '../../../src/registers/types.js';
import { openStore } from '../../../src/store/open.js';

/** Files of a folder, by their path in it. */
export type Files = ReadonlyMap<string, Buffer>;

const root = mkdtempSync(path.join(tmpdir(), 'plumbline-cache-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let made = 0;

/** A folder that does not exist yet, in one that is removed after the tests. */
export function place(): string {
  return path.join(root, String(made++));
}

/** Files of the test worlds. */
export function worldFiles(world: string, names: readonly string[]): Files {
  return new Map(names.map((name) => [name, readFileSync(path.join('test/worlds', world, name))]));
}

/** Makes a folder hold these files and no others. */
export function write(folder: string, files: Files): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, bytes] of files) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
  }
}

/** What reading a folder gives: everything that an audit sees of it, and what the user was told. */
export async function readingOf(folder: string, cache?: string, config: Partial<Config> = {}) {
  const notices: string[] = [];
  const store = await openStore({ memory: '256MB', threads: 1, ...(cache && { folders: [cache] }) });
  try {
    const options: AuditOptions = {
      paths: [folder],
      points: [],
      communities: [],
      lang: 'zh',
      keepGoing: true,
      reveal: false,
      timestamps: false,
      ...(cache && { cache }),
    };
    const hooks = { onNotice: (key: string) => void notices.push(key) };
    const found = await gather(store, options, { ...DEFAULT_CONFIG, ...config }, 1, hooks);
    const tables: Record<string, string> = {};
    for (const table of [...REGISTER_NAMES, 'mentions', 'problems', 'sources', 'records']) {
      const rows = (await store.all(`SELECT * FROM ${table}`)).map((row) => JSON.stringify(row)).sort();
      tables[table] = `${rows.length} rows ${createHash('sha256').update(rows.join('\n')).digest('hex')}`;
    }
    const { sources, refused, notes, account } = found;
    const accounts = sources.map(({ source }) => account.get(source));
    return { result: { sources, refused, notes, accounts, tables }, notices };
  } finally {
    store.close();
  }
}
