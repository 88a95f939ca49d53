import { recountRules, withCauses } from '../../findings/index.js';
import type { Finding } from '../../model/finding.js';
import { FIELD } from '../../model/point.js';
import type { AuditResult } from '../../model/result.js';
import type { SpotResult } from '../../model/spot-result.js';
import { summarise } from '../../report/faults.js';

/** The result of the audit as far as the door decides it: the rates, and the findings with what they follow from. */
export function spotResultOf(result: AuditResult, spot: SpotResult): AuditResult {
  const isTold = (finding: Finding) => isOfField(finding) && !isUnasked(finding);
  const findings = onceACell(withCauses(result.findings, isTold));
  const { quality: _, areas: __, rosters: ___, ...rest } = result;
  return {
    ...rest,
    run: { ...result.run, rules: recountRules(result.run.rules, findings) },
    summary: summarise(findings),
    line: [],
    errorRates: [],
    indicators: [],
    spot,
    findings,
  };
}

/** One cell of a sheet speaks for several registers: what is wrong with it is said once. */
function onceACell(findings: readonly Finding[]): Finding[] {
  const said = new Set<string>();
  return findings.filter(({ rule, records: [place] }) => {
    if (!rule.startsWith('format/') || place?.point !== FIELD) return true;
    const cell = [rule, place.path, place.sheet, place.row, ...place.cells].join('|');
    if (said.has(cell)) return false;
    said.add(cell);
    return true;
  });
}

/** A sheet asks for no mother: what it has no cell for, nobody left blank. */
function isUnasked({ rule, records: [place] }: Finding): boolean {
  return rule.startsWith('format/') && place?.point === FIELD && place.cells.length === 0;
}

function isOfField({ rule, records }: Finding): boolean {
  return rule.startsWith('field/') || records.some(({ point }) => point === FIELD);
}
