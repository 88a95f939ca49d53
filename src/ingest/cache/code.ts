import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CODE } from '../../version.js';

/** Left by the build beside the program: a hash of all code, libraries included, that reading and keeping rows runs through. */
const MARK = 'reading.sha256';
/** The engine is no part of what is built. */
const ENGINE = '@duckdb/node-bindings';

/**
 * A hash of everything in this program that decides about reading, so that what another version read is never taken
 * for what this one would read.
 */
export function codeHash(): string {
  known ??= hashOfCode(fileURLToPath(CODE));
  return known;
}

/** Of the code that was there when it was first asked for: that is what runs. */
let known: string | undefined;

function hashOfCode(root: string): string {
  const { node, icu, unicode } = process.versions;
  const mark = join(root, MARK);
  const hash = createHash('sha256').update(
    `${ENGINE} ${versionOf(ENGINE, root)} ${node} ${icu} ${unicode}\n`,
  );
  // Where the sources run as they are, all of them decide.
  for (const file of existsSync(mark) ? [mark] : sourcesIn(root)) hash.update(readFileSync(file));
  return hash.digest('hex');
}

function sourcesIn(root: string): string[] {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  return names.sort().map((name) => join(root, name));
}

/** The version in the manifest of an installed package, looked for as Node does: from here upwards. */
function versionOf(name: string, from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const manifest = join(folder, 'node_modules', name, 'package.json');
    if (existsSync(manifest)) return String(JSON.parse(readFileSync(manifest, 'utf8')).version);
    if (folder === dirname(folder)) return '';
  }
}
