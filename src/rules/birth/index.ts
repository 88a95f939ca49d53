import type { Rule } from '../rule.js';
import { birthDuplicated } from './duplicated.js';
import { birthMismatched } from './mismatched.js';
import { birthOmitted } from './omitted.js';

/** What is wrong with the claims of one kind of event: birth. */
export const birth: readonly Rule[] = [birthOmitted, birthDuplicated, birthMismatched];
