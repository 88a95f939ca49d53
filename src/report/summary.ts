import type { Finding } from '../model/finding.js';
import type { AuditResult } from '../model/result.js';
import { consequencesIn, faultsOf, fold } from './faults.js';

/** Counts of faults by severity, rule and community; what follows from them, and what was accepted, is counted apart. */
export function summarise(findings: readonly Finding[]): AuditResult['summary'] {
  const faults = faultsOf(findings);
  const accepted = fold(findings.filter((finding) => finding.accepted && !finding.known));
  const summary: AuditResult['summary'] = {
    error: 0,
    warning: 0,
    notice: 0,
    caused: consequencesIn(faults),
    accepted: accepted.roots.length,
    byRule: {},
    byCommunity: {},
  };
  for (const { severity, rule, community } of faults.roots) {
    summary[severity] += 1;
    summary.byRule[rule] = (summary.byRule[rule] ?? 0) + 1;
    summary.byCommunity[community] = (summary.byCommunity[community] ?? 0) + 1;
  }
  return summary;
}
