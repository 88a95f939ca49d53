import { beforeAll, describe, expect, it } from 'vitest';
import { RULES } from '../../src/rules/index.js';
import type { Case, Expected } from './cases/case.js';
import { district } from './cases/district.js';
import { CASES } from './cases/index.js';
import { auditTogether, type Placed, type Planted } from './cases/run.js';

/** Where not all are asked for (`scripts/mutants.mjs`): those of a `family/`, those audited `together`, or the `others`. */
const OF = process.env.CASES_OF ?? '';
const ASKED = CASES.map(({ rule, cases }) => ({
  rule,
  cases: cases.filter((one) => isAsked(rule, one)),
})).filter(({ cases }) => cases.length > 0);
const ALL = ASKED.flatMap(({ cases }) => cases);
const found = new Map<Case, Placed[]>();
const clean: Placed[] = [];

function isTogether({ alone, door, among }: Case): boolean {
  return !alone && !door && !among;
}

function isAsked(rule: string, one: Case): boolean {
  if (OF === 'together' || OF === 'others') return isTogether(one) === (OF === 'together');
  return rule.startsWith(OF);
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

/** What an inspector saw is a witness: it claims, and is never expected to be complete. */
const DOOR = 'points: { field: { words: [field], witness: true } }';

/** Audits cases together; what was found of each is kept. */
async function auditAll(cases: readonly Case[], more: readonly Planted[] = [], config?: string) {
  if (cases.length === 0) return [];
  const districts = planted(cases);
  const findings = await auditTogether([...districts.map((one) => ({ config, ...one })), ...more]);
  districts.forEach(({ one }, n) => {
    found.set(one, findings[n] ?? []);
  });
  return findings;
}

/** Districts that one audit takes: there are no more counties than these. */
const AT_ONCE = 200;

/** For a machine that does much else: what takes half a minute by itself took several there. */
const LONG = 600_000;

/** The cases that are no part of the whole, each by itself or with those about the same files. */
function alone(): Case[][] {
  const groups = new Map<unknown, Case[]>();
  for (const one of ALL.filter((any) => any.alone)) {
    const files = one.alone === true ? one : one.alone;
    groups.set(files, [...(groups.get(files) ?? []), one]);
  }
  return [...groups.values()];
}

/** The last district of each audit stays clean. */
beforeAll(async () => {
  const together = ALL.filter(isTogether);
  for (let n = 0; n < together.length; n += AT_ONCE) {
    const part = together.slice(n, n + AT_ONCE);
    const untouched = district(part.length);
    const findings = await auditAll(part, [{ district: untouched, registers: untouched.registers }]);
    clean.push(...(findings.at(-1) ?? []));
  }
  for (const some of alone()) await auditAll(some);
  await auditAll(ALL.filter(({ among }) => among === 'visits'));
  await auditAll(
    ALL.filter(({ door }) => door),
    [],
    DOOR,
  );
}, LONG);

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

describe('a clean district', () => {
  it('breaks no rule', () => {
    expect(clean.map(({ message }) => message)).toEqual([]);
  });
});

describe('the cases', () => {
  it('are there for every rule: one it finds, one it must not', () => {
    expect(CASES.map(({ rule }) => rule).sort()).toEqual(RULES.map(({ name }) => name).sort());
    for (const { rule, cases } of CASES) {
      const finds = cases.map((one) => one.finds.some((expected) => expected.rule === rule));
      expect(new Set(finds), rule).toEqual(new Set([true, false]));
    }
  });
});

describe.each(ASKED)('$rule', ({ cases }) => {
  it.each(cases)('$name', (one) => {
    const all = found.get(one) ?? [];
    const uncaused = all.filter(({ causedBy }) => causedBy === null).sort(byRule);
    const expected = [...one.finds].sort(byRule);
    const shown = uncaused.map((finding, n) => described(finding, all, expected[n] ?? { rule: '' }));
    expect(shown, uncaused.map(({ message }) => message).join('\n')).toEqual(expected);
  });
});
