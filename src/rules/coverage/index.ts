import type { Rule } from '../rule.js';
import { registerAbsent } from './register-absent.js';
import { registerTwice } from './register-twice.js';

/** What was not handed in, or twice. */
export const coverage: readonly Rule[] = [registerAbsent, registerTwice];
