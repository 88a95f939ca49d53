import { registrantOf } from './registrant.js';

/**
 * Persons of whom a women register counts fewer living children than were born to them, where no point keeps a register of
 * deaths: a child of theirs may have died, and nobody could have told.
 */
export const MAY_BE_BEREAVED = `SELECT DISTINCT n.person FROM women t JOIN ${registrantOf('women')}
   JOIN (SELECT subject, COUNT(*) AS births FROM events WHERE kind = 'birth' GROUP BY subject) AS b ON b.subject = n.person
   WHERE t.children_count < b.births AND (SELECT COUNT(*) FROM sources WHERE register = 'deaths') = 0`;
