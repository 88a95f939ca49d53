import { resolve } from 'node:path';
import { audit } from '../src/audit/audit.js';
import type { AuditOptions } from '../src/audit/options.js';
import type { AuditResult } from '../src/model/result.js';

const known = new Map<string, Promise<AuditResult>>();

/**
 * The audit of ledgers that no test changes (`samples`, `test/worlds`, a folder of its own): once for all tests of a worker that ask the same.
 * However many threads are asked, and however paths are written, it is
 * the same. Whoever gets the result has it for himself.
 */
export async function auditOnce(options: AuditOptions): Promise<AuditResult> {
  const { threads, paths = [], ...asked } = options;
  const key = JSON.stringify({ paths: paths.map((path) => resolve(path)), ...asked });
  const result = known.get(key) ?? audit(options);
  known.set(key, result);
  return structuredClone(await result);
}
