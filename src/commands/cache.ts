import { clear } from '../ingest/cache/folder.js';
import { show } from '../ingest/cache/show.js';
import { say } from '../messages/index.js';
import type { CommandContext } from './context.js';
import type { Verb } from './verb.js';

const MEGABYTE = 1_000_000;

/** Adds `plumbline cache show DIR` and `plumbline cache clear DIR`. */
export function registerCache(program: Verb, { lang, terminal }: CommandContext): void {
  const cache = program.verb('cache', 'cache.about');
  cache
    .verb('show', 'cache.about-show')
    .takes('<dir>', 'cache.dir')
    .action(async (folder: string) => {
      const { bytes, files, rows, segments, isUsable } = show(folder);
      const size = (bytes / MEGABYTE).toFixed(1);
      const key = isUsable ? 'cache.shown' : 'cache.shown-useless';
      await terminal.out(`${say(lang, key, { folder, size, files, rows, segments })}\n`);
    });
  cache
    .verb('clear', 'cache.about-clear')
    .takes('<dir>', 'cache.dir')
    .action(async (folder: string) => {
      clear(folder);
      await terminal.out(`${say(lang, 'cache.cleared', { folder })}\n`);
    });
}
