import { readFile } from 'node:fs/promises';
import { inLanguage } from '../findings/localise.js';
import { INDICATORS } from '../measure/indicators/index.js';
import { UserError } from '../messages/index.js';
import type { Lang } from '../model/language.js';
import { type AuditResult, resultSchema } from '../model/result.js';
import { summarise } from '../report/faults.js';
import { parseJson } from '../report/parse-json.js';
import { withTitles } from '../rules/titles.js';

/**
 * The result of an earlier run from its JSON report, with its sentences in a language, the names that people read, and
 * the levels of areas.
 * @throws the system's error where the file cannot be read, UserError where it is no result
 */
export async function loadResult(path: string, lang: Lang): Promise<AuditResult> {
  const parsed = parseResult(await readFile(path, 'utf8'));
  if ('fault' in parsed) throw new UserError('reports.not-a-result', { path, reason: parsed.fault });
  const { result } = parsed;
  const { run, indicators, findings, areas = [] } = result;
  const levels = new Map(areas.map(({ area, level }) => [area, level]));
  const names = new Map(INDICATORS.map(({ code, name, en }) => [code, lang === 'zh' ? name : en]));
  return {
    ...result,
    run: { ...run, lang, rules: withTitles(run.rules, lang) },
    indicators: indicators.map((row) => ({
      ...row,
      name: names.get(row.code) ?? row.code,
      level: levels.get(row.area) ?? row.level,
    })),
    findings: run.lang === lang ? findings : findings.map((finding) => inLanguage(finding, lang)),
  };
}

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
