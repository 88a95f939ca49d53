/** The points that describe the same facts: household card, ledger, information system, and what is found in the field. */
export const POINTS = ['card', 'ledger', 'system', 'field'] as const;

/** The point of what inspectors found: true where they were, and expected nowhere else. */
export const FIELD = 'field' satisfies (typeof POINTS)[number];
