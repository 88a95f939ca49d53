import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/report/result.js';
import { RULES } from '../../src/rules/index.js';
import type { Expected } from './cases/case.js';
import { DISTRICT } from './cases/district.js';
import { CASES } from './cases/index.js';
import { auditCase, placeOf } from './cases/run.js';

/** What a case can say of a finding, with only what the case does say. */
function described(finding: Finding, findings: readonly Finding[], expected: Expected): Expected {
  const places = finding.records.map(placeOf);
  const under = findings.filter(({ causedBy }) => causedBy === finding.id).map(({ rule }) => rule);
  const all: Required<Expected> = {
    rule: finding.rule,
    cites: (expected.cites ?? []).filter((place) => places.includes(place)),
    lacks: [...new Set((finding.missingFrom ?? []).map(({ point }) => point))].sort(),
    severity: finding.severity,
    unconfirmed: finding.unconfirmed ?? true,
    over: (expected.over ?? []).filter((rule) => under.includes(rule)),
  };
  const said = Object.keys(expected) as (keyof Expected)[];
  return Object.fromEntries(said.map((key) => [key, all[key]])) as unknown as Expected;
}

describe('the clean district', () => {
  it('breaks no rule', async () => {
    const { findings } = await auditCase(DISTRICT);
    expect(findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
  });
});

describe('the cases', () => {
  it('are there for every rule: one it finds, one it must not', () => {
    expect(CASES.map(({ rule }) => rule).sort()).toEqual(RULES.map(({ name }) => name).sort());
    for (const { rule, cases } of CASES) {
      const found = cases.map(({ finds }) => finds.some((expected) => expected.rule === rule));
      expect(found, rule).toContain(true);
      expect(found, rule).toContain(false);
    }
  });
});

describe.each(CASES)('$rule', ({ cases }) => {
  it.each(cases)('$name', async ({ registers, finds }) => {
    const { findings } = await auditCase(registers);
    const uncaused = findings.filter(({ causedBy }) => causedBy === null);
    expect(
      uncaused.map(({ rule, message }) => `${rule} ${message}`).map((text) => text.split(' ')[0]),
    ).toEqual([...finds.map(({ rule }) => rule)].sort());
    const inOrder = [...finds].sort((a, b) => (a.rule < b.rule ? -1 : 1));
    expect(uncaused.map((finding, n) => described(finding, findings, inOrder[n] ?? { rule: '' }))).toEqual(
      inOrder,
    );
  });
});
