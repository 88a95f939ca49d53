import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/rules/index.js';
import { CASES } from './cases/index.js';

/** The rules that must be there, family by family: a name that users rely on is never dropped by accident. */
const SPECIFIED: Readonly<Record<string, string>> = {
  format: `missing-value invalid-date partial-date future-date unknown-code invalid-number damaged-id unreadable-row
    undecodable-text missing-column conflicting-columns oversized-cell`,
  identity: 'invalid-id unknown-region birth-date-differs sex-differs shared-id split-id',
  birth: 'omitted duplicated mismatched',
  marriage: 'omitted duplicated mismatched',
  contraception: 'omitted duplicated mismatched',
  migration: 'omitted duplicated mismatched',
  death: 'omitted duplicated mismatched',
  enrolment: 'omitted duplicated mismatched',
  person: 'duplicated not-removed',
  roster: 'vanished unexplained',
  line: 'counts-differ',
  logic: `mother-age marriage-age birth-spacing parity-order birth-after-sterilisation birth-with-iud method-sex
    removal-without-insertion event-after-death overlapping-marriage children-sum children-count class-differs`,
  timing: `registered-before-event late-registration visit-overdue follow-up-overdue outcome-unrecorded
    certificate-missing certificate-expired verification-missing handover-overdue notice-overdue`,
  totals: `parts-differ subset-exceeds rate-differs rate-truncated rate-impossible balance-differs carry-over-differs
    rollup-differs recount-differs reported-twice target-missed`,
  pattern: `sex-ratio last-digit first-two-digits age-heaping age-sex-accuracy registration-bulge outlier
    copied-rows`,
  coverage: `register-absent register-twice building-absent household-count card-absent incomplete-card
    signatures-missing estimated-omission`,
  field: 'not-found omitted differs',
};

const NAMES = Object.entries(SPECIFIED).flatMap(([family, slugs]) =>
  slugs.split(/\s+/).map((slug) => `${family}/${slug}`),
);

it('names every rule', () => {
  expect(RULES.map(({ name }) => name).filter((name) => !NAMES.includes(name))).toEqual([]);
});

describe.each(NAMES)('%s', (name) => {
  it('is in the catalogue', () => expect(RULES.filter((rule) => rule.name === name)).toHaveLength(1));

  it('has rows that it finds, and rows that it must not', () => {
    const cases = CASES.find(({ rule }) => rule === name)?.cases ?? [];
    const finds = cases.map(({ finds }) => finds.some(({ rule }) => rule === name));
    expect(new Set(finds)).toEqual(new Set([true, false]));
  });

  it('has a page in both languages', () => {
    const page = new URL(`../../docs/rules/${name}.md`, import.meta.url);
    expect(existsSync(page)).toBe(true);
    const text = readFileSync(page, 'utf8');
    expect(text).toContain('## 为什么');
    expect(text).toContain('## Why');
  });
});
