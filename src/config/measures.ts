/**
 * What areas may be scored on: how good their data are, and nothing else. Whether more of it is better or less. Births,
 * growth, policy and fees are no measures: to score them is to reward concealment.
 */
export const MEASURES = {
  omission_rate: 'less',
  duplication_rate: 'less',
  misentry_rate: 'less',
  agreement_rate: 'more',
  reporting_accuracy: 'more',
  net_accuracy: 'more',
  statistical_error_rate: 'less',
  false_report_rate: 'less',
  timely_rate: 'more',
  handed_in_rate: 'more',
  card_rate: 'more',
  card_items_rate: 'more',
  signature_rate: 'more',
  population_coverage: 'more',
  migrant_registration_rate: 'more',
  migrant_women_coverage: 'more',
} as const satisfies Record<string, 'less' | 'more'>;

export type Measure = keyof typeof MEASURES;

export const MEASURE_NAMES = Object.keys(MEASURES) as [Measure, ...Measure[]];

export const SCHEMES = ['urban', 'rural'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** Whether a value falls short of another, by what is better for the measure. */
export function isWorse(measure: Measure, value: number, than: number): boolean {
  return MEASURES[measure] === 'less' ? value > than : value < than;
}
