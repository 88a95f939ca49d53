import { registrantOf } from '../../match/registrant.js';
import type { Rule } from '../rule.js';

/** One person stands on the cards of one point twice as resident: on two cards, or twice on one. */
export const personDuplicated: Rule = {
  name: 'person/duplicated',
  severity: 'error',
  needs: { all: ['households'] },
  title: { zh: '同一人在两张户卡上', en: 'One person on two cards' },
  why: {
    zh: '一个人只在实际居住的一户建卡；两处都登记为常住，人口就多计一人。',
    en: 'A person stands on the card of one household; resident on two, the population counts one too many.',
  },
  remedy: {
    zh: '入户核对实际居住地，在另一张户卡上删去，或把居住状态改为流出、人户分离或空挂户。',
    en: 'Find out where the person lives; remove the other entry, or correct its residence.',
  },
  message: {
    zh: '{person_name} 在户卡上登记为常住 {times} 次。',
    en: '{person_name} stands on the cards {times} times as resident.',
  },
  select: () => `
    WITH resident AS (
      SELECT n.person, n.name_key, s.point, t.record, t.fp, t.community
      FROM households t JOIN sources s ON s.source = t.source
      JOIN ${registrantOf('households')}
      LEFT JOIN residences stay ON stay.record = t.record
      WHERE COALESCE(CAST(t.residence AS STRING), stay.residence, '常住') = '常住' AND t.death_date IS NULL
    ), repeated AS (
      SELECT person, point, COUNT(*) AS times FROM resident GROUP BY person, point HAVING COUNT(*) > 1
    )
    SELECT CONCAT(CAST(p.person AS STRING), '@', p.point) AS finding,
      r.fp AS ordinal, r.record, '' AS columns, COALESCE(r.community, '') AS community, p.point, r.name_key AS person_name, p.times,
      CONCAT('person:', CAST(p.person AS STRING), '@', p.point, ' surplus:', CAST(r.record AS STRING)) AS covers,
      CONCAT('copied:', CAST(r.record AS STRING), ' theirs:', CAST(r.record AS STRING)) AS cause
    FROM repeated p JOIN resident r ON r.person = p.person AND r.point = p.point`,
};
