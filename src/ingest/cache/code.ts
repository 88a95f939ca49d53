import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CODE } from '../../version.js';

/** The folders that decide what is read from a file, and how it is kept: `walls.test.ts` holds them against the imports. */
export const READING = [
  'registers',
  'model',
  'keys',
  'store',
  'ingest',
  'ingest/read',
  'ingest/normalise',
  'ingest/cache',
];
/** Packages with a hand in it. */
const PACKAGES = ['hucre', 'yauzl', 'fflate', 'csv-parse', 'pinyin-pro', 'opencc-js', '@duckdb/node-api'];

/**
 * A hash of everything in this program that decides about reading, so that what another version read is never taken
 * for what this one would read: its own code, and the versions of what it is built on.
 */
export function codeHash(): string {
  known ??= hashOfCode();
  return known;
}

/** Of the code that was there when it was first asked for: that is what runs. */
let known: string | undefined;

function hashOfCode(): string {
  const root = fileURLToPath(CODE);
  const rooms = READING.map((folder) => join(root, folder)).filter((folder) => existsSync(folder));
  const hash = createHash('sha256');
  // A bundle has no rooms: there all of the code decides.
  for (const file of (rooms.length > 0 ? rooms : [root]).flatMap(codeIn)) hash.update(readFileSync(file));
  for (const name of PACKAGES) hash.update(`${name} ${versionOf(name, root)}\n`);
  const { node, icu, unicode } = process.versions;
  return hash.update(`${node} ${icu} ${unicode}`).digest('hex');
}

function codeIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => /\.(js|ts)$/.test(name) && !name.endsWith('.d.ts'));
  return names.sort().map((name) => join(folder, name));
}

/** The version in the manifest of an installed package, looked for as Node does: from here upwards. */
function versionOf(name: string, from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const manifest = join(folder, 'node_modules', name, 'package.json');
    if (existsSync(manifest)) return String((JSON.parse(readFileSync(manifest, 'utf8')) as Manifest).version);
    if (folder === dirname(folder)) return '';
  }
}

interface Manifest {
  version?: string;
}
