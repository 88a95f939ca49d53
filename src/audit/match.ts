import type { Listener } from '../ingest/options.js';
import { setCopiesAside } from '../match/copies.js';
import { match } from '../match/match.js';
import { planText } from '../store/steps.js';
import type { Workspace } from './open.js';
import { definePeriod, type Period } from './period.js';

/** Matching under way: what needs no persons and events need not wait for them. */
export interface Matching {
  period: Period;
  /** Settled once persons and events are known. */
  events: Promise<unknown>;
}

/**
 * Third stage: defines the audited period, sets copies of files aside, and begins to match what is in the tables.
 * @throws UserError as `definePeriod`
 */
export async function startMatching(
  { store, config }: Workspace,
  asked: { period?: string; asOf?: string },
  { onProgress, onPlan, onStage }: Listener = {},
): Promise<Matching> {
  onProgress?.('match', 0, 0);
  onStage?.('match', 'begins', store);
  const period = await definePeriod(store, asked, config);
  await setCopiesAside(store);
  const events = match(store, period).then((runs) => {
    onStage?.('match', 'ends', store);
    onPlan?.(planText(runs));
  });
  return { period, events };
}
