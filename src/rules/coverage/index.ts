import type { Rule } from '../rule.js';
import { buildingAbsent } from './building-absent.js';
import { cardAbsent } from './card-absent.js';
import { estimatedOmission } from './estimated-omission.js';
import { householdCount } from './household-count.js';
import { incompleteCard } from './incomplete-card.js';
import { registerAbsent } from './register-absent.js';
import { registerTwice } from './register-twice.js';
import { signaturesMissing } from './signatures-missing.js';

/** What was not handed in, or twice, or left out of the cards. */
export const coverage: readonly Rule[] = [
  registerAbsent,
  registerTwice,
  buildingAbsent,
  householdCount,
  cardAbsent,
  incompleteCard,
  signaturesMissing,
  estimatedOmission,
];
