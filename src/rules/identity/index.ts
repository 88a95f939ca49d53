import type { Rule } from '../rule.js';
import { birthDateDiffers } from './birth-date-differs.js';
import { invalidId } from './invalid-id.js';
import { sexDiffers } from './sex-differs.js';
import { sharedId } from './shared-id.js';
import { splitId } from './split-id.js';
import { unknownRegion } from './unknown-region.js';

/** What is wrong with the IDs of people. */
export const identity: readonly Rule[] = [
  invalidId,
  unknownRegion,
  birthDateDiffers,
  sexDiffers,
  sharedId,
  splitId,
];
