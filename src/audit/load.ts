import { loadInto } from '../ingest/loaded.js';
import type { Gathered, Listener, ReadOptions } from '../ingest/options.js';
import { withWorkspace } from './open.js';
import type { AuditOptions } from './options.js';

/** What is loaded, and where to. */
export type LoadOptions = ReadOptions & Pick<AuditOptions, 'config' | 'memory' | 'threads'> & { to: string };

/**
 * The first two stages alone: opens and ingests; what was read is kept for an audit `from` there. Nothing is matched.
 * @throws RefusedFiles, UserError as `loadInto`
 */
export function loadForLater(options: LoadOptions, listener: Listener = {}): Promise<Gathered> {
  return withWorkspace(options, ({ store, config, threads }) =>
    loadInto(options.to, store, options, config, threads, listener),
  );
}
