import { CLAIMED_METHODS } from '../../../registers/codes.js';
import { anyOf } from '../../../store/vocabulary.js';
import { agreement, DAYS_APART, type EventKind, isPartial } from './kind.js';

/** Methods that a women register claims as events (docs/domain.md#claims-and-events). */
export const CLAIMED = anyOf(CLAIMED_METHODS);

export const contraception: EventKind = {
  name: 'contraception',
  own: 'contraception',
  claims: [
    {
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
      where: `COALESCE(t.method, '') <> 'termination'`,
    },
    {
      register: 'women',
      subject: 'self',
      partner: 'husband',
      values: { date: 't.method_date', partial: isPartial('method_date'), code: 't.method' },
      where: `t.method_date >= add_days(run.period_from, -400) AND t.method IN ${CLAIMED}`,
    },
  ],
  same: [`s.subject = c.subject AND s.code = c.code AND ${DAYS_APART} <= 180`],
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
