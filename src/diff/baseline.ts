import type { Finding } from '../model/finding.js';
import type { AuditResult } from '../model/result.js';
import { fold, rootOf, summarise } from '../report/faults.js';
import { compareRuns } from './comparable.js';

/**
 * The result with everything marked as known that an earlier result has already said. A finding is as new as the one it
 * follows from: a new consequence of a known cause is known, and a known one under a new cause is shown with it. What was
 * accepted in the earlier result is known for as long as it is accepted. Known findings are in no count.
 *
 * @throws UserError where the ids of the two results cannot be compared
 */
export function markKnown(result: AuditResult, baseline: AuditResult): AuditResult {
  const notes = compareRuns(baseline, result);
  const before = new Map(baseline.findings.map((finding) => [finding.id, finding]));
  const byId = new Map(result.findings.map((finding) => [finding.id, finding]));
  const findings = result.findings.map((finding): Finding => {
    const root = rootOf(finding, byId);
    const known = before.get(root.id);
    return known && (!known.accepted || root.accepted) ? { ...finding, known: true } : finding;
  });
  const count = fold(findings.filter((finding) => finding.known)).roots.length;
  const known = { code: 'baseline-known', count, detail: baseline.run.asOf };
  const run = { ...result.run, notes: [...result.run.notes, ...notes, known] };
  return { ...result, run, summary: summarise(findings), findings };
}
