import { EVENT_DATES } from '../../registers/event-dates.js';

/** The canonical column in which a claim `c` keeps the date of its event, as SQL. */
export const DATE_COLUMN = `CASE c.register
  ${Object.entries(EVENT_DATES)
    .map(([register, column]) => `WHEN '${register}' THEN '${column}'`)
    .join(' ')} WHEN 'households' THEN CASE c.kind WHEN 'death' THEN 'death_date' ELSE 'birth_date' END
  ELSE CASE c.kind WHEN 'birth' THEN 'last_birth_date' WHEN 'marriage' THEN 'marriage_date'
    WHEN 'contraception' THEN 'method_date' ELSE '' END END`;

/** Events that a claim dates by the month only: no count of days can be held against them. */
export const VAGUE = 'SELECT event FROM event_claims WHERE partial';
