import type { Rule } from '../rule.js';
import { rosterUnexplained } from './unexplained.js';
import { rosterVanished } from './vanished.js';

/** Who left and who joined the registers of people since last month. */
export const roster: readonly Rule[] = [rosterVanished, rosterUnexplained];
