import type { Rule } from '../rule.js';
import { birthAfterSterilisation } from './birth-after-sterilisation.js';
import { birthSpacing } from './birth-spacing.js';
import { birthWithIud } from './birth-with-iud.js';
import { childrenCount } from './children-count.js';
import { childrenSum } from './children-sum.js';
import { classDiffers } from './class-differs.js';
import { eventAfterDeath } from './event-after-death.js';
import { marriageAge } from './marriage-age.js';
import { methodSex } from './method-sex.js';
import { motherAge } from './mother-age.js';
import { overlappingMarriage } from './overlapping-marriage.js';
import { parityOrder } from './parity-order.js';
import { removalWithoutInsertion } from './removal-without-insertion.js';

/** What cannot be true of one person's records together. */
export const logic: readonly Rule[] = [
  motherAge,
  marriageAge,
  birthSpacing,
  parityOrder,
  birthAfterSterilisation,
  birthWithIud,
  methodSex,
  removalWithoutInsertion,
  eventAfterDeath,
  overlappingMarriage,
  childrenSum,
  childrenCount,
  classDiffers,
];
