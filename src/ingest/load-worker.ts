import { parentPort, workerData } from 'node:worker_threads';
import type { Config } from '../config/types.js';
import { localLoader } from './load-file.js';
import { failureOf, type LoadAnswer, type LoadRequest } from './load-messages.js';
import { vocabularies } from './read/headings.js';
import { inspect } from './read/inspect.js';
import { type KnownHeadings, knownHeadings } from './read/known-headings.js';

/** A reading thread: a local loader that is asked for one thing at a time. */
const { config, folder, name } = workerData as { config: Config; folder: string; name: string };
const loader = localLoader(config, folder, name);
let known: KnownHeadings | undefined;

async function answer(request: LoadRequest): Promise<LoadAnswer> {
  try {
    if ('look' in request) {
      known ??= knownHeadings(vocabularies(config.headings));
      return { seen: await inspect(request.look, known) };
    }
    if ('finish' in request) return await loader.finish();
    await loader.load(request.load);
    return { loaded: true };
  } catch (error) {
    return failureOf(error);
  }
}

parentPort?.on('message', async (request: LoadRequest) => parentPort?.postMessage(await answer(request)));
