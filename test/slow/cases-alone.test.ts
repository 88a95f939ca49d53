import { beforeAll, expect, it } from 'vitest';
import type { Case } from '../rules/cases/case.js';
import { auditAll, casesOf, holdCases } from '../rules/cases/judge.js';

/** Where not all are asked for (`scripts/mutants.mjs`): those of a `family/`. */
const OF = process.env.CASES_OF ?? '';
const ASKED = casesOf(({ alone }) => alone !== undefined, OF.endsWith('/') ? OF : '');

/** Cases that are about whole files, each by itself or with those about the same files. */
function groups(): Case[][] {
  const byFiles = new Map<unknown, Case[]>();
  for (const one of ASKED.flatMap(({ cases }) => cases)) {
    const files = one.alone === true ? one : one.alone;
    byFiles.set(files, [...(byFiles.get(files) ?? []), one]);
  }
  return [...byFiles.values()];
}

beforeAll(async () => {
  for (const some of groups()) await auditAll(some);
}, 600_000);

it('rules have cases that are about whole files', () => {
  if (OF === '') expect(ASKED.length).toBeGreaterThan(10);
});

holdCases(ASKED);
