import type { AuditResult } from '../model/result.js';

/** The result without the findings that somebody accepted. */
export function withoutAccepted(result: AuditResult): AuditResult {
  return without(result, 'accepted');
}

/** The result without the findings that an earlier result has already said (`check --baseline`). */
export function withoutKnown(result: AuditResult): AuditResult {
  return without(result, 'known');
}

function without(result: AuditResult, state: 'accepted' | 'known'): AuditResult {
  return { ...result, findings: result.findings.filter((finding) => !finding[state]) };
}
