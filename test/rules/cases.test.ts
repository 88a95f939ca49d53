import { beforeAll, describe, expect, it } from 'vitest';
import { RULES } from '../../src/rules/index.js';
import type { Case } from './cases/case.js';
import { district } from './cases/district.js';
import { CASES } from './cases/index.js';
import { auditAll, casesOf, holdCases } from './cases/judge.js';
import type { Placed } from './cases/run.js';

/** Where not all are asked for (`scripts/mutants.mjs`): those of a `family/`, those audited `together`, or the `others`. */
const OF = process.env.CASES_OF ?? '';
const FAMILY = OF.endsWith('/') ? OF : '';
const ASKED = casesOf(
  (one) => !one.alone && (OF === FAMILY || isTogether(one) === (OF === 'together')),
  FAMILY,
);
const ALL = ASKED.flatMap(({ cases }) => cases);
const clean: Placed[] = [];

function isTogether({ door, among }: Case): boolean {
  return !door && !among;
}

/** What an inspector saw is a witness: it claims, and is never expected to be complete. */
const DOOR = 'points: { field: { words: [field], witness: true } }';

/** Districts that one audit takes: there are no more counties than these. */
const AT_ONCE = 200;

/** For a machine that does much else: what takes a quarter of a minute by itself took several there. */
const LONG = 600_000;

/** The last district of each audit stays clean. What is about whole files is audited in `test/slow/cases-alone.test.ts`. */
beforeAll(async () => {
  const together = ALL.filter(isTogether);
  for (let n = 0; n < together.length; n += AT_ONCE) {
    const part = together.slice(n, n + AT_ONCE);
    const untouched = district(part.length);
    const findings = await auditAll(part, [{ district: untouched, registers: untouched.registers }]);
    clean.push(...(findings.at(-1) ?? []));
  }
  await auditAll(ALL.filter(({ among }) => among === 'visits'));
  await auditAll(
    ALL.filter(({ door }) => door),
    [],
    DOOR,
  );
}, LONG);

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

holdCases(ASKED);
