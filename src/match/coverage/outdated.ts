import type { Step } from '../../store/steps.js';
import { MAY_BE_BEREAVED } from '../bereaved.js';
import { CLAIMED } from '../events/kinds/contraception.js';
import { registrantOf } from '../registrant.js';

/**
 * A living child of the period belongs on the card where its mother is kept as present. A child without ID is taken for
 * the one who was born on that day and died; where nobody keeps deaths, the
 * mother's count of living children tells whether one may have died. Cards without a column for the date of birth show no
 * births, those without household numbers none whose child nobody can tell.
 */
const BIRTHS = `SELECT e.event, s.point, 'households' AS register, t.record FROM events e
   JOIN named n ON n.person = e.subject AND n.role = 'self' AND n.register = 'households'
   JOIN households t ON t.record = n.record AND COALESCE(t.residence, '常住') IN ('常住', '流入')
   JOIN sources s ON s.source = t.source AND has_text(s.columns, ' birth_date ')
   LEFT JOIN (SELECT n.person FROM migrants t JOIN ${registrantOf('migrants')} WHERE t.direction = '流出') AS away
     ON away.person = e.child
   LEFT JOIN (SELECT DISTINCT birth_date, community FROM deaths) AS d
     ON d.birth_date = e.date AND d.community = e.community
   LEFT JOIN (${MAY_BE_BEREAVED}) AS lost ON lost.person = e.subject
   WHERE e.kind = 'birth' AND e.in_period
     AND NOT EXISTS (SELECT 1 FROM departed g WHERE g.person = e.child AND COALESCE(g.community = t.community, TRUE))
     AND away.person IS NULL AND lost.person IS NULL
     AND (COALESCE(e.child > 0, FALSE) OR (d.birth_date IS NULL AND has_text(s.columns, ' household_no ')))`;

/** What a row `t` of a women register would show of an event `e` of a kind, and does not, as far as its file shows it. */
const NOT_SHOWN: Readonly<Record<string, string>> = {
  birth:
    'u.shows_birth AND COALESCE(days_between(t.last_birth_date, e.date) > 270, TRUE) AND gone.person IS NULL',
  /** A blank, where others are dated, lacks it. */
  marriage: `u.shows_marriage AND COALESCE(t.marital_status, '') NOT IN ('离婚', '丧偶')
     AND (COALESCE(days_between(COALESCE(t.marriage_date, t.first_marriage_date), e.date) > 400, FALSE)
       OR (COALESCE(t.marriage_date, t.first_marriage_date) IS NULL
         AND (t.marital_status = '未婚' OR u.dates_marriages)))`,
  /** Which method is the present one, dates alone tell. */
  contraception: `u.shows_method AND e.date IS NOT NULL AND k.code IN ${CLAIMED} AND NOT COALESCE(t.method_date > e.date, FALSE)
     AND NOT (COALESCE(t.method = k.code, FALSE) AND t.method_date IS NULL AND NOT u.dates_methods)`,
  /** Open stays whose direction is known show in the residence of women who are enrolled there. */
  migration:
    't.community = e.community AND t.residence IS NOT NULL AND e.open AND e.primary_n > 0 AND k.code IS NOT NULL',
};

/** The women register shows the last birth, the present marriage and the present method: no birth came after it. */
const OVERTAKEN = `CASE e.kind WHEN 'birth' THEN later.kind = 'birth' AND days_between(e.date, later.date) > 270
  WHEN 'marriage' THEN later.kind = 'marriage' AND later.date > e.date
  WHEN 'contraception' THEN later.kind IN ('contraception', 'birth') AND later.date >= e.date ELSE FALSE END`;

const WOMEN = `SELECT e.event, s.point, 'women' AS register, t.record FROM events e
   JOIN named n ON n.person = e.subject AND n.role = 'self' AND n.register = 'women'
   JOIN women t ON t.record = n.record
   JOIN sources s ON s.source = t.source
   JOIN women_use u ON u.source = t.source AND u.community = t.community
   LEFT JOIN event_codes k ON k.event = e.event
   LEFT JOIN departed gone ON gone.person = e.child AND gone.community IS NULL
   LEFT JOIN (SELECT e.event FROM events e
       JOIN events later ON later.subject = e.subject AND later.event <> e.event
       WHERE e.in_period AND ${OVERTAKEN}) AS past ON past.event = e.event
   WHERE e.in_period AND past.event IS NULL
     AND CASE e.kind ${Object.entries(NOT_SHOWN)
       .map(([kind, condition]) => `WHEN '${kind}' THEN ${condition}`)
       .join(' ')} ELSE FALSE END`;

/** Open stays show on the card of their community, at each point by its own cards. */
const STAYS = `SELECT e.event, v.point, 'households' AS register, MIN(t.record) AS record FROM events e
   JOIN event_codes k ON k.event = e.event
   JOIN coverage v ON v.register = 'households' AND v.community = e.community
   LEFT JOIN (SELECT n.person, t.record, t.source, t.community, s.point FROM named n
       JOIN households t ON t.record = n.record JOIN sources s ON s.source = t.source
       WHERE n.role = 'self' AND n.register = 'households') AS t
     ON t.person = e.subject AND t.community = e.community AND t.point = v.point
   LEFT JOIN (SELECT source, COUNT(residence) > 0 AS shows_residence FROM households GROUP BY source) AS u
     ON u.source = t.source
   WHERE e.kind = 'migration' AND e.in_period AND e.open AND e.primary_n > 0
   GROUP BY e.event, v.point, k.code
   HAVING CASE WHEN MIN(t.record) IS NULL THEN k.code = '流入' ELSE MAX(u.shows_residence) END`;

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
export const OUTDATED: Step = {
  makes: 'outdated',
  needs: ['events', 'named', 'departed', 'event_codes', 'coverage'],
  select: `WITH women_use AS (${WOMEN_USE}) ${[BIRTHS, WOMEN, STAYS].join(' UNION ALL ')}`,
};
