import type { Rule } from '../rule.js';
import { contraceptionDuplicated } from './duplicated.js';
import { contraceptionMismatched } from './mismatched.js';
import { contraceptionOmitted } from './omitted.js';

/** What is wrong with the claims of one kind of event: contraception. */
export const contraception: readonly Rule[] = [
  contraceptionOmitted,
  contraceptionDuplicated,
  contraceptionMismatched,
];
