import { type AuditResult, resultSchema } from '../model/result.js';
import { summarise } from './summary.js';

/**
 * The result that a JSON report holds, checked once; titles and names of indicators, which it does not hold, are still
 * codes.
 * @returns the result, or where it is none: the first place that is wrong
 */
export function parseResult(text: string): { result: AuditResult } | { fault: string } {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { fault: 'JSON' };
  }
  const parsed = resultSchema.safeParse(raw);
  // Results of earlier versions counted consequences with their causes.
  if (parsed.success) return { result: { ...parsed.data, summary: summarise(parsed.data.findings) } };
  return { fault: parsed.error.issues[0]?.path.join('.') || 'schema' };
}
