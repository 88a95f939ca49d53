import type { Config } from '../config/types.js';
import { UserError } from '../messages/index.js';
import type { RowAccount, Source, Survey } from '../model/source.js';
import { createTables, defineRecords, loadShards } from '../store/fill.js';
import type { Store } from '../store/store.js';
import { isLoaded } from './cache/manifest.js';
import { Cache } from './cache/reading.js';
import { handedIn } from './handed.js';
import { boundHeaps, tuneCompiler } from './javascript-engine.js';
import {
  abandon,
  byFile,
  bytesOf,
  loadFiles,
  openLoaders,
  portionsOf,
  sizeOf,
  sizesOf,
  workOf,
} from './load.js';
import type { Loader } from './load-file.js';
import { lookIn } from './look.js';
import { type Gathered, type Listener, type ReadOptions, RefusedFiles } from './options.js';
import { pointsAsked, unusedPoints } from './points-asked.js';
import { survey } from './read/survey.js';

/** What reading needs besides the store. */
interface Reading {
  config: Config;
  threads: number;
  /** What there is to read, in bytes of text that would take as long. */
  work: number;
  /** Opened in advance, where it was known how much there is to read. */
  loaders: Loader[];
  cache: Cache | undefined;
  onProgress: Listener['onProgress'];
}

/**
 * From files to tables: looks what there is, reads and normalises it in several threads, and fills the store. The threads
 * start while the files are still being looked at. With a cache, only what is not in it is read.
 *
 * @throws RefusedFiles where files cannot be read and `keepGoing` is not asked for, or nothing is left without them
 * @throws UserError where the folder of the cache is none that can be used
 */
export async function gather(
  store: Store,
  options: ReadOptions,
  config: Config,
  threads: number,
  listener: Listener,
): Promise<Gathered> {
  const { cache: folder, paths } = options;
  if (folder === undefined) return gatherWith(undefined, store, options, config, threads, listener);
  if (isLoaded(folder)) throw new UserError('load.not-a-cache', { folder });
  const cache = Cache.open(folder, paths, config, listener.onNotice ?? (() => {}));
  try {
    return await gatherWith(cache, store, options, config, threads, listener);
  } finally {
    cache.close();
  }
}

/** As `gather`, with a cache that whoever opened it closes. */
export async function gatherWith(
  cache: Cache | undefined,
  store: Store,
  options: ReadOptions,
  config: Config,
  threads: number,
  { onProgress, onNotice = () => {} }: Listener,
): Promise<Gathered> {
  const reading: Reading = { config, threads, work: 0, loaders: [], cache, onProgress };
  try {
    const found = await lookAround(store, options, reading);
    const { sources, refused } = found;
    for (const glob of unusedPoints(options.points ?? [], found)) onNotice('cli.point-unused', { glob });
    if (refused.length > 0 && !(options.keepGoing && sources.length > 0)) throw new RefusedFiles(refused);
    await lockStore(store, reading.work, threads);
    await createTables(store);
    const account = await readFiles(store, byFile(sources), reading);
    await cache?.tidy(store);
    await defineRecords(store, sources);
    const handedBefore =
      cache?.handed(options.paths, refused.length === 0 ? handedIn(sources) : undefined) ?? [];
    return { ...found, account, handedBefore };
  } finally {
    await abandon(reading.loaders);
  }
}

/**
 * Statements on less than this are short: sharing one of them among threads takes longer than it saves. Of others the long
 * ones wait for each other, so each gets all threads, and those that run side by side share them.
 */
const WORTH_SHARING = 192 << 20;

/** Settles how many threads work on one statement. @param work bytes of text that were or will be read */
export async function lockStore(store: Store, work: number, threads: number): Promise<void> {
  await store.lock(work >= WORTH_SHARING ? threads : 1);
}

/**
 * The survey; while it goes on, the threads that will read start, and look into files as soon as they can. With a cache
 * there may be nothing for them to do: they start when enough files are found that it does not know.
 */
function lookAround(
  store: Store,
  { paths, points = [], lang }: ReadOptions,
  reading: Reading,
): Promise<Survey> {
  const { config, threads, cache, onProgress } = reading;
  let sizes: ReturnType<typeof sizesOf> = [];
  const open = () => {
    if (reading.loaders.length === 0)
      reading.loaders = openLoaders(sizes, config, { threads, folder: store.path });
    return reading.loaders;
  };
  const look = lookIn(open);
  return survey(paths, config, {
    points: pointsAsked(points, config),
    lang,
    inspect: cache ? cache.inspector(look) : look,
    concurrency: threads,
    onWalk: (files) => {
      sizes = sizesOf(files);
      reading.work = workOf(sizes);
      tuneCompiler();
      if (!cache) open();
    },
    onFile: (files, total, file) => onProgress?.('survey', files, total, file),
  });
}

/** Fills the tables, from the cache or from the files, and returns the row accounts. */
async function readFiles(
  store: Store,
  files: Source[][],
  reading: Reading,
): Promise<Map<number, RowAccount>> {
  const { config, threads, cache, onProgress } = reading;
  const account = new Map<number, RowAccount>();
  const unread = cache ? await cache.load(store, files, account) : files;
  boundHeaps(workOf(unread.map(sizeOf)));
  const total = unread.reduce((sum, file) => sum + bytesOf(file), 0);
  let before = 0;
  // A portion that is kept is not read again, should the run be interrupted.
  for (const portion of cache ? portionsOf(unread) : [unread]) {
    const loaded = await loadFiles(portion, config, {
      threads,
      folder: store.path,
      ...(reading.loaders.length > 0 && { loaders: reading.loaders }),
      onProgress: (done, _, file) => onProgress?.('load', before + done, total, file),
    });
    // What the threads needed is better use of the store.
    await abandon(reading.loaders.splice(0));
    for (const [source, rows] of loaded.account) account.set(source, rows);
    await loadShards(store, loaded.shards);
    await cache?.keep(store, portion, account);
    before += portion.reduce((sum, file) => sum + bytesOf(file), 0);
  }
  return account;
}
