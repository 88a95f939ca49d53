import { DATE_COLUMN } from './cited.js';

/**
 * Events of the period whose registration date breaks a condition, one finding an event, citing the rows that show it.
 * `days` of the condition are those from the row's own event date to its registration.
 */
export function registeredSelect(condition: string, evidence = ''): string {
  return `
    SELECT CAST(c.event AS STRING) AS finding, 0 AS ordinal, c.record,
      CONCAT('registration_date ', ${DATE_COLUMN}) AS columns, COALESCE(c.community, e.community, '') AS community, c.event,
      e.subject_name AS person_name, iso(c.date) AS event_date, iso(c.registered) AS registered_date, c.days${evidence}
    FROM (SELECT *, days_between(date, registered) AS days FROM event_claims WHERE registered IS NOT NULL) AS c
    JOIN events e ON e.event = c.event
    WHERE c.own AND NOT c.witness AND e.in_period AND ${condition}`;
}
