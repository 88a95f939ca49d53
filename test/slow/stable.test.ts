import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import type { Row } from '../rules/cases/case.js';
import { district } from '../rules/cases/district.js';
import { CASES } from '../rules/cases/index.js';
import { auditFiles, stack } from '../rules/cases/run.js';

/** All faults of the cases in one world. */
function faulty(): Map<string, Row[]> {
  const together = CASES.flatMap(({ cases }) => cases).filter(({ alone }) => !alone);
  return stack(together.map(({ plant }, n) => ({ district: district(n), registers: plant(district(n)) })))
    .files;
}

/** What a finding is, but for the places that another order of rows changes. */
function essence({ id, causedBy, message, records }: Finding): string {
  return JSON.stringify([id, causedBy, message, records.map(({ values, point }) => [point, values])]);
}

describe('the same rows in another order, in files of other names', () => {
  let before: Finding[];
  let after: Finding[];

  beforeAll(async () => {
    const files = faulty();
    const renamed = [...files].map(
      ([claimant, rows]) => [`${claimant}#另存为`, [...rows].reverse()] as const,
    );
    before = await auditFiles(files);
    after = await auditFiles(new Map(renamed.reverse()));
  });

  it('give the same findings under the same ids, in the same words, by the same causes', () => {
    expect(after.map(essence).sort()).toEqual(before.map(essence).sort());
  });

  it('give every finding an id of its own', () => {
    expect(before.length).toBeGreaterThan(60);
    expect(new Set(before.map(({ id }) => id)).size).toBe(before.length);
  });
});
