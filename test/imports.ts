import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** One import of a source file. */
export interface Import {
  /** The importing file, relative to `src`, for example `read/csv.ts`. */
  from: string;
  /** What it imports: a file relative to `src`, a package, or `node:…`. */
  to: string;
  /** Files of this project have no package. */
  package?: string;
  /** Erased by the compiler. */
  typeOnly: boolean;
  /** Loaded only when it is needed. */
  dynamic: boolean;
}

const STATIC = /^(?:import|export)\s+(type\s)?([^'";]*?)\bfrom\s+'([^']+)'|^import\s+'([^']+)'/gm;
const DYNAMIC = /\bimport\(\s*'([^']+)'\s*\)/g;

/** Every TypeScript file below `src`, relative to it, in order. */
export function sourceFiles(): string[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' });
  return files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /(?<!\.d)\.ts$/.test(file))
    .sort();
}

/** Every import of one file below `src`. Formatting is Biome's, so that a pattern can read it. */
export function importsOf(from: string): Import[] {
  const text = readFileSync(join('src', from), 'utf8');
  const found: Import[] = [];
  for (const [, type, names, target, bare] of text.matchAll(STATIC)) {
    const typeOnly = type !== undefined || (names !== undefined && isTypesOnly(names));
    found.push({ from, ...resolve(from, target ?? bare ?? ''), typeOnly, dynamic: false });
  }
  for (const [, target] of text.matchAll(DYNAMIC)) {
    found.push({ from, ...resolve(from, target ?? ''), typeOnly: false, dynamic: true });
  }
  return found;
}

/** `{ type A, type B }` */
function isTypesOnly(names: string): boolean {
  const listed = names
    .trim()
    .replace(/^\{|\}$/g, '')
    .split(',')
    .map((name) => name.trim());
  return names.trim().startsWith('{') && listed.filter(Boolean).every((name) => name.startsWith('type '));
}

function resolve(from: string, target: string): { to: string; package?: string } {
  if (target.startsWith('.')) {
    return {
      to: normalize(join(dirname(from), target))
        .replaceAll('\\', '/')
        .replace(/\.js$/, '.ts'),
    };
  }
  const [first = '', second = ''] = target.split('/');
  return { to: target, package: target.startsWith('@') ? `${first}/${second}` : first };
}

/** The room of a file: its first folder, or the file itself at the top level of `src`. */
export function roomOf(file: string): string {
  return file.split('/')[0] ?? file;
}
