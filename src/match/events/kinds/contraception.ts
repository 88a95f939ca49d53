import { CLAIMED_METHODS } from '../../../registers/codes.js';
import { anyOf } from '../../../store/vocabulary.js';
import { type ClaimSelect, DAYS_APART, dated, type EventKind } from './kind.js';

/** Methods that a women register claims as events (docs/domain.md#claims-and-events). */
export const CLAIMED = anyOf(CLAIMED_METHODS);

/** A woman's operation that stands under the man, her husband, is hers all the same. */
const OPERATION: Pick<ClaimSelect, 'register' | 'values' | 'join' | 'needs'> = {
  register: 'contraception',
  join: 'LEFT JOIN operated_wives wife ON wife.record = t.record',
  needs: ['operated_wives'],
  values: {
    ...dated('service_date'),
    registered: 't.registration_date',
    code: 't.method',
    number: 't.children_count',
  },
};

export const contraceptionKind: EventKind = {
  name: 'contraception',
  primary: 'contraception',
  claims: [
    {
      ...OPERATION,
      subject: 'woman',
      partner: 'spouse',
      rows: `COALESCE(t.method, '') <> 'termination'`,
      where: 'wife.record IS NULL',
    },
    { ...OPERATION, subject: 'wife', partner: 'woman', where: 'wife.record IS NOT NULL' },
    {
      register: 'women',
      subject: 'self',
      partner: 'husband',
      values: { ...dated('method_date'), code: 't.method' },
      rows: `t.method_date IS NOT NULL AND t.method IN ${CLAIMED}`,
    },
  ],
  same: [{ by: ['subject', 'code'], and: `${DAYS_APART} <= 180` }],
  shown: [{ by: ['subject', 'code', 'date'] }],
  keys: [
    { name: 'person-method-date', by: ['subject', 'code', 'date'] },
    {
      name: 'couple-method-date',
      by: [['subject', 'partner'], 'code', 'date'],
      only: `s.code = 'male_sterilisation'`,
    },
    { name: 'person-method-near-date', by: ['subject', 'code'], and: `${DAYS_APART} <= 180` },
    { name: 'person-method', by: ['subject', 'code'], and: '(s.date IS NULL OR c.date IS NULL)' },
    { name: 'person-date', by: ['subject', 'date'] },
    { name: 'names', by: ['subject_pinyin', 'date', 'code'], unless: ['subject_valid_id'] },
  ],
  score: { date: [2, 1], code: [2, 1], partner: [1, 1] },
};
