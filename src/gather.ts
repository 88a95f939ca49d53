import { pointsAsked } from './asked.js';
import { type AuditHooks, type AuditOptions, RefusedFiles } from './audit-options.js';
import type { Config } from './config/types.js';
import { abandon, loadSources, openLoaders, sizesOf } from './load.js';
import type { Loader } from './load-file.js';
import { survey } from './read/survey.js';
import type { RowAccount, Survey } from './read/types.js';
import { fill } from './store/fill.js';
import type { Store } from './store/store.js';

/** What was read into the store. */
export interface Gathered extends Survey {
  account: Map<number, RowAccount>;
}

/**
 * From files to tables: looks what there is, reads and normalises it in several threads, and fills the store. The threads
 * start while the files are still being looked at.
 *
 * @throws RefusedFiles where files cannot be read and `keepGoing` is not asked for, or nothing is left without them
 */
export async function gather(
  store: Store,
  { paths, points, lang, keepGoing }: AuditOptions,
  config: Config,
  threads: number,
  { onProgress }: AuditHooks,
): Promise<Gathered> {
  let loaders: Loader[] = [];
  try {
    const found = await survey(paths, config, {
      points: pointsAsked(points, config),
      lang,
      onWalk: (files) => {
        loaders = openLoaders(sizesOf(files), config, { threads, folder: store.path });
      },
      onFile: (files, total) => onProgress?.('survey', files, total),
    });
    const { sources, refused } = found;
    if (refused.length > 0 && !(keepGoing && sources.length > 0)) throw new RefusedFiles(refused);
    const { account, shards } = await loadSources(sources, config, {
      threads,
      folder: store.path,
      loaders,
      onProgress: (done, total) => onProgress?.('load', done, total),
    });
    await fill(store, sources, shards);
    return { ...found, account };
  } finally {
    await abandon(loaders);
  }
}
