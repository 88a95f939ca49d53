import { put } from '../keys/order.js';
import type { Finding } from '../model/finding.js';
import type { AuditResult } from '../model/result.js';
import { sumOf } from '../statistics/sum.js';

/** Findings of their own, and those that follow from each of them. */
export interface Folded {
  roots: Finding[];
  consequences: Map<string, Finding[]>;
}

/**
 * What every total counts: faults, which are caused by no other finding, accepted by nobody and not known from an
 * earlier result; beside them, by the id of the fault, the findings that follow from it and go with it.
 */
export function faultsOf(findings: readonly Finding[]): Folded {
  return fold(findings.filter(({ accepted, known }) => !accepted && !known));
}

/** How many findings follow from others. */
export function consequencesIn({ consequences }: Folded): number {
  return sumOf(consequences.values(), ({ length }) => length);
}

/** Folds every finding under the one that all of its causes lead to; a cause that is not reported counts for none. */
export function fold(findings: readonly Finding[]): Folded {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const folded: Folded = { roots: [], consequences: new Map() };
  for (const finding of findings) {
    const root = rootOf(finding, byId);
    if (root === finding) folded.roots.push(finding);
    else put(folded.consequences, root.id, finding);
  }
  return folded;
}

/** The finding that all causes of one lead to; one whose causes run in a circle is its own, so that it is not lost. */
export function rootOf(finding: Finding, byId: ReadonlyMap<string, Finding>): Finding {
  const seen = new Set<Finding>();
  let root = finding;
  let cause = byId.get(finding.causedBy ?? '');
  while (cause && !seen.has(cause)) {
    seen.add(cause);
    root = cause;
    cause = byId.get(cause.causedBy ?? '');
  }
  return cause ? finding : root;
}

/** Counts of faults by severity, rule and community; what follows from them, and what was accepted, is counted apart. */
export function summarise(findings: readonly Finding[]): AuditResult['summary'] {
  const faults = faultsOf(findings);
  const accepted = fold(findings.filter((finding) => finding.accepted && !finding.known));
  const summary: AuditResult['summary'] = {
    error: 0,
    warning: 0,
    notice: 0,
    caused: consequencesIn(faults),
    accepted: accepted.roots.length,
    byRule: {},
    byCommunity: {},
  };
  for (const { severity, rule, community } of faults.roots) {
    summary[severity] += 1;
    summary.byRule[rule] = (summary.byRule[rule] ?? 0) + 1;
    summary.byCommunity[community] = (summary.byCommunity[community] ?? 0) + 1;
  }
  return summary;
}

/** The result without the findings that somebody accepted. */
export function withoutAccepted(result: AuditResult): AuditResult {
  return without(result, 'accepted');
}

/** The result without the findings that an earlier result has already said (`check --baseline`). */
export function withoutKnown(result: AuditResult): AuditResult {
  return without(result, 'known');
}

function without(result: AuditResult, state: 'accepted' | 'known'): AuditResult {
  return { ...result, findings: result.findings.filter((finding) => !finding[state]) };
}
