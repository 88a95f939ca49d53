import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Config } from '../config/types.js';
import { gathered } from '../keys/order.js';
import type { RowAccount, Source } from '../model/source.js';
import type { Shard } from '../store/shards.js';
import type { Loaded, Loader } from './load-file.js';
import { isFailure, type LoadAnswer, type LoadRequest, rebuild } from './load-messages.js';
import type { InspectedFile } from './read/inspect.js';

export interface LoadingOptions {
  /** At most this many threads work. */
  threads: number;
  /** Private folder for the shards: it will hold personal data. */
  folder: string;
  /** The file that a reading thread runs. */
  worker?: URL;
  /** What `openLoaders` opened in advance; opened here where absent. */
  loaders?: Loader[];
  /** Bytes done of all bytes, after each batch of files. */
  onProgress?: (done: number, total: number, file: string) => void;
}

/** Below this many bytes (of text; workbooks are packed) a second thread costs more than it saves. */
const WORTH_A_THREAD = 8 << 20;
/** A workbook takes about as long as text of so many times its size. */
const PACKED = 8;
/** Files are handed out in about so many batches a thread: asking for each file alone would keep threads waiting. */
const BATCHES = 8;
/** So many bytes of text take some seconds to read. */
const PORTION = 256 << 20;
/** Each thread has a heap of its own, and takes a while to warm up: beyond a few, each must have so many bytes to read. */
const A_FEW = 4;
const THREAD_FULL = 32 << 20;

const WORKER = new URL('./load-worker.js', import.meta.url);

/**
 * Reads and normalises sources, grouped by their files, into shards, in several threads where that helps.
 *
 * @returns the row account of every source by its number, and the shards to load into the store
 * @throws what reading throws: a file that changed or went away since the survey
 */
export async function loadFiles(
  given: readonly Source[][],
  config: Config,
  options: LoadingOptions,
): Promise<Loaded> {
  const files = [...given].sort((a, b) => effort(b) - effort(a));
  const loaders = options.loaders ?? openLoaders(files.map(sizeOf), config, options);
  const total = files.reduce((sum, file) => sum + bytesOf(file), 0);
  let done = 0;
  const share = files.reduce((sum, file) => sum + effort(file), 0) / loaders.length / BATCHES;
  const work = async (loader: Loader) => {
    for (let batch = take(files, share); batch.length > 0; batch = take(files, share)) {
      await loader.load(batch);
      for (const file of batch) done += bytesOf(file);
      options.onProgress?.(done, total, batch.at(-1)?.[0]?.path ?? '');
    }
    return loader.finish();
  };
  try {
    return merge(await Promise.all(loaders.map(work)));
  } finally {
    files.length = 0;
    if (!options.loaders) await abandon(loaders);
  }
}

/** Ends loaders, finished or not. */
export async function abandon(loaders: readonly Loader[]): Promise<void> {
  await Promise.all(loaders.map((loader) => loader.abandon()));
}

/** The next files of the queue, until they are worth the effort of a batch. */
function take(files: Source[][], share: number): Source[][] {
  const batch: Source[][] = [];
  for (let sum = 0; files.length > 0 && sum < share; ) {
    const file = files.shift() as Source[];
    batch.push(file);
    sum += effort(file);
  }
  return batch;
}

/** Files in portions that are worth writing down one by one, in their order. */
export function portionsOf(files: readonly Source[][]): Source[][][] {
  const left = [...files];
  const portions: Source[][][] = [];
  while (left.length > 0) portions.push(take(left, PORTION));
  return portions;
}

/** Sources grouped by their file: a workbook is opened once for all its sheets. */
export function byFile(sources: readonly Source[]): Source[][] {
  return [...gathered(sources, ({ file }) => file).values()];
}

/** The bytes of a file, given by its sources. */
export function bytesOf(file: readonly Source[]): number {
  return file[0]?.bytes ?? 0;
}

/** How long a file takes to read, in bytes of text. */
function effort(file: readonly Source[]): number {
  return workOf([sizeOf(file)]);
}

/** What a file, given by its sources, is to read. */
export function sizeOf(file: readonly Source[]): Size {
  return { bytes: bytesOf(file), kind: file[0]?.kind ?? 'csv' };
}

interface Size {
  bytes: number;
  kind: string;
}

/** What files are to read, in bytes of text that would take as long. */
export function workOf(files: readonly Size[]): number {
  return files.reduce((sum, { bytes, kind }) => sum + bytes * (kind === 'xlsx' ? PACKED : 1), 0);
}

/** The sizes of files that are still to be looked into. */
export function sizesOf(files: readonly { file: string; kind: string }[]): Size[] {
  return files.map(({ file, kind }) => ({
    bytes: statSync(file, { throwIfNoEntry: false })?.size ?? 0,
    kind,
  }));
}

/**
 * As many threads as the input is worth; they take files from one queue, the largest first. What is not worth a second
 * one is read in this thread; else others read everything and this one waits, since what they needed goes with them.
 * Threads take a while to start, so it pays to open them before the files are surveyed. Whoever opens them abandons them.
 */
export function openLoaders(
  files: readonly Size[],
  config: Config,
  { threads, folder, worker = WORKER }: Pick<LoadingOptions, 'threads' | 'folder' | 'worker'>,
): Loader[] {
  const work = workOf(files);
  const worthwhile = work < WORTH_A_THREAD ? 1 : Math.max(A_FEW, Math.floor(work / THREAD_FULL));
  const count = existsSync(fileURLToPath(worker)) ? Math.min(worthwhile, threads, files.length) : 1;
  if (count < 2) return [ownLoader(config, folder, '0')];
  return Array.from({ length: count }, (_, i) => workerLoader(worker, { config, folder, name: String(i) }));
}

/** A loader in this thread; what it needs, dictionaries of names among it, is only fetched where it loads. */
function ownLoader(config: Config, folder: string, name: string): Loader {
  let opened: Promise<Loader> | undefined;
  const open = () => {
    opened ??= import('./load-file.js').then(({ localLoader }) => localLoader(config, folder, name));
    return opened;
  };
  return {
    load: async (files) => (await open()).load(files),
    finish: async () => (await open()).finish(),
    abandon: async () => (await opened)?.abandon(),
  };
}

/** A loader in another thread: the same local loader, at the other end of a message port. */
function workerLoader(file: URL, workerData: { config: Config; folder: string; name: string }): Loader {
  const worker = new Worker(file, { workerData });
  const ask = (request: LoadRequest) =>
    new Promise<LoadAnswer>((resolve, reject) => {
      const stopped = () => reject(new Error('a reading thread stopped before its file was read'));
      worker.once('error', reject).once('exit', stopped);
      worker.once('message', (answer: LoadAnswer) => {
        worker.off('error', reject).off('exit', stopped);
        if (isFailure(answer)) reject(rebuild(answer));
        else resolve(answer);
      });
      worker.postMessage(request);
    });
  return {
    look: async (found) => ((await ask({ look: found })) as { seen: InspectedFile | undefined }).seen,
    load: async (files) => void (await ask({ load: files })),
    finish: async () => (await ask({ finish: true })) as Loaded,
    abandon: async () => void (await worker.terminate()),
  };
}

function merge(parts: Loaded[]): Loaded {
  const account = new Map<number, RowAccount>();
  const shards: Shard[] = [];
  for (const part of parts) {
    for (const [source, rows] of part.account) account.set(source, rows);
    shards.push(...part.shards);
  }
  return { account, shards };
}
