import type { Rule } from '../rule.js';
import { ageHeaping } from './age-heaping.js';
import { ageSexAccuracy } from './age-sex-accuracy.js';
import { copiedRows } from './copied-rows.js';
import { firstTwoDigits } from './first-two-digits.js';
import { lastDigit } from './last-digit.js';
import { outlier } from './outlier.js';
import { registrationBulge } from './registration-bulge.js';
import { sexRatio } from './sex-ratio.js';

/** Statistical signals: they say where to look, and prove nothing. */
export const pattern: readonly Rule[] = [
  sexRatio,
  lastDigit,
  firstTwoDigits,
  ageHeaping,
  ageSexAccuracy,
  registrationBulge,
  outlier,
  copiedRows,
];
