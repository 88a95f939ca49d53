import { BURIED, MAY_BE_BEREAVED } from '../../match/bereaved.js';
import type { Rule } from '../rule.js';

/** Relations to the head of a household: its children, and the couple whose they are. */
const CHILD = `('子', '女', '儿子', '女儿', '长子', '次子', '三子', '长女', '次女', '三女', '独生子', '独生女')`;
const COUPLE = `('户主', '配偶', '妻', '妻子')`;

/**
 * Elder children beside the mother on her household card, born when she was 15 to 50. They may be her husband's, so they
 * count only where her register has more children than that.
 */
const ELDER = `      SELECT b.event, k.record, k.birth_date AS date, w.children
      FROM born b JOIN counted w ON w.person = b.subject AND w.children > 1
      JOIN named n ON n.person = b.subject AND n.role = 'self'
      JOIN households m ON m.record = n.record AND m.relation IN ${COUPLE}
      JOIN households k ON k.community = m.community AND k.household_no = m.household_no AND k.source = m.source
      WHERE b.in_period AND b.parity < w.children AND k.relation IN ${CHILD}
        AND days_between(k.birth_date, b.date) > 270 AND years_between(n.birth_date, k.birth_date) BETWEEN 15 AND 50`;

/** Births of known mothers with their smallest `parity`, and those before them. */
const BORN = `stated AS (
      SELECT event, MIN(number) AS parity FROM event_claims
      WHERE kind = 'birth' AND is_primary AND number IS NOT NULL GROUP BY event
    ), born AS (
      SELECT e.event, e.subject, e.date, e.in_period, s.parity FROM events e LEFT JOIN stated s ON s.event = e.event
      WHERE e.kind = 'birth' AND e.subject IS NOT NULL AND e.date IS NOT NULL
    ), earlier AS (
      SELECT b.event, o.event AS earlier_event, o.date, COALESCE(o.parity = b.parity, FALSE) AS shared
      FROM born b JOIN born o ON o.subject = b.subject AND days_between(o.date, b.date) > 1
      WHERE b.in_period AND b.parity IS NOT NULL
    )`;

/** What is known of children before each: births, and elder ones on the card; and of mothers: how many children, and whether one died. */
const KNOWN = `counted AS (
      SELECT subject AS person, MAX(number) AS children FROM event_claims
      WHERE kind = 'enrolment' AND is_primary AND number IS NOT NULL GROUP BY subject
    ), elder AS (
${ELDER}
    ), known AS (
      SELECT event, date, shared FROM earlier UNION ALL
      SELECT l.event, l.date, FALSE FROM elder l JOIN (SELECT event, COUNT(DISTINCT date) AS n FROM elder GROUP BY event) AS s
        ON s.event = l.event AND s.n < l.children
    ), following AS (
      SELECT event, COUNT(DISTINCT date) AS earlier_n, MAX(shared) AS shared FROM known GROUP BY event
    ), bereaved AS (
      SELECT DISTINCT b.subject AS person FROM events b JOIN (${BURIED}) AS d ON d.event = b.event
      UNION
      ${MAY_BE_BEREAVED}
    )`;

/** What is wrong with a parity, in `detail`; null where nothing is. */
const JUDGED = `judged AS (
      SELECT b.event, b.parity, CASE WHEN b.parity <= f.earlier_n THEN 'parity-not-above-earlier'
        WHEN f.shared THEN 'parity-shared'
        WHEN b.parity > w.children AND l.person IS NULL THEN 'parity-above-children' END AS detail
      FROM born b LEFT JOIN following f ON f.event = b.event LEFT JOIN counted w ON w.person = b.subject
      LEFT JOIN bereaved l ON l.person = b.subject
      WHERE b.in_period AND b.parity IS NOT NULL
    )`;

/** What a JOIN takes for the claims of births by the registers that speak for their points. */
const OWN = `event_claims c ON c.kind = 'birth' AND c.is_primary AND NOT c.witness`;

/** Which cells show it: the parity, that of births before, elder children, the count of children. */
const PLACES = `places AS (
      SELECT j.event, c.record, 'parity' AS columns, 0 AS ordinal FROM judged j
      JOIN ${OWN} AND c.event = j.event WHERE j.detail IS NOT NULL
      UNION ALL
      SELECT j.event, c.record, 'parity' AS columns, 1 AS ordinal FROM judged j
      JOIN earlier o ON o.event = j.event JOIN ${OWN} AND c.event = o.earlier_event
      WHERE j.detail IN ('parity-not-above-earlier', 'parity-shared')
      UNION ALL
      SELECT j.event, l.record, 'birth_date' AS columns, 1 AS ordinal FROM judged j
      JOIN elder l ON l.event = j.event WHERE j.detail = 'parity-not-above-earlier'
      UNION ALL
      SELECT j.event, c.record, 'children_count' AS columns, 2 AS ordinal FROM judged j
      JOIN born b ON b.event = j.event
      JOIN event_claims c ON c.subject = b.subject AND c.kind = 'enrolment' AND c.is_primary AND c.number < b.parity
      WHERE j.detail = 'parity-above-children'
    )`;

/**
 * A parity that cannot be right (docs/domain.md#one-event-or-two): no greater than the number of the mother's earlier births known from any
 * point, or shared by two births that are no twins, or above the children on her register though none is known to have
 * died (or, where nobody keeps deaths, can have died). Of parities that claims disagree on, the smallest counts; that they disagree is `birth/mismatched`.
 */
export const parityOrder: Rule = {
  name: 'logic/parity-order',
  severity: 'warning',
  needs: { all: ['births'] },
  title: { zh: '孩次不合顺序', en: 'Parity out of order' },
  why: {
    zh: '孩次是母亲生育的第几个孩子，应当大于已登记的生育次数，也不超过登记的子女数（有子女死亡的除外）。',
    en: 'Parity says the how-manieth child it is: above the births known before, and not above her children (unless one died).',
  },
  remedy: {
    zh: '核对这位母亲的历次生育，更正孩次；漏登的生育请补登，子女数不对的更正育龄妇女登记。',
    en: 'Go through this mother’s births; correct the parity, enter a birth that is missing, or correct her children count.',
  },
  message: {
    zh: '{event_date} 的出生（母亲 {person_name}），孩次为 {parity}，{reason}。',
    en: 'The birth of {event_date} (mother {person_name}) has parity {parity}: {reason}.',
  },
  select: () => `
    WITH ${BORN}, ${KNOWN}, ${JUDGED}, ${PLACES}
    SELECT CAST(e.event AS STRING) AS finding, p.ordinal, p.record, p.columns, COALESCE(e.community, '') AS community,
      e.event, e.subject_name AS person_name, iso(e.date) AS event_date, j.parity, j.detail
    FROM judged j JOIN events e ON e.event = j.event JOIN places p ON p.event = j.event`,
};
