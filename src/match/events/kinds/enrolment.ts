import { MARRIED } from '../../../registers/codes.js';
import { anyOf } from '../../../store/vocabulary.js';
import { ofChildbearingAge } from '../../childbearing-age.js';
import { type EventKind, LIVING, SAYS_ENDS } from './kind.js';

/** Marital statuses of somebody who is married, as a list of SQL. */
export const MARRIED_STATUSES = anyOf(MARRIED);
const RESIDENCE = `COALESCE(CAST(t.residence AS STRING), stay.residence)`;
/** What the register has no column for. */
const STAYING = { join: 'LEFT JOIN residences stay ON stay.record = t.record', needs: ['residences'] };
/** Present at the community: a resident, an in-migrant, or nothing said. */
const present = (residence: string) => `(COALESCE(${residence}, '常住') IN ('常住', '流入'))`;
/** The sex of a valid ID goes before a slip in the sex column. */
const A_WOMAN = `NOT (self.valid_id AND male_id(self.id))`;
const MARRIED_WOMAN = `t.sex = '女' AND t.marital_status IN ${MARRIED_STATUSES}`;
const FERTILE = ofChildbearingAge('self.birth_date');

/**
 * Being kept on the women register. Women registers enrol; cards and stays that say "married woman of 15 to 49, present"
 * claim that she ought to be.
 */
export const enrolmentKind: EventKind = {
  name: 'enrolment',
  primary: 'women',
  claims: [
    {
      register: 'women',
      subject: 'self',
      partner: 'husband',
      values: {
        number: 't.children_count',
        code: 't.marital_status',
        residence: RESIDENCE,
        method: 't.method',
      },
      ...STAYING,
    },
    {
      register: 'households',
      subject: 'self',
      values: { code: 't.marital_status', residence: RESIDENCE },
      ...STAYING,
      rows: `${MARRIED_WOMAN} AND ${LIVING}`,
      where: `${A_WOMAN} AND ${present(RESIDENCE)} AND ${FERTILE}`,
    },
    {
      register: 'migrants',
      subject: 'self',
      values: { code: 't.marital_status', residence: 't.direction' },
      rows: `${MARRIED_WOMAN} AND t.direction = '流入' AND ${SAYS_ENDS}`,
      where: `${A_WOMAN} AND ${FERTILE} AND COALESCE(t.end_date > run.as_of, TRUE) AND t.start_date <= run.as_of`,
    },
  ],
  same: [
    { by: ['subject', 'community'] },
    {
      by: ['subject'],
      and: `COALESCE(s.residence, '常住') = '常住' AND COALESCE(c.residence, '常住') = '常住'`,
    },
    { by: ['subject', 'residence'], and: `s.residence = '流入'` },
  ],
  shown: [],
  keys: [
    { name: 'person-community', by: ['subject', 'community'] },
    { name: 'person', by: ['subject'], and: `${present('s.residence')} = ${present('c.residence')}` },
  ],
  score: { residence: [2, 1], number: [1, 0] },
};
