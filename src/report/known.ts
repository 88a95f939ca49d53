import type { AuditResult } from '../model/result.js';

/** The result without the findings that an earlier result has already said (`check --baseline`). */
export function withoutKnown(result: AuditResult): AuditResult {
  if (!result.findings.some(({ known }) => known)) return result;
  return { ...result, findings: result.findings.filter(({ known }) => !known) };
}
