import { agreement, DAYS_APART, type EventKind, isPartial } from './kind.js';

const MAY_BE_SAME_COUPLE =
  'NOT (s.subject_valid_id AND c.subject_valid_id AND s.partner_valid_id AND c.partner_valid_id)';

export const marriage: EventKind = {
  name: 'marriage',
  own: 'marriages',
  claims: [
    {
      register: 'marriages',
      subject: 'wife',
      partner: 'husband',
      values: {
        date: 't.marriage_date',
        partial: isPartial('marriage_date'),
        registered: 't.registration_date',
        certificate: 't.certificate_no',
        subject_order: 't.wife_order',
        partner_order: 't.husband_order',
      },
    },
    {
      register: 'women',
      subject: 'self',
      partner: 'husband',
      values: {
        date: 'COALESCE(t.marriage_date, t.first_marriage_date)',
        partial: `CASE WHEN t.marriage_date IS NULL THEN ${isPartial('first_marriage_date')} ELSE ${isPartial('marriage_date')} END`,
      },
      where: `COALESCE(t.marriage_date, t.first_marriage_date) IS NOT NULL
        AND COALESCE(t.marital_status, '') <> '未婚'`,
    },
  ],
  same: [
    's.subject = c.subject AND s.partner = c.partner',
    `s.certificate = c.certificate AND s.date = c.date AND (s.subject = c.subject OR s.partner = c.partner)`,
  ],
  shown: ['s.subject = c.subject AND s.date = c.date'],
  keys: [
    { name: 'couple', on: 's.subject = c.subject AND s.partner = c.partner' },
    {
      name: 'certificate',
      on: `s.certificate = c.certificate
        AND (s.subject = c.subject OR s.partner = c.partner OR s.date = c.date)`,
    },
    { name: 'wife-date', on: 's.subject = c.subject AND s.date = c.date' },
    { name: 'husband-date', on: 's.partner = c.partner AND s.date = c.date' },
    {
      name: 'wife-near-date',
      on: `s.subject = c.subject AND ${DAYS_APART} <= 400
        AND (s.partner IS NULL OR c.partner IS NULL OR s.partner_pinyin = c.partner_pinyin)`,
    },
    {
      name: 'names',
      on: `s.subject_pinyin = c.subject_pinyin AND s.partner_pinyin = c.partner_pinyin AND ${MAY_BE_SAME_COUPLE}`,
    },
  ],
  score: [agreement('date', 3, 1), agreement('certificate', 2, 1), agreement('subject', 1, 1)].join(' + '),
};
