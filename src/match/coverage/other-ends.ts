import type { Step } from '../../store/steps.js';

/** The two ends of a stay may be dated so many days apart (docs/domain.md#one-event-or-two). */
const DAYS_APART = 30;

/**
 * `missing_ends(event, community)`: stays that name an audited community as their other end (an out-migrant's
 * destination, an in-migrant's home), while no stay of that person in the opposite direction is on record there.
 */
export const OTHER_ENDS: Step = {
  makes: 'missing_ends',
  needs: ['event_claims', 'coverage', 'events', 'event_codes'],
  select: `WITH said AS (
       SELECT event, MAX(place) AS place FROM event_claims
       WHERE kind = 'migration' AND is_primary AND place IS NOT NULL GROUP BY event
     ), known AS (
       SELECT place, community FROM (
         SELECT p.place, c.community,
           ROW_NUMBER() OVER (PARTITION BY p.place ORDER BY LENGTH(c.community) DESC, c.community) AS rank
         FROM (SELECT DISTINCT place FROM said) AS p
         JOIN (SELECT DISTINCT community FROM coverage WHERE register = 'migrants') AS c ON has_text(p.place, c.community)
       ) AS ranked WHERE rank = 1
     ), named_ends AS (
       SELECT e.event, k.community FROM events e
       JOIN said s ON s.event = e.event JOIN known k ON k.place = s.place
       WHERE e.kind = 'migration' AND e.in_period AND e.date IS NOT NULL AND k.community <> e.community
     ), met AS (
       SELECT DISTINCT n.event, n.community FROM named_ends n
       JOIN events e ON e.event = n.event JOIN event_codes k ON k.event = n.event
       JOIN events o ON o.subject = e.subject AND o.community = n.community AND o.kind = 'migration'
       JOIN event_codes ok ON ok.event = o.event
       WHERE ok.code <> k.code AND (o.date IS NULL OR ABS(days_between(o.date, e.date)) <= ${DAYS_APART})
     )
     SELECT n.event, n.community FROM named_ends n JOIN event_codes k ON k.event = n.event
     LEFT JOIN met ON met.event = n.event AND met.community = n.community WHERE met.event IS NULL`,
};
