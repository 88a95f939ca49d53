import type { RuleCases } from './case.js';
import { format } from './format.js';
import { identity } from './identity.js';

/** The cases of every rule; a test keeps them in step with the catalogue. */
export const CASES: readonly RuleCases[] = [...format, ...identity];
