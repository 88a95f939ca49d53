import type { Config } from '../config/types.js';
import { UserError } from '../messages/index.js';
import type { RowAccount, Source } from '../model/source.js';
import { createTables, defineRecords } from '../store/fill.js';
import { loadKept } from '../store/kept.js';
import type { Store } from '../store/store.js';
import { refuseShared } from './cache/folder.js';
import {
  type LoadedFolder,
  type LoadedTable,
  openLoaded,
  readingMark,
  rootFolder,
  writeManifest,
} from './cache/manifest.js';
import { Cache } from './cache/reading.js';
import { gatherWith, lockStore } from './gather.js';
import { byFile, sizeOf, workOf } from './load.js';
import { type Gathered, type Listener, type ReadOptions, RefusedFiles } from './options.js';
import { numberedSources } from './read/survey.js';

/**
 * Reads ledgers into a folder, for audits that need not see the files again: rows as Parquet, as a cache keeps them, and
 * a manifest. What the folder holds already is not read again.
 *
 * @param to the folder; made where it does not exist, and open to its owner only
 * @throws RefusedFiles where files cannot be read and `keepGoing` is not asked for
 * @throws UserError where others can write into the folder, it is not ours, nothing can be written there, or a file
 *   changed meanwhile
 */
export async function loadInto(
  to: string,
  store: Store,
  options: ReadOptions,
  config: Config,
  threads: number,
  listener: Listener,
): Promise<Gathered> {
  refuseShared(to);
  const cache = Cache.open(to, options.paths, config, (key, params, cause) => {
    if (key === 'cache.not-kept') throw new UserError('load.not-written', { folder: to }, { cause });
    if (key !== 'cache.other-version') listener.onNotice?.(key, params, cause);
  });
  try {
    const gathered = await gatherWith(cache, store, options, config, threads, listener);
    const { refused, notes, communities } = gathered;
    writeManifest(to, {
      tables: tablesOf(gathered, cache),
      config: readingMark(config),
      refused,
      notes,
      ...(communities ? { communities } : {}),
      ...rootFolder(options.paths),
    });
    return gathered;
  } finally {
    cache.close();
  }
}

function tablesOf({ sources, account }: Gathered, cache: Cache): LoadedTable[] {
  const files = byFile(sources);
  const firsts = cache.unitsOf(files);
  return files.flatMap((file, place) => {
    const first = firsts[place];
    if (first === undefined) throw new UserError('load.changed', { path: file[0]?.path ?? '' });
    const accountOf = (source: Source) => account.get(source.source) as RowAccount;
    return file.map((source, i) => ({ source, account: accountOf(source), unit: first + i }));
  });
}

/**
 * Fills the store with what was loaded into folders, as if the files had been read now.
 *
 * @param folders paths of the tables of several begin with the names of the folders that were loaded
 * @throws RefusedFiles where files were refused when they were loaded and `keepGoing` is not asked for
 * @throws UserError as `openLoaded`
 */
export async function gatherLoaded(
  store: Store,
  folders: readonly string[],
  { keepGoing }: Pick<ReadOptions, 'keepGoing'>,
  config: Config,
  threads: number,
): Promise<Gathered> {
  const loaded = folders.map((folder) => prefixed(openLoaded(folder, config), folders.length > 1));
  const refused = loaded.flatMap(({ manifest }) => manifest.refused);
  if (refused.length > 0 && !keepGoing) throw new RefusedFiles(refused);
  const tables = loaded.flatMap(({ manifest }) => manifest.tables);
  const sources = numberedSources(tables.map(({ source }) => source));
  await lockStore(store, workOf(byFile(sources).map(sizeOf)), threads);
  await createTables(store);
  const account = new Map<number, RowAccount>();
  for (const { manifest, segments } of loaded) {
    for (const { source, account: rows } of manifest.tables) account.set(source.source, rows);
    const units = manifest.tables.map(({ source, unit }) => ({ unit, source: source.source }));
    await loadKept(store, segments, units);
  }
  await defineRecords(store, sources);
  const notes = loaded.flatMap(({ manifest }) => manifest.notes);
  const communities = [...new Set(loaded.flatMap(({ manifest }) => manifest.communities ?? []))];
  return { sources, refused, notes, communities, account, handedBefore: [] };
}

/** The folder with the paths that are printed; files are told apart by them where there are none to open. */
function prefixed({ manifest, ...loaded }: LoadedFolder, several: boolean): LoadedFolder {
  const prefix = several && manifest.root !== undefined ? `${manifest.root}/` : '';
  const placed = (source: Source): Source => {
    const path = prefix + source.path;
    return { ...source, path, file: `${loaded.folder}\0${path}` };
  };
  return {
    ...loaded,
    manifest: {
      ...manifest,
      tables: manifest.tables.map(({ source, ...table }) => ({ ...table, source: placed(source) })),
      refused: manifest.refused.map(({ path, reason }) => ({ path: prefix + path, reason })),
    },
  };
}
