import { CARDED, LISTED } from '../buildings.js';
import type { Rule } from '../rule.js';
import { MOST_CITED } from '../sql.js';

/** A building stands on the building list and on no card, or on cards and not on the list of its community. */
export const buildingAbsent: Rule = {
  name: 'coverage/building-absent',
  severity: 'error',
  needs: { all: ['buildings', 'households'] },
  reads: 'registers',
  title: { zh: '楼院缺漏', en: 'Building absent' },
  why: {
    zh: '楼院册和户卡应当列出同样的楼院；只在一处出现的，不是整栋漏登，就是楼院名称写得不同。',
    en: 'The building list and the cards hold the same buildings; one found in one of them was left out, or spelt differently.',
  },
  remedy: {
    zh: '核对楼院名称；确有其楼的，补建户卡或补入楼院册。',
    en: 'Compare the names; where the building exists, make its cards or add it to the list.',
  },
  message: {
    zh: '楼院“{building}”见于{point}的{register}，{missing}中没有。',
    en: 'The building “{building}” stands at {point} ({register}) and not at {missing}.',
  },
  select: () => `
    WITH listed AS (${LISTED}), carded AS (${CARDED}), kept AS (
      SELECT DISTINCT community, point FROM carded
    ), lists AS (
      SELECT DISTINCT community, point FROM listed
    ), uncarded AS (
      SELECT l.community, l.building, l.point, l.record, k.point AS other FROM listed l
      JOIN kept k ON k.community = l.community
      LEFT JOIN carded c ON c.community = l.community AND c.building = l.building AND c.point = k.point
      WHERE c.building IS NULL AND l.households > 0
    ), unlisted AS (
      SELECT c.community, c.building, c.point, k.point AS other, c.persons FROM carded c
      JOIN lists k ON k.community = c.community
      LEFT JOIN listed l ON l.community = c.community AND l.building = c.building AND l.point = k.point
      WHERE l.building IS NULL
    ), cards AS (
      SELECT u.community, u.building, u.other, t.record,
        MIN(CAST(u.point AS STRING)) OVER (PARTITION BY u.community, u.building, u.other) AS point,
        MAX(u.persons) OVER (PARTITION BY u.community, u.building, u.other) AS persons,
        ROW_NUMBER() OVER (PARTITION BY u.community, u.building, u.other ORDER BY CAST(u.point AS STRING), t.fp, t.record) AS place
      FROM unlisted u JOIN households t ON t.community = u.community AND t.building = u.building
      JOIN sources s ON s.source = t.source AND s.point = u.point
    )
    SELECT CONCAT(community, '|', building, '|', point, '|', other) AS finding, 0 AS ordinal, record, 'building' AS columns,
      community, point, CONCAT(other, '|households|', community) AS missing, building, CAST(NULL AS INTEGER) AS count
    FROM uncarded
    UNION ALL
    SELECT CONCAT(community, '|', building, '|', other), place, record, 'building', community, point,
      CONCAT(other, '|buildings|', community), building, persons
    FROM cards WHERE place <= ${MOST_CITED}`,
};
