import { ROSTER_NAMES } from '../../registers/types.js';
import type { Step } from '../../store/steps.js';
import { previousTable } from '../../store/tables.js';

/** The dates that last month's registers hold: the latest of them says when they were handed in. */
const DATES = {
  households: ['card_date', 'birth_date'],
  women: ['marriage_date', 'last_birth_date', 'method_date', 'employer_notice_date', 'handover_date'],
} as const;

/** Days before last month's registers from which an event may still explain a change: registers are kept late. */
const LEEWAY = 92;

const DAYS = Object.entries(DATES).flatMap(([register, columns]) =>
  columns.map((column) => `SELECT ${column} AS day FROM ${previousTable(register)}`),
);

/**
 * `roster_since(previous_as_of, since)`: the latest date in last month's registers that is not after the as-of date (a
 * month before it where they hold none), and the day from which events may explain what changed since.
 */
export const ROSTER_SINCE: Step = {
  makes: 'roster_since',
  needs: [],
  select: `SELECT previous_as_of, add_days(previous_as_of, -${LEEWAY}) AS since FROM (
       SELECT COALESCE(MAX(d.day), add_days(MAX(run.as_of), -31)) AS previous_as_of
       FROM run LEFT JOIN (${DAYS.join(' UNION ALL ')}) AS d ON d.day <= run.as_of) AS latest`,
};

/** Somebody of last month; a name for those whom this month's registers do not know by ID and name. */
const STRANGER = `CASE WHEN k.person IS NOT NULL THEN CAST(k.person AS STRING)
  WHEN m.id_status IN ('valid', 'other') THEN CONCAT('id:', m.id, COALESCE(m.pinyin, ''))
  WHEN m.pinyin IS NOT NULL AND m.birth_date IS NOT NULL
    THEN CONCAT('name:', m.pinyin, iso(m.birth_date), COALESCE(p.community, ''))
  ELSE CONCAT('row:', CAST(m.record AS STRING)) END`;

const KNOWN = 'LEFT JOIN roster_known k ON k.id = m.id AND k.pinyin = m.pinyin';

/** The rows of registers of people with whom they name; `table` says what a table is called in that month. */
function rows(table: (name: string) => string, mentions: string, who: string, known: string): string {
  const people = ROSTER_NAMES.map(
    (register) => `SELECT record, source, community, household_no,
      ${register === 'households' ? 'building' : 'CAST(NULL AS STRING) AS building'},
      ${register === 'women' ? 'handover_date' : 'CAST(NULL AS DATE) AS handover_date'} FROM ${table(register)}
      ${register === 'households' ? 'WHERE death_date IS NULL' : ''}`,
  );
  return `SELECT s.point, s.register, COALESCE(p.community, '') AS community, ${who} AS who, m.record, m.name_key, m.pinyin,
      m.id, m.id_status, m.birth_date, m.sex, p.household_no, p.building, h.pinyin AS spouse, p.handover_date
    FROM (${people.join(' UNION ALL ')}) AS p
    JOIN ${table('sources')} s ON s.source = p.source AND NOT s.witness
    JOIN ${mentions} m ON m.record = p.record AND m.role = 'self'
    LEFT JOIN ${mentions} h ON h.record = p.record AND h.role = 'husband' ${known}`;
}

/**
 * `roster_before` and `roster_now(point, register, community, who, record, name_key, pinyin, id, id_status, birth_date,
 * sex, household_no, building, spouse, handover_date)`: the rows of last month's and this month's registers of people.
 * `who` is this month's person where the row bears the ID and name of one; another text, the same for equal IDs and
 * names, where nobody does.
 */
export const ROSTERS_OF_MONTHS: readonly Step[] = [
  {
    makes: 'roster_known',
    needs: ['named'],
    select: `SELECT id, pinyin, MIN(person) AS person FROM named
     WHERE id_status IN ('valid', 'other') AND key IN ('id', 'near') GROUP BY id, pinyin`,
  },
  {
    makes: 'roster_now',
    needs: ['named'],
    select: rows((name) => name, 'named', 'CAST(m.person AS STRING)', ''),
  },
  {
    makes: 'roster_before',
    needs: ['roster_known'],
    select: rows(previousTable, previousTable('mentions'), STRANGER, KNOWN),
  },
];
