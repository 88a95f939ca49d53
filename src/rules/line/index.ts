import type { Rule } from '../rule.js';
import { countsDiffer } from './counts-differ.js';

/** Where two points count differently. */
export const line: readonly Rule[] = [countsDiffer];
