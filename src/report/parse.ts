import { type AuditResult, resultSchema } from '../model/result.js';

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
  if (parsed.success) return { result: parsed.data };
  return { fault: parsed.error.issues[0]?.path.join('.') || 'schema' };
}
