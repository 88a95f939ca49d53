import type { Finding } from '../model/finding.js';
import type { AuditResult } from '../model/result.js';

/** The result without the findings that somebody accepted. */
export function withoutAccepted(result: AuditResult): AuditResult {
  if (!result.findings.some(({ accepted }) => accepted)) return result;
  return { ...result, findings: openOnes(result.findings) };
}

/** The findings that nobody accepted. */
export function openOnes(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ accepted }) => !accepted);
}
