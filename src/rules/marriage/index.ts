import type { Rule } from '../rule.js';
import { marriageDuplicated } from './duplicated.js';
import { marriageMismatched } from './mismatched.js';
import { marriageOmitted } from './omitted.js';

/** What is wrong with the claims of one kind of event: marriage. */
export const marriage: readonly Rule[] = [marriageOmitted, marriageDuplicated, marriageMismatched];
