import type { Rule } from '../rule.js';
import { NAMES } from '../visit-names.js';

export const omitted: Rule = {
  name: 'field/omitted',
  severity: 'error',
  needs: { sheets: true },
  title: { zh: '实有而未建卡', en: 'Found at the door, on no card' },
  why: {
    zh: '实际居住而户卡上没有的人是漏登，人口因此少计。',
    en: 'Somebody who lives there and is on no card is an omission: the population is counted too low.',
  },
  remedy: {
    zh: '核实身份后补登到所缺的户卡；属于临时来访的，请在核查表上注明并重新核查。',
    en: 'Enter the person on the card that lacks them; if it was a visitor, say so on the sheet and check again.',
  },
  message: {
    zh: '入户核查见到 {person_name}，{missing}没有此人。',
    en: '{person_name} was found at the door and is missing from {missing}.',
  },
  select: () => `
    SELECT CAST(x.visit AS STRING) AS finding, 0 AS ordinal, x.record, '' AS columns, x.community,
      CONCAT(x.point, '|households|', x.community) AS missing, w.name AS person_name, c.cause
    FROM field_omitted x LEFT JOIN ${NAMES} AS w ON w.visit = x.visit
    LEFT JOIN (SELECT f.visit, MIN(CONCAT('event:', CAST(e.event AS STRING))) AS cause FROM field_records f
      JOIN event_claims e ON e.record = f.record AND e.kind = 'birth' GROUP BY f.visit) AS c ON c.visit = x.visit`,
};
