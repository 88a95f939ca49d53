import { DAYS_APART, dated, type EventKind, isPartial } from './kind.js';

/** The first marriage is the present one of her alone who has not married again. */
const PRESENT = `COALESCE(t.marriage_date,
  CASE WHEN COALESCE(t.marital_status, '') NOT IN ('再婚', '复婚') THEN t.first_marriage_date END)`;

export const marriageKind: EventKind = {
  name: 'marriage',
  primary: 'marriages',
  claims: [
    {
      register: 'marriages',
      subject: 'wife',
      partner: 'husband',
      values: {
        ...dated('marriage_date'),
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
        date: PRESENT,
        partial: `CASE WHEN t.marriage_date IS NULL THEN ${isPartial('first_marriage_date')} ELSE ${isPartial('marriage_date')} END`,
      },
      rows: `${PRESENT} IS NOT NULL AND COALESCE(t.marital_status, '') <> '未婚'`,
    },
  ],
  same: [
    { by: ['subject', 'partner'] },
    { by: ['certificate', 'date'], and: '(s.subject = c.subject OR s.partner = c.partner)' },
  ],
  shown: [{ by: ['subject', 'date'] }],
  keys: [
    { name: 'couple', by: ['subject', 'partner'] },
    {
      name: 'certificate',
      by: ['certificate'],
      and: '(s.subject = c.subject OR s.partner = c.partner OR s.date = c.date)',
    },
    { name: 'wife-date', by: ['subject', 'date'] },
    { name: 'husband-date', by: ['partner', 'date'] },
    {
      name: 'wife-near-date',
      by: ['subject'],
      and: `${DAYS_APART} <= 400
        AND (s.partner IS NULL OR c.partner IS NULL OR s.partner_pinyin = c.partner_pinyin)`,
    },
    {
      name: 'names',
      by: ['subject_pinyin', 'partner_pinyin'],
      unless: ['subject_valid_id', 'partner_valid_id'],
    },
  ],
  score: { date: [3, 1], certificate: [2, 1], subject: [1, 1] },
};
