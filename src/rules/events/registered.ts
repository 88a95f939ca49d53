import { DATED_REGISTERS } from '../../registers/event-dates.js';
import type { Named, RulePart } from '../rule.js';
import { evidenceColumns, ofRule, ruleMaker, rulesTable } from '../shared.js';
import { DATE_COLUMN } from './cited.js';

interface RegisteredAmiss extends RulePart {
  /** SQL over the claim `c`, with the `days` from its event date to its registration. */
  when: string;
}

/** One finding an event of the period: the rows that show it with a registration date that breaks a condition. */
export const registrationRule = ruleMaker(registeredSelect, { needs: { any: DATED_REGISTERS } });

function registeredSelect(parts: readonly Named<RegisteredAmiss>[]): string {
  return `
    SELECT k.rule, CAST(c.event AS STRING) AS finding, 0 AS ordinal, c.record,
      CONCAT('registration_date ', ${DATE_COLUMN}) AS columns, COALESCE(c.community, e.community, '') AS community, c.event,
      e.subject_name AS person_name, iso(c.date) AS event_date, iso(c.registered) AS registered_date, c.days${evidenceColumns(parts)}
    FROM (SELECT *, days_between(date, registered) AS days FROM event_claims WHERE registered IS NOT NULL) AS c
    JOIN ${rulesTable(parts)} ON ${ofRule(parts, ({ when }) => when)}
    JOIN events e ON e.event = c.event
    WHERE c.is_primary AND NOT c.witness AND e.in_period`;
}
