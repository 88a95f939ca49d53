import type { Step } from '../../store/steps.js';
import { CLAIMED } from '../events/kinds/contraception.js';
import { selfOf } from '../self.js';

/**
 * A living child of the period belongs on the card where its mother is kept as present. A child without ID is taken for
 * the one who was born on that day and died.
 */
const BIRTHS = [
  `SELECT e.event, r.point, 'households' AS register, r.record FROM events e
   JOIN named n ON n.person = e.subject AND n.role = 'self' AND n.register = 'households'
   JOIN households t ON t.record = n.record AND COALESCE(t.residence, '常住') IN ('常住', '流入')
   JOIN records r ON r.record = t.record
   WHERE e.kind = 'birth' AND e.in_period
     AND NOT EXISTS (SELECT 1 FROM departed g WHERE g.person = e.child AND COALESCE(g.community = t.community, TRUE))
     AND NOT EXISTS (SELECT 1 FROM migrants m JOIN ${selfOf('migrants', 'mn', 'm')}
       WHERE mn.person = e.child AND m.direction = '流出')
     AND (COALESCE(e.child > 0, FALSE) OR NOT EXISTS (SELECT 1 FROM deaths d
       WHERE d.birth_date = e.date AND d.community = e.community))`,
  `SELECT e.event, r.point, 'women' AS register, r.record FROM events e
   JOIN named n ON n.person = e.subject AND n.role = 'self' AND n.register = 'women'
   JOIN women t ON t.record = n.record
   JOIN records r ON r.record = t.record
   JOIN women_use u ON u.source = r.source AND u.community = t.community AND u.shows_birth
   WHERE e.kind = 'birth' AND e.in_period AND COALESCE(days_between(t.last_birth_date, e.date) > 270, TRUE)
     AND NOT EXISTS (SELECT 1 FROM departed g WHERE g.person = e.child AND g.community IS NULL)
     AND NOT EXISTS (SELECT 1 FROM events later WHERE later.kind = 'birth' AND later.subject = e.subject
       AND days_between(e.date, later.date) > 270)`,
];

/** The women register shows the present marriage: the last one of the woman. A blank, where others are dated, lacks it. */
const MARRIAGE = `SELECT e.event, r.point, 'women' AS register, r.record FROM events e
   JOIN named n ON n.person = e.subject AND n.role = 'self' AND n.register = 'women'
   JOIN women t ON t.record = n.record
   JOIN records r ON r.record = t.record
   JOIN women_use u ON u.source = r.source AND u.community = t.community AND u.shows_marriage
   WHERE e.kind = 'marriage' AND e.in_period AND COALESCE(t.marital_status, '') NOT IN ('离婚', '丧偶')
     AND (COALESCE(days_between(COALESCE(t.marriage_date, t.first_marriage_date), e.date) > 400, FALSE)
       OR (COALESCE(t.marriage_date, t.first_marriage_date) IS NULL
         AND (t.marital_status = '未婚' OR u.dates_marriages)))
     AND NOT EXISTS (SELECT 1 FROM events later WHERE later.kind = 'marriage' AND later.subject = e.subject
       AND later.date > e.date)`;

/** The women register shows the present method: the last one, unless a birth came after it. */
const METHOD = `SELECT e.event, r.point, 'women' AS register, r.record FROM events e
   JOIN event_codes k ON k.event = e.event AND k.code IN ${CLAIMED}
   JOIN named n ON n.person = e.subject AND n.role = 'self' AND n.register = 'women'
   JOIN women t ON t.record = n.record
   JOIN records r ON r.record = t.record
   JOIN women_use u ON u.source = r.source AND u.community = t.community AND u.shows_method
   WHERE e.kind = 'contraception' AND e.in_period AND NOT COALESCE(t.method_date > e.date, FALSE)
     AND NOT (COALESCE(t.method = k.code, FALSE) AND t.method_date IS NULL AND NOT u.dates_methods)
     AND NOT EXISTS (SELECT 1 FROM events later WHERE later.subject = e.subject AND later.event <> e.event
       AND later.kind IN ('contraception', 'birth') AND later.date >= e.date)`;

/** Open stays show on the card of their community, and in the residence of women who are enrolled there. */
const STAYS = [
  `SELECT e.event, v.point, 'households' AS register, MIN(t.record) AS record FROM events e
   JOIN event_codes k ON k.event = e.event
   JOIN coverage v ON v.register = 'households' AND v.community = e.community
   LEFT JOIN named n ON n.person = e.subject AND n.role = 'self' AND n.register = 'households'
   LEFT JOIN households t ON t.record = n.record AND t.community = e.community
   LEFT JOIN (SELECT source, COUNT(residence) > 0 AS shows_residence FROM households GROUP BY source) AS u
     ON u.source = t.source
   WHERE e.kind = 'migration' AND e.in_period AND e.open AND e.own_n > 0
   GROUP BY e.event, v.point, k.code
   HAVING CASE WHEN MIN(t.record) IS NULL THEN k.code = '流入' ELSE MAX(u.shows_residence) END`,
  `SELECT e.event, r.point, 'women' AS register, r.record FROM events e
   JOIN named n ON n.person = e.subject AND n.role = 'self' AND n.register = 'women'
   JOIN women t ON t.record = n.record AND t.community = e.community AND t.residence IS NOT NULL
   JOIN records r ON r.record = t.record
   WHERE e.kind = 'migration' AND e.in_period AND e.open AND e.own_n > 0`,
];

/**
 * What women registers show at all: a column that nobody filled says nothing of a woman; and whether that of a community
 * dates what it shows, so that a blank is one.
 */
const SHOWS = (column: string) => `SUM(COUNT(${column})) OVER (PARTITION BY source) > 0`;
const WOMEN_USE = `SELECT source, community, ${SHOWS('last_birth_date')} AS shows_birth,
  ${SHOWS('marriage_date')} AS shows_marriage, ${SHOWS('method')} AS shows_method,
  COUNT(marriage_date) > 0 AS dates_marriages, COUNT(method_date) > 0 AS dates_methods
  FROM women GROUP BY source, community`;

/**
 * `outdated(event, point, register, record)`: rows of registers of people that were not brought up to date: they do not
 * show an event of the period that they ought to show.
 */
export const OUTDATED: readonly Step[] = [
  { makes: 'women_use', needs: [], select: WOMEN_USE },
  {
    makes: 'outdated',
    needs: ['events', 'named', 'women_use', 'departed', 'event_codes', 'coverage'],
    select: [...BIRTHS, MARRIAGE, METHOD, ...STAYS].join(' UNION ALL '),
  },
];
