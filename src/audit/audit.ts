import type { Listener, Stage } from '../ingest/options.js';
import type { AuditResult } from '../model/result.js';
import { checkRules } from './check.js';
import { chooseRules } from './choose-rules.js';
import { type Audited, describeResult } from './describe.js';
import { ingest } from './ingest.js';
import { type Matching, startMatching } from './match.js';
import { measureAll } from './measure.js';
import { type Workspace, withAuditWorkspace } from './open.js';
import type { AuditOptions } from './options.js';

/**
 * The whole audit: files → rows → typed cells → tables → persons and events → findings → one plain result. Every room
 * does its part and knows nothing of the next; only the stages in this folder join them.
 *
 * @throws RefusedFiles where files cannot be read and `keepGoing` is not asked for
 * @throws UserError for everything else that the user can mend
 */
export function audit(options: AuditOptions, listener: Listener = {}): Promise<AuditResult> {
  listener.onStage?.('open', 'begins', { statements: 0 });
  return withAuditWorkspace(options, async (workspace) => {
    const rules = await chooseRules(workspace.config, options);
    listener.onStage?.('open', 'ends', workspace.store);
    const ingested = await ingest(workspace, options, listener);
    const matching = await startMatching(workspace, options, listener);
    return finishAudit(workspace, { options, rules, ingested, matching }, listener);
  });
}

/** An audit that has come as far as matching. */
export interface BegunAudit extends Pick<Audited, 'options' | 'rules' | 'ingested'> {
  matching: Matching;
}

/** The second half of an audit: check and measure, side by side, then describe. */
export async function finishAudit(
  workspace: Workspace,
  { options, rules, ingested, matching }: BegunAudit,
  listener: Listener = {},
): Promise<AuditResult> {
  const { period, events } = matching;
  const measures = during('measure', workspace, listener, () =>
    measureAll(workspace, ingested.sources, matching, options),
  );
  const [measured, checked] = await Promise.all([
    measures,
    during('check', workspace, listener, () =>
      checkRules(workspace, rules.checked, ingested, { events, measures }, listener),
    ),
  ]);
  return during('describe', workspace, listener, () =>
    describeResult(workspace, { options, rules, ingested, period, measured, checked }),
  );
}

/** Does the work of a stage, and tells when it begins and when it has ended. */
async function during<Result>(
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
