import { isSystemError, reasonOf } from '../files/system-error.js';
import { UserError } from '../messages/index.js';
import type { Lang } from '../model/language.js';
import type { AuditResult } from '../model/result.js';

/**
 * The result of an earlier run from its JSON report.
 * @throws UserError where it cannot be read, or is none
 */
export async function loadReport(path: string, lang: Lang): Promise<AuditResult> {
  try {
    return await (await import('../audit/load-result.js')).loadResult(path, lang);
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    throw new UserError('reports.cannot-read', { path, reason: reasonOf(lang, cause) }, { cause });
  }
}
