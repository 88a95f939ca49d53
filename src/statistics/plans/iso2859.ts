import type { AcceptancePlan } from './acceptance.js';

/**
 * Sampling plans of GB/T 2828.1–2012 (ISO 2859-1:1999; the tables of MIL-STD-105E), for percent nonconforming.
 *
 * The master tables are regular: letters and AQLs are both steps of ⁵√10, and an acceptance number lies on a diagonal.
 * So a cell is found by the sum of the places of its letter and its AQL, and so are the arrows that send a reader to the
 * first plan above or below.
 */
export const INSPECTION_LEVELS = ['S-1', 'S-2', 'S-3', 'S-4', 'I', 'II', 'III'] as const;
export type InspectionLevel = (typeof INSPECTION_LEVELS)[number];
export type Inspection = 'normal' | 'tightened';

/** In percent. Larger ones count faults per hundred units, of which one unit may have several. */
export const AQLS = [
  0.01, 0.015, 0.025, 0.04, 0.065, 0.1, 0.15, 0.25, 0.4, 0.65, 1, 1.5, 2.5, 4, 6.5, 10,
] as const;

const LETTERS = 'ABCDEFGHJKLMNPQRS';
const SIZES = [2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000, 3150];
/** The last lot size of each class; the class above the last one has no end. */
const LOTS = [8, 15, 25, 50, 90, 150, 280, 500, 1200, 3200, 10_000, 35_000, 150_000, 500_000];
/** Table 1: the code letter of each class, by level. */
const CODES: Record<InspectionLevel, string> = {
  'S-1': 'AAAABBBBCCCCDDD',
  'S-2': 'AAABBBCCCDDDEEE',
  'S-3': 'AABBCCDDEEFFGGH',
  'S-4': 'AABCCDEEFGGHJJK',
  I: 'AABCCDEFGHJKLMN',
  II: 'ABCDEFGHJKLMNPQ',
  III: 'BCDEFGHJKLMNPQR',
};

/** Acceptance numbers by diagonal, from the first on; null where the table has an arrow instead. */
const DIAGONALS: Record<Inspection, { first: number; accept: readonly (number | null)[] }> = {
  normal: { first: 14, accept: [0, null, null, 1, 2, 3, 5, 7, 10, 14, 21] },
  tightened: { first: 15, accept: [0, null, null, 1, 2, 3, 5, 8, 12, 18] },
};
/**
 * The double plan that belongs to a single one by its acceptance number: what the first stage and then the second accept
 * and reject (table 3-A).
 */
const DOUBLE: Record<number, readonly [accept: number, reject: number, accept2: number, reject2: number]> = {
  1: [0, 2, 1, 2],
  2: [0, 3, 3, 4],
  3: [1, 4, 4, 5],
  5: [2, 5, 6, 7],
  7: [3, 7, 8, 9],
  10: [5, 9, 12, 13],
  14: [7, 11, 18, 19],
  21: [11, 16, 26, 27],
};

export interface StandardPlan extends AcceptancePlan {
  /** Reject from so many on. */
  reject: number;
  /** The letter of the lot, and the letter whose plan an arrow leads to. */
  letter: string;
  used: string;
  /** The sample takes the whole lot: inspect all. */
  all: boolean;
}

/** The code letter of a lot of 2 units or more. */
export function codeLetter(lot: number, level: InspectionLevel): string {
  const at = LOTS.findIndex((last) => lot <= last);
  return CODES[level][at < 0 ? LOTS.length : at] as string;
}

/** The single plan for a lot. */
export function standardPlan(
  lot: number,
  level: InspectionLevel,
  aql: number,
  inspection: Inspection = 'normal',
): StandardPlan {
  const letter = codeLetter(lot, level);
  const { n, c, used } = singlePlan(letter, aql, inspection);
  return { n: Math.min(n, lot), c, reject: c + 1, letter, used, all: n >= lot };
}

/**
 * The cell of the master table for single sampling (2-A, 2-B), arrows followed.
 *
 * @throws RangeError for a letter or an AQL that the table does not have
 */
export function singlePlan(
  letter: string,
  aql: number,
  inspection: Inspection = 'normal',
): AcceptancePlan & { used: string } {
  const row = LETTERS.indexOf(letter);
  const column = AQLS.indexOf(aql as (typeof AQLS)[number]);
  if (row < 0 || column < 0) throw new RangeError(`no plan for letter ${letter}, AQL ${aql}`);
  const used = follow(row, column, inspection);
  return {
    n: SIZES[used] as number,
    c: cell(used, column, inspection) as number,
    used: LETTERS[used] as string,
  };
}

/** The two stages of the double plan beside a single one; undefined where that accepts none (use the single plan). */
export function doublePlan(
  letter: string,
  aql: number,
): { n: number; c: number; reject: number }[] | undefined {
  const { c, used } = singlePlan(letter, aql);
  const n = SIZES[LETTERS.indexOf(used) - 1];
  const stages = DOUBLE[c];
  if (n === undefined || !stages) return undefined;
  const [accept, reject, accept2, reject2] = stages;
  return [
    { n, c: accept, reject },
    { n, c: accept2, reject: reject2 },
  ];
}

/** An acceptance number, or the way its arrow points. */
function cell(row: number, column: number, inspection: Inspection): number | 'up' | 'down' {
  const { first, accept } = DIAGONALS[inspection];
  const place = row + column - first;
  if (place < 0) return 'down';
  if (place >= accept.length) return 'up';
  // Nobody accepts none of a sample of two at an AQL of ten percent.
  if (place === 0 && column === AQLS.length - 1) return 'down';
  return accept[place] ?? (inspection === 'normal' && place === 1 ? 'up' : 'down');
}

/** The row of the first plan that an arrow leads to; back the other way where the table ends. */
function follow(row: number, column: number, inspection: Inspection): number {
  const rows = inspection === 'normal' ? LETTERS.length - 1 : LETTERS.length;
  let at = row;
  let step = cell(row, column, inspection) === 'up' ? -1 : 1;
  while (typeof cell(at, column, inspection) !== 'number') {
    if (at + step < 0 || at + step >= rows) step = -step;
    at += step;
  }
  return at;
}
