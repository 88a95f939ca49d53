/**
 * Makes a zip that needs no installation: the built program, its engine, its pages, and starters for Windows and for
 * other systems; with `--node`, Node.js itself. It prints what it weighs.
 *
 * Usage: npm run bundle [-- --platform win32-x64] [--node PATH/TO/node.exe] [--out FILE.zip]
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import JSZip from 'jszip';
import { starters } from './starters.mjs';

const { values: asked } = parseArgs({
  options: { platform: { type: 'string' }, node: { type: 'string' }, out: { type: 'string' } },
});
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const platform = asked.platform ?? `${process.platform}-${process.arch}`;
const name = `plumbline-${manifest.version}-${platform}`;
const out = asked.out ?? `${name}.zip`;
const work = mkdtempSync(join(tmpdir(), 'plumbline-bundle-'));
const folder = join(work, name);

/** The engine for the platform: from the installed packages, else from the registry. */
function copyEngine() {
  const bindings = `@duckdb/node-bindings-${platform}`;
  const modules = join(folder, 'node_modules');
  let from = 'node_modules';
  if (!existsSync(join(from, bindings))) {
    const { version } = JSON.parse(readFileSync('node_modules/@duckdb/node-bindings/package.json', 'utf8'));
    const fetched = join(work, 'engine');
    mkdirSync(fetched);
    execFileSync('npm', ['install', '--prefix', fetched, '--force', '--no-save', `${bindings}@${version}`], {
      stdio: 'ignore',
    });
    from = join(fetched, 'node_modules');
  }
  cpSync(join('node_modules/@duckdb/node-bindings'), join(modules, '@duckdb/node-bindings'), {
    recursive: true,
  });
  cpSync(join(from, bindings), join(modules, bindings), { recursive: true });
}

function writeStarters() {
  for (const { name: file, text, mode } of starters(asked.node !== undefined))
    writeFileSync(join(folder, file), text, { mode });
  if (asked.node) cpSync(asked.node, join(folder, platform.startsWith('win32') ? 'node.exe' : 'node'));
}

/** Files below a folder, by their paths in the zip. */
function* filesIn(from, prefix) {
  for (const entry of readdirSync(from, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(from, entry.name);
    if (entry.isDirectory()) yield* filesIn(path, `${prefix}/${entry.name}`);
    else
      yield { path, name: `${prefix}/${entry.name}`, bytes: statSync(path).size, mode: statSync(path).mode };
  }
}

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

async function main() {
  mkdirSync(folder, { recursive: true });
  cpSync('dist', join(folder, 'dist'), { recursive: true });
  copyEngine();
  cpSync('bin', join(folder, 'bin'), { recursive: true });
  cpSync('docs', join(folder, 'docs'), { recursive: true });
  for (const file of ['LICENSE', 'README.md', 'README.zh-CN.md']) cpSync(file, join(folder, file));
  const { version, license } = manifest;
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'plumbline', version, license, type: 'module' }),
  );
  writeStarters();
  const zip = new JSZip();
  const files = [...filesIn(folder, name)];
  // One time for all, so that the same program gives the same zip.
  const date = new Date(Date.UTC(2020, 0, 1));
  for (const { path, name: inside, mode } of files)
    zip.file(inside, readFileSync(path), { date, unixPermissions: mode, createFolders: false });
  writeFileSync(
    out,
    await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', platform: 'UNIX' }),
  );
  const unpacked = files.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(
    `${basename(out)}: ${files.length} files, ${megabytes(unpacked)}, zipped ${megabytes(statSync(out).size)}`,
  );
}

try {
  await main();
} finally {
  rmSync(work, { recursive: true, force: true });
}
