import type { Rule } from '../rule.js';
import { personDuplicated } from './duplicated.js';
import { personNotRemoved } from './not-removed.js';

/** What is wrong with who is kept on cards and registers of people. */
export const person: readonly Rule[] = [personDuplicated, personNotRemoved];
