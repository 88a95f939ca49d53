import type { Rule } from '../rule.js';
import { balanceDiffers } from './balance-differs.js';
import { carryOverDiffers } from './carry-over-differs.js';
import { partsDiffer } from './parts-differ.js';
import { rateDiffers } from './rate-differs.js';
import { rateImpossible } from './rate-impossible.js';
import { rateTruncated } from './rate-truncated.js';
import { recountDiffers } from './recount-differs.js';
import { reportedTwice } from './reported-twice.js';
import { rollupDiffers } from './rollup-differs.js';
import { subsetExceeds } from './subset-exceeds.js';
import { targetMissed } from './target-missed.js';

/** What is wrong with reported figures. */
export const totals: readonly Rule[] = [
  partsDiffer,
  subsetExceeds,
  rateDiffers,
  rateTruncated,
  rateImpossible,
  balanceDiffers,
  carryOverDiffers,
  rollupDiffers,
  recountDiffers,
  reportedTwice,
  targetMissed,
];
