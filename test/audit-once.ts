import { audit } from '../src/audit/audit.js';
import type { AuditOptions } from '../src/audit/options.js';
import type { AuditResult } from '../src/model/result.js';

const known = new Map<string, Promise<AuditResult>>();

/**
 * The audit of ledgers that no test changes (`samples`, `test/worlds`): once for all tests of a worker that ask the same.
 * Whoever gets the result has it for himself.
 */
export async function auditOnce(options: AuditOptions): Promise<AuditResult> {
  const key = JSON.stringify(options);
  const result = known.get(key) ?? audit(options);
  known.set(key, result);
  return structuredClone(await result);
}
