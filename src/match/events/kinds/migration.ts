import { agreement, DAYS_APART, type EventKind, isPartial, LIVING, SAYS_ENDS } from './kind.js';

/** Two stays that do not end before the other begins. */
const OVERLAP = `NOT (COALESCE(s.until < c.date, FALSE) OR COALESCE(c.until < s.date, FALSE))`;
/** A residence on a card or women register speaks of a stay that is open at the as-of date. */
const RESIDENCE = {
  values: { code: 't.residence' },
  where: `t.residence IN ('流入', '流出')`,
};

export const migration: EventKind = {
  name: 'migration',
  own: 'migrants',
  claims: [
    {
      register: 'migrants',
      subject: 'self',
      values: {
        date: 't.start_date',
        partial: isPartial('start_date'),
        until: 't.end_date',
        ends: SAYS_ENDS,
        certificate: 't.certificate_no',
        code: 't.direction',
        place: `CASE WHEN t.direction = '流出' THEN t.current_place ELSE t.home_place END`,
      },
    },
    { register: 'households', subject: 'self', ...RESIDENCE, where: `${RESIDENCE.where} AND ${LIVING}` },
    { register: 'women', subject: 'self', ...RESIDENCE },
  ],
  same: [`s.subject = c.subject AND s.code = c.code AND ${OVERLAP}`],
  shown: [],
  keys: [
    {
      name: 'person-direction-start',
      on: 's.subject = c.subject AND s.code = c.code AND s.community = c.community AND s.date = c.date',
    },
    {
      name: 'person-direction',
      on: `s.subject = c.subject AND s.code = c.code AND s.community = c.community
        AND s.date IS NOT NULL AND c.date IS NOT NULL AND (${DAYS_APART} <= 180 OR ${OVERLAP})`,
    },
    {
      name: 'person-start',
      on: 's.subject = c.subject AND s.community = c.community AND s.date = c.date',
    },
    {
      name: 'open-stay',
      on: `s.subject = c.subject AND s.code = c.code AND s.community = c.community
        AND (s.date IS NULL OR c.date IS NULL)
        AND COALESCE(s.until > (SELECT as_of FROM run), TRUE) AND COALESCE(c.until > (SELECT as_of FROM run), TRUE)`,
    },
    {
      name: 'name-direction-start',
      on: `s.subject_pinyin = c.subject_pinyin AND s.code = c.code AND s.community = c.community AND s.date = c.date
        AND NOT (s.subject_valid_id AND c.subject_valid_id)`,
    },
    {
      name: 'person-direction-elsewhere',
      on: `s.subject = c.subject AND s.code = c.code AND ${DAYS_APART} <= 180 AND ${OVERLAP}`,
    },
  ],
  score: [
    agreement('date', 3, 0),
    agreement('until', 1, 0),
    agreement('certificate', 2, 0),
    agreement('code', 2, 1),
  ].join(' + '),
};
