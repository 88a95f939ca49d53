import { refusal } from '../files/system-error.js';
import type { Lang } from '../model/language.js';
import type { AuditResult } from '../model/result.js';

/**
 * The result of an earlier run from its JSON report.
 * @throws UserError where it cannot be read, or is none
 */
export async function loadReport(path: string, lang: Lang): Promise<AuditResult> {
  const { loadResult } = await import('../audit/load-result.js');
  return loadResult(path, lang).catch((cause) => {
    throw refusal(cause, 'reports.cannot-read', path, lang);
  });
}
