import { BURIED } from '../../match/bereaved.js';
import type { Rule } from '../rule.js';

/**
 * A woman's row counts fewer living children than she has births on record, less the children known to have died. A row
 * that merely was not brought up to date follows from the birth it lacks; births that one point of three stands alone
 * with do not count. Where nobody keeps deaths, nobody knows which children live, and nothing is said.
 */
export const childrenCount: Rule = {
  name: 'logic/children-count',
  severity: 'warning',
  needs: { all: ['women', 'deaths'] },
  title: { zh: '子女数少于已登记的生育', en: 'Fewer children than births' },
  why: {
    zh: '登记过的孩子除死亡的以外都应当计入现有子女数；少了，不是子女数没有更新，就是出生登记的母亲填错。',
    en: 'Children on record who did not die count; fewer of them means a stale count, or births with the wrong mother.',
  },
  remedy: {
    zh: '核对历次生育，更正现有子女数、男孩数、女孩数，或更正出生登记的母亲；孩子死亡的请补登死亡。',
    en: 'Go through the births; correct the counts, or the mother of a birth, or enter the death of a child.',
  },
  message: {
    zh: '{person_name} 的现有子女数为 {children}，而已登记生育 {births} 次，其中已知死亡 {deaths} 人。',
    en: '{person_name} has {children} living children by the register, {births} births on record, {deaths} of them known to have died.',
  },
  select: () => `
    WITH born AS (
      SELECT e.event, e.subject AS person FROM events e CROSS JOIN run
      LEFT JOIN lone_events o ON o.event = e.event
      WHERE e.kind = 'birth' AND e.subject IS NOT NULL AND e.date <= run.as_of AND o.event IS NULL
    ), counted AS (
      SELECT b.person, COUNT(DISTINCT b.event) AS births, COUNT(DISTINCT d.event) AS deaths
      FROM born b LEFT JOIN (${BURIED}) AS d ON d.event = b.event GROUP BY b.person
    ), short AS (
      SELECT c.person, w.subject_name, w.event, w.record, w.community, w.point, w.number AS children, c.births, c.deaths
      FROM event_claims w JOIN counted c ON c.person = w.subject
      WHERE w.kind = 'enrolment' AND w.is_primary AND w.number < c.births - c.deaths
    ), places AS (
      SELECT person, record, 'children_count' AS columns, 0 AS ordinal,
        CONCAT('outdated:', CAST(record AS STRING), ' mother:', CAST(person AS STRING), '@', point) AS cause
      FROM short
      UNION ALL
      SELECT b.person, c.record, 'mother_id', 1, NULL FROM born b JOIN event_claims c ON c.event = b.event AND c.is_primary
      WHERE c.kind = 'birth' AND NOT c.witness AND b.person IN (SELECT person FROM short)
    )
    SELECT CAST(p.person AS STRING) AS finding, p.ordinal, p.record, p.columns, p.cause,
      COALESCE(s.community, '') AS community, s.event, s.subject_name AS person_name, s.children, s.births, s.deaths
    FROM places p LEFT JOIN short s ON s.record = p.record`,
};
