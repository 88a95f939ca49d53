/** A whole and its parts. With all parts reported they add up to the whole; with some, they do not exceed it. */
export interface Sum {
  whole: string;
  parts: readonly string[];
  /** The parts may leave something out even where all are reported (methods that no indicator counts). */
  open?: true;
}

/** Wholes and parts among the indicators of docs/indicators.md. */
export const SUMS: readonly Sum[] = [
  { whole: 'births', parts: ['births_male', 'births_female'] },
  { whole: 'births', parts: ['births_1', 'births_2', 'births_3plus'] },
  { whole: 'births', parts: ['births_in_policy', 'births_out_of_policy'] },
  {
    whole: 'contraceptive_users',
    parts: [
      'users_iud',
      'users_female_sterilisation',
      'users_male_sterilisation',
      'users_implant',
      'users_supplies',
    ],
    open: true,
  },
  { whole: 'first_marriages_female', parts: ['late_marriages_female', 'early_marriages_female'], open: true },
];

/** Parts that cannot exceed their whole, one by one. */
export const SUBSETS: readonly (readonly [part: string, whole: string])[] = [
  ['married_women_15_49', 'women_15_49'],
  ['women_15_49', 'population_end'],
  ['contraceptive_users', 'married_women_15_49'],
  ['first_marriages_female', 'marriages'],
  ['certificates_held', 'certificates_due'],
  ['certificates_verified', 'certificates_held'],
  ['checks_done', 'checks_due'],
  ['cards_held', 'cards_due'],
  ['persons_managed', 'persons_due'],
  ['migrants_registered', 'migrants_found'],
  ['migrant_women_known', 'migrant_women_due'],
  ['registered_in_time', 'registered'],
];

/** Percentages that add up to a hundred. */
export const SHARES: readonly (readonly string[])[] = [
  ['parity_1_rate', 'parity_2_rate', 'parity_3plus_rate'],
];
