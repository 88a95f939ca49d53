import type { Measure } from './measures.js';
import type { AssessmentConfig, AssessmentItem } from './types.js';

/**
 * What areas are scored on where the configuration says nothing else: the weights sum to 100, and 70 of them are for the
 * errors that matching finds. Targets are those of the shipped file of targets.
 */
export const DEFAULT_ASSESSMENT: AssessmentConfig = {
  scheme: 'urban',
  items: [
    item('omission_rate', 20, { full: 0, zero: 5 }),
    item('duplication_rate', 10, { full: 0, zero: 3 }),
    item('misentry_rate', 15, { full: 0, zero: 5 }),
    item('agreement_rate', 15, { full: 100, zero: 90 }),
    item('statistical_error_rate', 10, { full: 0, zero: 5, target: 2 }),
    item('timely_rate', 10, { full: 100, zero: 80 }),
    item('handed_in_rate', 10, { full: 100, zero: 80 }),
    item('card_rate', 5, { full: 100, zero: 80 }),
    item('population_coverage', 5, { full: 100, zero: 80, target: 90 }),
  ],
};

type Scale = { full: number; zero: number; target?: number };

function item(measure: Measure, weight: number, rest: Scale): AssessmentItem {
  return { code: measure, measure, weight, floor: 0, ...rest };
}
