import { agreement, DAYS_APART, type EventKind, isPartial } from './kind.js';

/** Names, sexes and documents that show two children (docs/domain.md#one-event-or-two): twins where the date is the same, siblings else. */
const TWO_CHILDREN = `COALESCE(s.sex <> c.sex, FALSE) OR COALESCE(s.child_name <> c.child_name, FALSE)`;
const TWO_DOCUMENTS = `COALESCE(s.certificate <> c.certificate, FALSE) OR COALESCE(s.child_id <> c.child_id, FALSE)`;
/** Two mothers with valid, different IDs are not one for bearing one name. */
const MAY_BE_SAME_MOTHER = 'NOT (s.subject_valid_id AND c.subject_valid_id)';

/** A row of the own register whose date is blank or cannot be read; nothing that a register of people shows is undated. */
const ONE_UNDATED = '(s.date IS NULL OR c.date IS NULL)';

/**
 * Members of cards who were born in the period or shortly before, or whose birth is registered then. A card shows when
 * everybody on it was born: of other years that says nothing that any rule asks.
 */
const RECENT_MEMBERS = `(t.birth_date >= add_days(run.period_from, -400) OR t.record IN (
  SELECT n.record FROM named n JOIN (SELECT DISTINCT p.person FROM births b
    JOIN named p ON p.record = b.record AND p.role = 'child' AND p.register = 'births'
    JOIN run ON b.birth_date >= run.period_from) AS known
    ON known.person = n.person WHERE n.role = 'self' AND n.register = 'households'))`;

export const birth: EventKind = {
  name: 'birth',
  own: 'births',
  claims: [
    {
      register: 'births',
      subject: 'mother',
      partner: 'father',
      child: 'child',
      values: {
        date: 't.birth_date',
        partial: isPartial('birth_date'),
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
      join: 'LEFT JOIN household_mothers hm ON hm.record = t.record',
      needs: ['household_mothers'],
      values: {
        date: 't.birth_date',
        partial: isPartial('birth_date'),
        sex: 't.sex',
        code: 't.residence',
        household_mother: 'hm.person',
      },
      where: RECENT_MEMBERS,
    },
    {
      register: 'women',
      subject: 'self',
      partner: 'husband',
      values: { date: 't.last_birth_date', partial: isPartial('last_birth_date') },
      where: 't.last_birth_date IS NOT NULL',
    },
  ],
  same: [
    `s.child_id = c.child_id`,
    `s.certificate = c.certificate AND (s.subject = c.subject OR s.date = c.date OR s.child_name = c.child_name)`,
    `s.subject = c.subject AND s.date = c.date AND NOT (${TWO_CHILDREN} OR ${TWO_DOCUMENTS})`,
    `s.subject = c.subject AND s.date <> c.date AND ${DAYS_APART} <= 270 AND NOT (${TWO_CHILDREN})`,
  ],
  shown: ['s.child = c.child', 's.subject = c.subject AND s.date = c.date'],
  apart: TWO_CHILDREN,
  keys: [
    { name: 'child', on: 's.child = c.child' },
    {
      name: 'certificate',
      on: `s.certificate = c.certificate
        AND (s.subject = c.subject OR s.date = c.date OR s.child_name = c.child_name)`,
    },
    { name: 'mother-date', on: 's.subject = c.subject AND s.date = c.date' },
    { name: 'mother-near-date', on: `s.subject = c.subject AND ${DAYS_APART} <= 270` },
    { name: 'household-date', on: 's.household_mother = c.subject AND s.date = c.date' },
    { name: 'household-date', on: 's.subject = c.household_mother AND s.date = c.date' },
    {
      name: 'household-near-date',
      on: `s.household_mother = c.subject AND ${DAYS_APART} <= 270
        AND COALESCE(s.pinyin = c.pinyin, TRUE)`,
    },
    { name: 'household-near-date', on: `s.subject = c.household_mother AND ${DAYS_APART} <= 270` },
    {
      name: 'child-name-date',
      on: `s.child_name = c.child_name AND s.date = c.date
        AND (${MAY_BE_SAME_MOTHER} OR s.subject_pinyin = c.subject_pinyin)`,
    },
    {
      name: 'mother-name-date',
      on: `s.subject_pinyin = c.subject_pinyin AND s.date = c.date AND ${MAY_BE_SAME_MOTHER}`,
    },
    { name: 'mother', on: `s.subject = c.subject AND ${ONE_UNDATED}` },
    { name: 'mother', on: `s.household_mother = c.subject AND ${ONE_UNDATED}` },
  ],
  score: [
    agreement('date', 3, 1),
    agreement('sex', 2, 2),
    agreement('child_name', 3, 2),
    agreement('pinyin', 1, 1),
    agreement('number', 1, 1),
    agreement('certificate', 3, 2),
    agreement('subject', 2, 1),
  ].join(' + '),
};
