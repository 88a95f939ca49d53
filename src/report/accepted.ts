import type { AuditResult } from '../model/result.js';

/** The result without the findings that somebody accepted. */
export function withoutAccepted(result: AuditResult): AuditResult {
  if (!result.findings.some(({ accepted }) => accepted)) return result;
  return { ...result, findings: result.findings.filter(({ accepted }) => !accepted) };
}
