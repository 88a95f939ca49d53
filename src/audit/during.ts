import type { Listener, Stage } from '../ingest/options.js';
import type { Workspace } from './open.js';

/** Does the work of a stage, and tells when it begins and when it has ended. */
export async function during<Result>(
  stage: Stage,
  { store }: Workspace,
  { onStage }: Listener,
  work: () => Promise<Result>,
): Promise<Result> {
  onStage?.(stage, 'begins', store);
  const result = await work();
  onStage?.(stage, 'ends', store);
  return result;
}
