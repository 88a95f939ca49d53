import { type AuditResult, resultSchema } from '../model/result.js';
import { parseJson } from './parse-json.js';
import { summarise } from './summary.js';

/**
 * The result that a JSON report holds, checked once; titles and names of indicators, which it does not hold, are still
 * codes.
 * @returns the result, or where it is none: the first place that is wrong
 */
export function parseResult(text: string): { result: AuditResult } | { fault: string } {
  const parsed = parseJson<AuditResult>(text, resultSchema);
  if ('fault' in parsed) return { fault: parsed.at };
  // Results of earlier versions counted consequences with their causes.
  return { result: { ...parsed.value, summary: summarise(parsed.value.findings) } };
}
