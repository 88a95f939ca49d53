import { signaturesMissing } from './coverage/signatures-missing.js';
import type { Rule } from './rule.js';
import { lateRegistration } from './timing/late-registration.js';
import type { Tuning } from './tuning.js';

type Limit = (community: string) => number;

/**
 * What counts as late and as too few signatures, by community: the same limits that the rules about them have, as the
 * configuration tunes them.
 */
export function qualityLimits(tuning: Readonly<Record<string, Tuning>>): { days: Limit; signatures: Limit } {
  const limit = (rule: Pick<Rule, 'name' | 'defaults'>, option: string): Limit => {
    const tuned = tuning[rule.name];
    const usual = { ...Object(rule.defaults), ...tuned?.options };
    return (community) => Number({ ...usual, ...tuned?.communities[community]?.options }[option]);
  };
  return { days: limit(lateRegistration, 'days'), signatures: limit(signaturesMissing, 'min') };
}
