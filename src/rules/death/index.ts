import type { Rule } from '../rule.js';
import { deathDuplicated } from './duplicated.js';
import { deathMismatched } from './mismatched.js';
import { deathOmitted } from './omitted.js';

/** What is wrong with the claims of one kind of event: death. */
export const death: readonly Rule[] = [deathOmitted, deathDuplicated, deathMismatched];
