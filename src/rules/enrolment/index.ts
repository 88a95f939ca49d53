import type { Rule } from '../rule.js';
import { enrolmentDuplicated } from './duplicated.js';
import { enrolmentMismatched } from './mismatched.js';
import { enrolmentOmitted } from './omitted.js';

/** What is wrong with the claims of one kind of event: enrolment. */
export const enrolment: readonly Rule[] = [enrolmentOmitted, enrolmentDuplicated, enrolmentMismatched];
