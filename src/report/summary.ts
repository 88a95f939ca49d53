import type { Finding } from '../model/finding.js';
import type { AuditResult } from '../model/result.js';

/** Counts of findings by severity, rule and community; those that were accepted are counted apart. */
export function summarise(findings: readonly Finding[]): AuditResult['summary'] {
  const summary: AuditResult['summary'] = {
    error: 0,
    warning: 0,
    notice: 0,
    accepted: 0,
    byRule: {},
    byCommunity: {},
  };
  for (const { severity, rule, community, accepted } of findings) {
    if (accepted) {
      summary.accepted += 1;
      continue;
    }
    summary[severity] += 1;
    summary.byRule[rule] = (summary.byRule[rule] ?? 0) + 1;
    summary.byCommunity[community] = (summary.byCommunity[community] ?? 0) + 1;
  }
  return summary;
}
