import type { Step } from '../store/steps.js';
import { registrantOf } from './registrant.js';

const OF = (
  register: 'households' | 'women',
) => `SELECT t.record, MIN(CAST(m.direction AS STRING)) AS residence
  FROM ${register} t JOIN sources s ON s.source = t.source AND NOT has_text(s.columns, ' residence ')
  JOIN ${registrantOf(register)}
  JOIN named mn ON mn.person = n.person AND mn.role = 'self' AND mn.register = 'migrants'
  JOIN migrants m ON m.record = mn.record AND m.community = t.community CROSS JOIN run
  WHERE COALESCE(m.end_date > run.as_of, TRUE) GROUP BY t.record`;

/**
 * `residences(record, residence)`: how somebody lives in a community whose card or women register has no column for it:
 * as the stay that is on record there says. Empty where all registers have the column.
 */
export const RESIDENCES: Step = {
  makes: 'residences',
  needs: ['named'],
  select: [OF('households'), OF('women')].join(' UNION ALL '),
};
