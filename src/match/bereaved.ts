import { registrantOf } from './registrant.js';

/**
 * Persons of whom a women register counts fewer living children than were born to them, where no point keeps a register of
 * deaths: a child of theirs may have died, and nobody could have told.
 */
export const MAY_BE_BEREAVED = `SELECT DISTINCT n.person FROM women t JOIN ${registrantOf('women')}
   JOIN (SELECT subject, COUNT(*) AS births FROM events WHERE kind = 'birth' GROUP BY subject) AS b ON b.subject = n.person
   LEFT JOIN (SELECT DISTINCT register FROM sources WHERE register = 'deaths') AS kept ON kept.register = 'deaths'
   WHERE t.children_count < b.births AND kept.register IS NULL`;

/**
 * Events of births whose child is known to have died: by the child, or where no register of births says who it is, by the
 * day and community of a birth.
 */
export const BURIED = `SELECT b.event FROM events b JOIN events d ON d.kind = 'death' AND d.subject = b.child
   WHERE b.kind = 'birth'
   UNION
   SELECT b.event FROM events b JOIN deaths d ON d.birth_date = b.date AND d.community = b.community
   WHERE b.kind = 'birth' AND COALESCE(b.child, -1) < 0`;
