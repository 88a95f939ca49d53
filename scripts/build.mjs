/**
 * Writes the program to `dist`: a file for each part that loads by itself, its libraries in it, with source maps, the
 * licences of those libraries, and the mark of the code that decides about reading. Usage: npm run build
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const OUT = 'dist';
/** What starts by itself: the program and its threads. */
const ENTRIES = {
  cli: 'src/cli.ts',
  'load-worker': 'src/ingest/load-worker.ts',
  'workbook-worker': 'src/workbook/workbook-worker.ts',
};
/** The engine is native, and what a cluster needs is installed only where one is used: they stay packages. */
const APART = /^(@duckdb\/node-bindings|@grpc\/|apache-arrow)/;

/** Its functions are written out into pages as they are: alone in a file, none is given another name. */
const CLIENT = /src\/report\/html\/client\.ts$/;

/** From here on, rows are read and kept: whatever these import decides whether a kept row may be used. */
const READING = [
  'src/ingest/load-file.ts',
  'src/ingest/read/inspect.ts',
  'src/ingest/cache/reading.ts',
  'src/store/kept.ts',
];
/** A cluster, what sentences say, how folders are made and where the program lies decide nothing about a row. */
const ELSEWHERE = /^src\/(store\/spark\/|messages\/|files\/|version\.ts)/;

/** Old packages call Buffer(), of which Node warns outside node_modules. */
const buffers = {
  name: 'buffers',
  transform: {
    filter: { id: /node_modules/, code: /new Buffer\(/ },
    handler: (code) => ({
      code: code.replace(
        /new Buffer\(([^(),]+)\)/g,
        "(typeof ($1) === 'number' ? Buffer.alloc($1) : Buffer.from($1))",
      ),
      map: null,
    }),
  },
};

/** What the sources require, since that loads its many files in less time than an import, becomes part of the bundle. */
const required = {
  name: 'required',
  transform: {
    filter: { id: /\/src\//, code: /createRequire\(import\.meta\.url\)\('/ },
    handler: (code) => ({
      code: code.replace(
        /^const (\w+|\{[^}]+\}).* = createRequire\(import\.meta\.url\)\(('[^']+')\);$/m,
        (_, names, from) => `import ${names.startsWith('{') ? names : `* as ${names}`} from ${from};`,
      ),
      map: null,
    }),
  },
};

const pathOf = (id) => relative(process.cwd(), id).replaceAll(sep, '/');

/** A hash of every module that can be reached from where reading begins, libraries included. */
const reading = {
  name: 'reading',
  generateBundle() {
    const reached = new Set(READING.map((file) => join(process.cwd(), file)));
    const hash = createHash('sha256');
    for (const id of reached) {
      const module = this.getModuleInfo(id);
      for (const next of module?.importedIds.concat(module.dynamicallyImportedIds) ?? [])
        if (!ELSEWHERE.test(pathOf(next))) reached.add(next);
    }
    for (const id of [...reached].sort()) hash.update(`${pathOf(id)}\n${this.getModuleInfo(id)?.code}\n`);
    this.emitFile({ type: 'asset', fileName: 'reading.sha256', source: hash.digest('hex') });
  },
};

/** The licences of all packages of which something is in the program. */
const licences = {
  name: 'licences',
  generateBundle(_, output) {
    const modules = Object.values(output).flatMap((chunk) => chunk.moduleIds ?? []);
    const packages = modules.map((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id)?.[0]);
    const texts = [...new Set(packages)].filter(Boolean).sort().map(licenceOf);
    this.emitFile({ type: 'asset', fileName: 'LICENSES.txt', source: texts.join('\n') });
  },
};

function licenceOf(folder) {
  const { name, version, license = '' } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  return `${name} ${version} ${license}\n\n${file ? readFileSync(join(folder, file), 'utf8').trim() : ''}\n`;
}

/**
 * Bundles modules of `src` for Node.
 * @param input entries by their names
 * @returns the names of the files written to `dist`
 */
export async function bundle(input, plugins = []) {
  const build = await rolldown({
    input,
    platform: 'node',
    external: APART,
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
    plugins: [buffers, required, ...plugins],
    logLevel: 'warn',
  });
  const { output } = await build.write({
    dir: OUT,
    format: 'esm',
    sourcemap: true,
    sourcemapExcludeSources: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: { groups: [{ name: 'client', test: CLIENT }] },
  });
  await build.close();
  return output.map(({ fileName }) => fileName);
}

/** Deletes what an earlier build has left. */
function sweep(written) {
  const kept = new Set(written);
  for (const name of readdirSync(OUT))
    if (!kept.has(name)) rmSync(join(OUT, name), { recursive: true, force: true });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  sweep(await bundle(ENTRIES, [reading, licences]));
