import { visitRule } from '../visits.js';

export const omitted = visitRule(
  {
    name: 'field/omitted',
    severity: 'error',
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
  },
  {
    table: 'field_omitted',
    ordinal: '0',
    community: 'x.community',
    missing: `CONCAT(x.point, '|households|', x.community)`,
    cause: 'b.cause',
    join: `LEFT JOIN (SELECT f.visit, MIN(CONCAT('event:', CAST(e.event AS STRING))) AS cause FROM field_records f
      JOIN event_claims e ON e.record = f.record AND e.kind = 'birth' GROUP BY f.visit) AS b ON b.visit = x.visit`,
  },
);
