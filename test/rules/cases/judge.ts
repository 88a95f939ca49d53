import { describe, expect, it } from 'vitest';
import type { Case, Expected, RuleCases } from './case.js';
import { district } from './district.js';
import { CASES } from './index.js';
import { auditTogether, type Placed, type Planted } from './run.js';

/** What was found of each case that was audited. */
const found = new Map<Case, Placed[]>();

/** The cases that are meant, by rule; of one `family/` where that is asked for. */
export function casesOf(isMeant: (one: Case) => boolean, family = ''): RuleCases[] {
  return CASES.filter(({ rule }) => rule.startsWith(family))
    .map(({ rule, cases }) => ({ rule, cases: cases.filter(isMeant) }))
    .filter(({ cases }) => cases.length > 0);
}

/** Cases that are audited together have districts of their own. */
function planted(cases: readonly Case[]) {
  return cases.map((one, n) => {
    const at = district(n);
    const { door, config } = one;
    const registers = one.plant(at);
    return { one, district: at, registers, before: one.before?.(at), door, ...(config ? { config } : {}) };
  });
}

/** Audits cases together; what was found of each is kept. */
export async function auditAll(cases: readonly Case[], more: readonly Planted[] = [], config?: string) {
  if (cases.length === 0) return [];
  const districts = planted(cases);
  const findings = await auditTogether([...districts.map((one) => ({ config, ...one })), ...more]);
  districts.forEach(({ one }, n) => {
    found.set(one, findings[n] ?? []);
  });
  return findings;
}

/** The cells that a finding shows, `point/register:n column`. */
function cellsOf({ records, places }: Placed): string[] {
  return records.flatMap(({ columns }, n) => columns.map((column) => `${places[n]} ${column}`));
}

/** What a finding is, as far as the case says it. */
function described(finding: Placed, all: readonly Placed[], expected: Expected): Record<string, unknown> {
  const under = all.filter(({ causedBy }) => causedBy === finding.id).map(({ rule }) => rule);
  const known = {
    rule: finding.rule,
    cites: expected.cites?.filter((place) => finding.places.includes(place)),
    rows: finding.places,
    shows: cellsOf(finding),
    lacks: [...new Set(finding.missingFrom?.map(({ point }) => point))].sort(),
    severity: finding.severity,
    unconfirmed: finding.unconfirmed,
    over: expected.over?.filter((rule) => under.includes(rule)),
  };
  return Object.fromEntries(Object.entries(known).filter(([key]) => key in expected));
}

function byRule(a: { rule: string }, b: { rule: string }): number {
  return a.rule < b.rule ? -1 : Number(a.rule > b.rule);
}

/** Holds what was found of cases that have been audited to what they expect. */
export function holdCases(asked: readonly RuleCases[]): void {
  describe.each(asked)('$rule', ({ cases }) => {
    it.each(cases)('$name', (one) => {
      const all = found.get(one) ?? [];
      const uncaused = all.filter(({ causedBy }) => causedBy === null).sort(byRule);
      const expected = [...one.finds].sort(byRule);
      const shown = uncaused.map((finding, n) => described(finding, all, expected[n] ?? { rule: '' }));
      expect(shown, uncaused.map(({ message }) => message).join('\n')).toEqual(expected);
    });
  });
}
