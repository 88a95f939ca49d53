import type { Finding } from '../model/finding.js';
import type { Lang } from '../model/language.js';
import { RULES } from '../rules/index.js';
import type { Rule } from '../rules/rule.js';
import { findingSentences } from './index.js';

const BY_NAME: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.name, rule]));

/**
 * A finding of an earlier run in a language: its sentences again, from what the finding itself carries. A finding of
 * a rule that this version does not have keeps its sentences.
 */
export function inLanguage(finding: Finding, lang: Lang): Finding {
  const rule = BY_NAME.get(finding.rule);
  if (!rule) return finding;
  const { severity, community, point, missingFrom, evidence, records } = finding;
  const raw = {
    rule,
    severity,
    community,
    point,
    event: null,
    cited: records.map(({ columns }, ordinal) => ({ record: ordinal, ordinal, columns })),
    missing: missingFrom ?? [],
    cause: [],
    covers: [],
    evidence,
  };
  return { ...finding, ...findingSentences(raw, records, evidence, lang) };
}
