import { suppliedRegisters } from '../ingest/inputs.js';
import type { Listener } from '../ingest/options.js';
import type { Rule } from '../rules/rule.js';
import { type RulesRun, type RunContext, runRules } from '../rules/run.js';
import type { Ingested } from './ingest.js';
import type { Workspace } from './open.js';

/**
 * Fourth stage: runs the rules, each as soon as the tables that it reads are ready.
 * @throws UserError where a rule cannot be executed
 */
export function checkRules(
  { store, config }: Workspace,
  rules: readonly Rule[],
  { sources, previous }: Ingested,
  ready: RunContext['ready'],
  { onProgress }: Listener = {},
): Promise<RulesRun> {
  const context = {
    supplied: suppliedRegisters(sources),
    previous: previous.sources.length > 0,
    tuning: new Map(Object.entries(config.rules)),
    ...(ready && { ready }),
  };
  return runRules(store, rules, context, (done) => onProgress?.('check', done, rules.length));
}
