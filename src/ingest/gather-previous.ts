import { mkdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Config } from '../config/types.js';
import { UserError } from '../messages/index.js';
import type { Handed } from '../model/handed.js';
import type { InputReport, Refusal } from '../model/input.js';
import type { RowAccount, Source } from '../model/source.js';
import { ROSTER_NAMES } from '../registers/types.js';
import { fillPrevious } from '../store/fill.js';
import type { Store } from '../store/store.js';
import { handedIn } from './handed.js';
import { describeInputs } from './inputs.js';
import { byFile, loadFiles } from './load.js';
import { type ReadOptions, RefusedFiles } from './options.js';
import { pointsAsked } from './points-asked.js';
import { survey } from './read/survey.js';

/** Last month's registers of people, and what became of their rows. */
export interface Previous {
  sources: Source[];
  account: ReadonlyMap<number, RowAccount>;
  inputs: InputReport[];
  refused: Refusal[];
  /** All registers that lie there, those that are not read among them. */
  handed: Handed[];
}

/**
 * Reads last month's registers of people into tables of their own, where they disturb nothing that is audited; whatever
 * else lies beside them is not read. Their printed paths begin with the name of the folder asked for.
 *
 * @param from the first number that no source of this month has
 * @throws RefusedFiles where files cannot be read and `keepGoing` is not asked for
 * @throws UserError where there is no register of people
 */
export async function gatherPrevious(
  store: Store,
  { previous: paths = [], points = [], lang, keepGoing }: ReadOptions,
  config: Config,
  threads: number,
  from: number,
): Promise<Previous> {
  if (paths.length === 0) return { sources: [], account: new Map(), inputs: [], refused: [], handed: [] };
  const prefix = paths.length === 1 ? `${basename(resolve(paths[0] ?? ''))}/` : '';
  const found = await survey(paths, config, { points: pointsAsked(points, config), lang });
  const refused = found.refused.map(({ path, reason }) => ({ path: prefix + path, reason }));
  const sources = found.sources
    .filter(({ register, witness }) => !witness && ROSTER_NAMES.some((name) => name === register))
    .map(
      (source, n): Source => ({ ...source, source: from + n, path: prefix + source.path, previous: true }),
    );
  if (refused.length > 0 && !(keepGoing && sources.length > 0)) throw new RefusedFiles(refused);
  if (sources.length === 0) throw new UserError('roster.none', { paths: paths.join('、') });
  const folder = join(store.path, 'previous');
  mkdirSync(folder, { mode: 0o700 });
  const { account, shards } = await loadFiles(byFile(sources), config, { threads, folder });
  await fillPrevious(store, sources, shards);
  const inputs = describeInputs(sources, account);
  return { sources, account, inputs, refused, handed: handedIn(found.sources) };
}
