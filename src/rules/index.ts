import { format } from './format/index.js';
import { identity } from './identity/index.js';
import type { Rule } from './rule.js';

/** The catalogue: every rule, in the order of `precedence` families. A test keeps it in step with the files. */
export const RULES: readonly Rule[] = [...format, ...identity];
