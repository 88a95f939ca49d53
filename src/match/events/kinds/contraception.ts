import { CLAIMED_METHODS } from '../../../registers/codes.js';
import { anyOf } from '../../../store/vocabulary.js';
import { agreement, type ClaimSelect, DAYS_APART, type EventKind, isPartial } from './kind.js';

/** Methods that a women register claims as events (docs/domain.md#claims-and-events). */
export const CLAIMED = anyOf(CLAIMED_METHODS);

/** A woman's operation that stands under the man, her husband: it is hers all the same. */
const UNDER_THE_MAN = `COALESCE(t.method IN ('iud', 'iud_removal', 'female_sterilisation', 'implant')
  AND subject.valid_id AND male_id(subject.id) AND partner.valid_id AND NOT male_id(partner.id), FALSE)`;

const OPERATION: ClaimSelect = {
  register: 'contraception',
  subject: 'woman',
  partner: 'spouse',
  values: {
    date: 't.service_date',
    partial: isPartial('service_date'),
    registered: 't.registration_date',
    code: 't.method',
    number: 't.children_count',
  },
  where: `COALESCE(t.method, '') <> 'termination' AND NOT ${UNDER_THE_MAN}`,
};

export const contraception: EventKind = {
  name: 'contraception',
  own: 'contraception',
  claims: [
    OPERATION,
    {
      ...OPERATION,
      subject: 'spouse',
      partner: 'woman',
      where: UNDER_THE_MAN.replaceAll(/subject|partner/g, (role) =>
        role === 'subject' ? 'partner' : 'subject',
      ),
    },
    {
      register: 'women',
      subject: 'self',
      partner: 'husband',
      values: { date: 't.method_date', partial: isPartial('method_date'), code: 't.method' },
      where: `t.method_date IS NOT NULL AND t.method IN ${CLAIMED}`,
    },
  ],
  same: [`s.subject = c.subject AND s.code = c.code AND ${DAYS_APART} <= 180`],
  shown: ['s.subject = c.subject AND s.code = c.code AND s.date = c.date'],
  keys: [
    { name: 'person-method-date', on: 's.subject = c.subject AND s.code = c.code AND s.date = c.date' },
    {
      name: 'couple-method-date',
      on: `s.subject = c.partner AND s.code = c.code AND s.date = c.date AND s.code = 'male_sterilisation'`,
    },
    {
      name: 'person-method-near-date',
      on: `s.subject = c.subject AND s.code = c.code AND ${DAYS_APART} <= 180`,
    },
    {
      name: 'person-method',
      on: `s.subject = c.subject AND s.code = c.code AND (s.date IS NULL OR c.date IS NULL)`,
    },
    { name: 'person-date', on: 's.subject = c.subject AND s.date = c.date' },
    {
      name: 'names',
      on: `s.subject_pinyin = c.subject_pinyin AND s.date = c.date AND s.code = c.code
        AND NOT (s.subject_valid_id AND c.subject_valid_id)`,
    },
  ],
  score: [agreement('date', 2, 1), agreement('code', 2, 1), agreement('partner', 1, 1)].join(' + '),
};
