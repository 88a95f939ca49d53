import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import type { Row } from '../rules/cases/case.js';
import { district, MOST_DISTRICTS } from '../rules/cases/district.js';
import { CASES } from '../rules/cases/index.js';
import { auditFiles, stack } from '../rules/cases/run.js';

/** Their cases say by number which row could not be read: in another order it is another row. */
const NUMBERED = ['format/unreadable-row'];

/** All faults of the cases, in worlds of as many districts as have counties of their own. */
function faulty(): Map<string, Row[]>[] {
  const together = CASES.filter(({ rule }) => !NUMBERED.includes(rule))
    .flatMap(({ cases }) => cases)
    .filter(({ alone, door }) => !alone && !door);
  const worlds = Array.from({ length: Math.ceil(together.length / MOST_DISTRICTS) }, (_, n) =>
    together.slice(n * MOST_DISTRICTS, (n + 1) * MOST_DISTRICTS),
  );
  return worlds.map(
    (cases) =>
      stack(cases.map(({ plant }, n) => ({ district: district(n), registers: plant(district(n)) }))).files,
  );
}

/** What a finding is, but for the places that another order of rows changes. */
function essence({ id, causedBy, message, records }: Finding): string {
  return JSON.stringify([id, causedBy, message, records.map(({ values, point }) => [point, values])]);
}

describe.each(faulty().map((files, n) => [n + 1, files] as const))(
  'the same rows in another order, in files of other names, in world %i',
  (_, files) => {
    let before: Finding[];
    let after: Finding[];

    beforeAll(async () => {
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
      expect(before.length).toBeGreaterThan(20);
      expect(new Set(before.map(({ id }) => id)).size).toBe(before.length);
    });
  },
);
