import type { Accepted, Finding } from '../model/finding.js';
import type { Note } from '../model/input.js';
import { noted } from '../model/noted.js';

/** Ids that a note names before it says how many there are. */
const NAMED = 10;

export interface Marked {
  findings: Finding[];
  /** Decisions that have run out, and those about nothing that is still found. */
  notes: Note[];
}

/**
 * Marks the findings that somebody accepted, with what follows from them. A decision that ran out before the as-of date
 * counts no longer.
 *
 * @param accepted decisions by id of the finding
 * @param asOf YYYY-MM-DD
 */
export function markAccepted(
  findings: readonly Finding[],
  accepted: ReadonlyMap<string, Accepted>,
  asOf: string,
): Marked {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const expired = (id: string) => (accepted.get(id)?.until ?? '9999') < asOf;
  const decisionFor = (finding: Finding): Accepted | undefined => {
    const seen = new Set<Finding>();
    for (let at: Finding | undefined = finding; at && !seen.has(at); at = byId.get(at.causedBy ?? '')) {
      seen.add(at);
      const decision = accepted.get(at.id);
      if (decision && !expired(at.id)) return decision;
    }
    return undefined;
  };
  const found = [...accepted.keys()].filter((id) => byId.has(id));
  const stale = [...accepted.keys()].filter((id) => !byId.has(id));
  return {
    findings: findings.map((finding) => withDecision(finding, decisionFor(finding))),
    notes: [...note('accepted-expired', found.filter(expired)), ...note('accepted-stale', stale)],
  };
}

function withDecision(finding: Finding, decision: Accepted | undefined): Finding {
  if (!decision) return finding;
  const { reason, by, on, until } = decision;
  return { ...finding, accepted: { reason, ...(by ? { by } : {}), on, ...(until ? { until } : {}) } };
}

function note(code: string, ids: readonly string[]): Note[] {
  const named = [...ids].sort().slice(0, NAMED).join(' ');
  return noted(code, ids.length, ids.length > NAMED ? `${named} …` : named);
}
