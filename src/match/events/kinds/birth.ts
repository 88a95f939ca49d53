import { DAYS_APART, dated, type EventKind } from './kind.js';

/** Names, sexes and documents that show two children (docs/domain.md#one-event-or-two): twins where the date is the same, siblings else. */
const TWO_CHILDREN = `COALESCE(s.sex <> c.sex, FALSE) OR COALESCE(s.child_name <> c.child_name, FALSE)`;
const TWO_DOCUMENTS = `COALESCE(s.certificate <> c.certificate, FALSE) OR COALESCE(s.child_id <> c.child_id, FALSE)`;
/** Rows that say no more than the sex, where others show as many children. */
const TWO_TWINS = 'COALESCE(s.twin <> c.twin, FALSE)';
/** A certificate number may be mistyped into another's: something else must agree. */
const SAME_MOTHER_DATE_OR_NAME = '(s.subject = c.subject OR s.date = c.date OR s.child_name = c.child_name)';

/** A row of the primary register whose date is blank or cannot be read; nothing that a register of people shows is undated. */
const ONE_UNDATED = '(s.date IS NULL OR c.date IS NULL)';

/**
 * Members of cards who were born in the period or shortly before, or whose birth is registered then. A card shows when
 * everybody on it was born: of other years that says nothing that any rule asks.
 */
const RECENT_MEMBERS = `(t.birth_date >= add_days(run.period_from, -400) OR recent.record IS NOT NULL)`;
const REGISTERED = `LEFT JOIN (SELECT DISTINCT n.record FROM births b CROSS JOIN run
    JOIN named p ON p.record = b.record AND p.role = 'child' AND p.register = 'births'
    JOIN named n ON n.person = p.person AND n.role = 'self' AND n.register = 'households'
    WHERE b.birth_date >= run.period_from) AS recent ON recent.record = t.record`;

export const birthKind: EventKind = {
  name: 'birth',
  primary: 'births',
  claims: [
    {
      register: 'births',
      subject: 'mother',
      partner: 'father',
      child: 'child',
      join: 'LEFT JOIN twin_rows ON twin_rows.record = t.record',
      needs: ['twin_rows'],
      values: {
        ...dated('birth_date'),
        twin: 'twin_rows.twin',
        registered: 't.registration_date',
        sex: 't.child_sex',
        number: 't.parity',
        certificate: 't.certificate_no',
        code: 't.basis',
      },
    },
    {
      register: 'households',
      child: 'self',
      join: `LEFT JOIN household_mothers hm ON hm.record = t.record ${REGISTERED}`,
      needs: ['household_mothers'],
      values: { ...dated('birth_date'), sex: 't.sex', code: 't.residence', household_mother: 'hm.person' },
      rows: RECENT_MEMBERS,
    },
    {
      register: 'women',
      subject: 'self',
      partner: 'husband',
      values: dated('last_birth_date'),
      rows: 't.last_birth_date IS NOT NULL',
    },
  ],
  same: [
    { by: ['child_id'] },
    { by: ['certificate'], and: SAME_MOTHER_DATE_OR_NAME },
    { by: ['subject', 'date'], and: `NOT (${TWO_CHILDREN} OR ${TWO_DOCUMENTS} OR ${TWO_TWINS})` },
    { by: ['subject'], and: `s.date <> c.date AND ${DAYS_APART} <= 270 AND NOT (${TWO_CHILDREN})` },
  ],
  shown: [{ by: ['child'] }, { by: ['subject', 'date'] }],
  apart: TWO_CHILDREN,
  keys: [
    { name: 'child', by: ['child'] },
    { name: 'certificate', by: ['certificate'], and: SAME_MOTHER_DATE_OR_NAME },
    { name: 'mother-date', by: ['subject', 'date'] },
    { name: 'mother-near-date', by: ['subject'], and: `${DAYS_APART} <= 270` },
    { name: 'household-date', by: [['household_mother', 'subject'], 'date'] },
    { name: 'household-date', by: [['subject', 'household_mother'], 'date'] },
    {
      name: 'household-near-date',
      by: [['household_mother', 'subject']],
      and: `${DAYS_APART} <= 270 AND COALESCE(s.pinyin = c.pinyin, TRUE)`,
    },
    { name: 'household-near-date', by: [['subject', 'household_mother']], and: `${DAYS_APART} <= 270` },
    {
      name: 'child-name-date',
      by: ['child_name', 'date'],
      and: `(NOT (s.subject_valid_id AND c.subject_valid_id) OR s.subject_pinyin = c.subject_pinyin)`,
    },
    // Two mothers with valid, different IDs are not one for bearing one name.
    { name: 'mother-name-date', by: ['subject_pinyin', 'date'], unless: ['subject_valid_id'] },
    { name: 'mother', by: ['subject'], and: ONE_UNDATED },
    { name: 'mother', by: [['household_mother', 'subject']], and: ONE_UNDATED },
  ],
  score: {
    date: [3, 1],
    sex: [2, 2],
    child_name: [3, 2],
    pinyin: [1, 1],
    number: [1, 1],
    certificate: [3, 2],
    subject: [2, 1],
  },
};
