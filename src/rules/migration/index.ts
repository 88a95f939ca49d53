import type { Rule } from '../rule.js';
import { migrationDuplicated } from './duplicated.js';
import { migrationMismatched } from './mismatched.js';
import { migrationOmitted } from './omitted.js';

/** What is wrong with the claims of one kind of event: migration. */
export const migration: readonly Rule[] = [migrationOmitted, migrationDuplicated, migrationMismatched];
