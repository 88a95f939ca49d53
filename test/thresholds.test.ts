import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sourceFiles } from './imports.js';

const CASES = 'rules/cases/boundaries.ts';
const OF_PATTERNS = 'rules/thresholds.test.ts';
const STEPS = 'match/boundaries.test.ts';
const LINKS = 'match/events/links.test.ts';
const COUNTS = 'measure/recount.test.ts';
/** No verdict hangs on it: how much is shown, tried or kept, the order of things, a unit, or what no audit reaches. */
const NO_VERDICT = '';

/**
 * Numbers that decide what is matched, found or counted, by file and name (or by value, where they have none), and the
 * test that holds both sides of each. `npm run mutants` says whether it does.
 */
const HELD: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'match/copies.ts': { SHARE: 'match/copies.test.ts', ROWS: 'match/copies.test.ts' },
  'match/childbearing-age.ts': { YOUNGEST: CASES, OLDEST: CASES },
  'match/coverage/card-items.ts': { 15: CASES },
  'match/coverage/other-ends.ts': { DAYS_APART: CASES },
  'match/coverage/outdated.ts': { 270: STEPS, 400: STEPS },
  'match/coverage/uncovered-months.ts': { EVENTS_IN_A_GAP: 'rules/cases/coverage.ts' },
  'match/events/claims.ts': { CLAIMS_PER_RECORD: NO_VERDICT },
  'match/events/household-mothers.ts': { '-400': STEPS, 14: STEPS, 55: STEPS },
  'match/events/kinds/birth.ts': { '-400': NO_VERDICT, 270: LINKS },
  'match/events/kinds/contraception.ts': { 180: LINKS },
  'match/events/kinds/marriage.ts': { 400: LINKS },
  'match/events/kinds/migration.ts': { 180: LINKS },
  'match/events/links.ts': { RANK_COST: NO_VERDICT },
  'match/events/lunar.ts': { DAY: NO_VERDICT, MARGIN: NO_VERDICT },
  'match/persons/near.ts': { SLIPS: STEPS },
  'match/rosters/people.ts': { LEEWAY: STEPS },
  'rules/causes.ts': { WIDTH: NO_VERDICT },
  'rules/coverage/estimated-omission.ts': { min_matched: OF_PATTERNS },
  'rules/coverage/incomplete-card.ts': {
    percent: 'rules/cases/coverage.ts',
    100: 'rules/cases/coverage.ts',
  },
  'rules/coverage/signatures-missing.ts': { SHOWS_CUSTOM: OF_PATTERNS, min: OF_PATTERNS },
  'rules/logic/birth-after-sterilisation.ts': { days: CASES },
  'rules/logic/birth-spacing.ts': { min_days: CASES, max_days: CASES },
  'rules/logic/birth-with-iud.ts': { days: CASES },
  'rules/logic/event-after-death.ts': { POSTHUMOUS: CASES },
  'rules/logic/marriage-age.ts': { husband: CASES, wife: 'rules/cases/logic.ts' },
  'rules/logic/mother-age.ts': { min: CASES, max: CASES, impossible_below: CASES, impossible_above: CASES },
  'rules/logic/parity-order.ts': { 15: OF_PATTERNS, 50: OF_PATTERNS, 270: OF_PATTERNS },
  'rules/pattern/age-heaping.ts': { min_n: OF_PATTERNS, p: OF_PATTERNS, whipple: OF_PATTERNS },
  'rules/pattern/age-sex-accuracy.ts': { min_n: OF_PATTERNS, index: OF_PATTERNS },
  'rules/pattern/copied-rows.ts': { rows: 'rules/cases/pattern.ts' },
  'rules/pattern/first-two-digits.ts': { min_n: OF_PATTERNS, p: OF_PATTERNS, deviation: OF_PATTERNS },
  'rules/pattern/last-digit.ts': { min_n: OF_PATTERNS, p: OF_PATTERNS },
  'rules/pattern/outlier.ts': {
    min_n: OF_PATTERNS,
    p: OF_PATTERNS,
    z: OF_PATTERNS,
    percent: OF_PATTERNS,
  },
  'rules/pattern/registration-bulge.ts': {
    min_n: OF_PATTERNS,
    p: OF_PATTERNS,
    percent: OF_PATTERNS,
  },
  'rules/pattern/sex-ratio.ts': { min_n: OF_PATTERNS, p: OF_PATTERNS },
  'rules/sql.ts': { MOST_CITED: NO_VERDICT },
  'rules/stays.ts': { min_age: CASES, max_age: CASES },
  'rules/timing/follow-up-overdue.ts': {
    birth_days: 'rules/cases/timing.ts',
    operation_days: 'rules/cases/timing.ts',
  },
  'rules/timing/handover-overdue.ts': { days: CASES },
  'rules/timing/late-registration.ts': { MONTH: 'rules/cases/timing.ts', days: 'rules/cases/timing.ts' },
  'rules/timing/notice-overdue.ts': { days: CASES },
  'rules/timing/outcome-unrecorded.ts': { EARLY_BIRTH: CASES, PREGNANCY: CASES, days: CASES },
  'rules/timing/visit-overdue.ts': { days: 'rules/cases/timing.ts' },
  'measure/error-rates.ts': { SMALL: 'measure/numbers.test.ts' },
  'measure/estimates.ts': { SUPPORTED: 'measure/estimates.test.ts' },
  'measure/explain.ts': { TELLING: NO_VERDICT },
  'measure/block.ts': { GROWTH: 'measure/judge.test.ts' },
  'measure/indicators/marriages.ts': { 20: COUNTS, 23: COUNTS },
  'measure/interval.ts': { EPSILON: NO_VERDICT },
  'measure/search.ts': { MOST_REPAIRS: NO_VERDICT, MOST_PAIRS: NO_VERDICT },
  'measure/patterns/ages.ts': { GROUPS: 'rules/cases/pattern.ts' },
  'measure/patterns/digits.ts': { SPAN: 'rules/cases/pattern.ts' },
  'measure/recount/broken-events.ts': { 12: NO_VERDICT },
  'measure/recount/facts.ts': { 18: COUNTS, 49: COUNTS, 119: COUNTS },
  'measure/recount/placed.ts': { 31: COUNTS },
  'measure/recount/recount.ts': { 31: COUNTS },
  'measure/repair.ts': { ROUNDS: NO_VERDICT },
  'measure/rosters.ts': { NAMED: NO_VERDICT },
  'measure/shift-search.ts': { MOST_STEPS: NO_VERDICT, MOST_OF_ALL: NO_VERDICT, MOST_MOVED: NO_VERDICT },
  'measure/targets.ts': { CLOSE: 'measure/numbers.test.ts' },
  'measure/verdicts.ts': { MOST_CITED: NO_VERDICT },
  'measure/worked.ts': { MOST_AMOUNTS: NO_VERDICT },
  'measure/words.ts': { TERMS_SHOWN: NO_VERDICT, REPAIRS_SHOWN: NO_VERDICT },
  'ingest/normalise/date.ts': {
    10: NO_VERDICT,
    DAY: NO_VERDICT,
    LONGEST: NO_VERDICT,
    FIRST_SERIAL: 'ingest/normalise/date.test.ts',
    LAST_SERIAL: 'ingest/normalise/date.test.ts',
  },
  'ingest/normalise/moved.ts': { FEWEST: 'ingest/normalise/moved.test.ts' },
  'ingest/normalise/number.ts': { LARGEST: 'ingest/normalise/values.test.ts' },
  'ingest/normalise/ways.ts': {
    BRACKET: NO_VERDICT,
    EQUALS: NO_VERDICT,
    DATE_CACHE_SIZE: NO_VERDICT,
    CODE_CACHE_SIZE: NO_VERDICT,
    LONGEST_KNOWN: NO_VERDICT,
    SURELY_FILLED: NO_VERDICT,
    LONGEST_NAME: NO_VERDICT,
  },
  'keys/calendar.ts': {
    12: 'ingest/normalise/date.test.ts',
    FIRST_YEAR: 'ingest/normalise/date.test.ts',
    LAST_YEAR: 'ingest/normalise/date.test.ts',
  },
  'keys/date-forms.ts': { DAY: NO_VERDICT },
  'keys/id.ts': {
    10: 'keys/id.test.ts',
    17: 'keys/id.test.ts',
    48: 'keys/id.test.ts',
    57: 'keys/id.test.ts',
    NINE: 'keys/id.test.ts',
    RESIDENT_DIGITS: 'keys/id.test.ts',
    FEWEST_DIGITS: 'keys/id.test.ts',
    PERMIT_DIGITS: 'keys/id.test.ts',
    ROUNDED_FROM: 'keys/id.test.ts',
    BIRTH_ENDS: 'keys/id.test.ts',
  },
  'keys/months.ts': { 12: 'keys/months.test.ts' },
  'keys/text.ts': {
    48: 'ingest/normalise/values.test.ts',
    57: 'ingest/normalise/values.test.ts',
    EQUALS: NO_VERDICT,
    RAW_LIMIT: 'ingest/normalise/values.test.ts',
    TEXT_LIMIT: 'ingest/normalise/values.test.ts',
    CELL_LIMIT: 'rules/cases/format.ts',
    LONGEST_BLANK: NO_VERDICT,
  },
  'statistics/densities.ts': { LARGE: NO_VERDICT, 1000: NO_VERDICT },
  'statistics/heaping.ts': { 100: 'statistics/statistics.test.ts' },
  'statistics/inclusion.ts': { STEPS: NO_VERDICT, REACH: NO_VERDICT, BENDS: NO_VERDICT, 60: NO_VERDICT },
  'statistics/log-linear.ts': { ROUNDS: NO_VERDICT, CONVERGED: NO_VERDICT, 25: NO_VERDICT },
  'statistics/lots.ts': { NEGLIGIBLE: NO_VERDICT },
  'statistics/outliers.ts': {
    OF_MAD: 'statistics/statistics.test.ts',
    OF_MEAN_DEVIATION: 'statistics/statistics.test.ts',
  },
  'statistics/proportion.ts': { Z: 'measure/numbers.test.ts' },
  'statistics/rounding.ts': { DIGITS: 'statistics/rounding.test.ts' },
  'statistics/sample-coverage.ts': { SUFFICIENT: 'statistics/statistics.test.ts' },
  'statistics/tails.ts': {
    SETTLED: NO_VERDICT,
    TINY: NO_VERDICT,
    STEPS: NO_VERDICT,
    '10_000_000': NO_VERDICT,
  },
};

/** Rooms where numbers decide. */
const ROOMS = /^(match|rules|measure|statistics|keys|ingest\/normalise)\//;
const NAMED = /^(?:export )?const ([A-Z][A-Z_]*) = -?\d[\d_.e-]*;/gm;
const DEFAULTS = /(?:defaults: |_DEFAULTS[^=]*= )\{([^}]*)\}/g;
const COMPARED = /(?:[<>]=?|BETWEEN|AND|add_days\([\w.]+,) (-?\d{2,}(?:_\d+)*)\b/g;
const COMMENT = /^\s*(\*|\/\/|\/\*).*$/gm;

/** Constants, defaults of options, and what is compared with a number of two digits or more. */
function thresholdsIn(file: string): string[] {
  const text = readFileSync(`src/${file}`, 'utf8').replace(COMMENT, '');
  const defaults = [...text.matchAll(DEFAULTS)].flatMap(([, body = '']) => [
    ...body.matchAll(/(\w+): [\d.]/g),
  ]);
  const found = [...text.matchAll(NAMED), ...defaults, ...text.matchAll(COMPARED)];
  return [...new Set(found.map(([, name = '']) => name))].sort();
}

const files = sourceFiles().filter((file) => ROOMS.test(file));

it('every threshold has a test that holds either side of it, which this list names', () => {
  const found = files
    .map((file) => [file, thresholdsIn(file)] as const)
    .filter(([, names]) => names.length > 0);
  const listed = Object.entries(HELD).map(([file, names]) => [file, Object.keys(names).sort()] as const);
  expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(found));
});

it('the tests are there', () => {
  const tests = new Set(Object.values(HELD).flatMap((names) => Object.values(names)));
  expect([...tests].filter((test) => test !== NO_VERDICT && !existsSync(`test/${test}`))).toEqual([]);
});
