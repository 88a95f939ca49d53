import { DAYS_APART, dated, type EventKind, LIVING, SAYS_ENDS } from './kind.js';

/** Two stays that do not end before the other begins. */
const OVERLAP = `NOT (COALESCE(s.until < c.date, FALSE) OR COALESCE(c.until < s.date, FALSE))`;
/** A residence on a card or women register speaks of a stay that is open at the as-of date. */
const RESIDENCE = { values: { code: 't.residence' }, rows: `t.residence IN ('流入', '流出')` };

export const migrationKind: EventKind = {
  name: 'migration',
  primary: 'migrants',
  claims: [
    {
      register: 'migrants',
      subject: 'self',
      values: {
        ...dated('start_date'),
        until: 't.end_date',
        ends: SAYS_ENDS,
        certificate: 't.certificate_no',
        code: 't.direction',
        place: `CASE WHEN t.direction = '流出' THEN t.current_place ELSE t.home_place END`,
      },
    },
    { register: 'households', subject: 'self', ...RESIDENCE, rows: `${RESIDENCE.rows} AND ${LIVING}` },
    { register: 'women', subject: 'self', ...RESIDENCE },
  ],
  same: [{ by: ['subject', 'code'], and: OVERLAP }],
  shown: [],
  keys: [
    { name: 'person-direction-start', by: ['subject', 'code', 'community', 'date'] },
    {
      name: 'person-direction',
      by: ['subject', 'code', 'community'],
      and: `s.date IS NOT NULL AND c.date IS NOT NULL AND (${DAYS_APART} <= 180 OR ${OVERLAP})`,
    },
    { name: 'person-start', by: ['subject', 'community', 'date'] },
    {
      name: 'open-stay',
      by: ['subject', 'code', 'community'],
      and: `(s.date IS NULL OR c.date IS NULL)
        AND (COALESCE(s.until > run.as_of, TRUE) AND COALESCE(c.until > run.as_of, TRUE) OR s.until = c.until)`,
    },
    {
      name: 'name-direction-start',
      by: ['subject_pinyin', 'code', 'community', 'date'],
      unless: ['subject_valid_id'],
    },
    {
      name: 'person-direction-elsewhere',
      by: ['subject', 'code'],
      and: `${DAYS_APART} <= 180 AND ${OVERLAP}`,
    },
  ],
  score: { date: [3, 0], until: [1, 0], certificate: [2, 0], code: [2, 1] },
};
