import { eventRules } from './event-rules.js';
import { type ComparedValue, FULL_DATE, identifiedPerson } from './mismatched.js';

/** Twins may share a parity or count on (docs/domain.md#one-event-or-two), so theirs are not compared. */
const NO_TWIN = `c.event NOT IN (SELECT e.event FROM events e JOIN events o ON o.subject = e.subject AND o.date = e.date
    AND o.event <> e.event AND o.kind = 'birth'
  WHERE e.kind = 'birth')`;

const COMPARED: readonly ComparedValue[] = [
  {
    name: 'date',
    value: FULL_DATE,
    columns: { births: 'birth_date', households: 'birth_date', women: 'last_birth_date' },
  },
  { name: 'sex', value: 'c.sex', columns: { births: 'child_sex', households: 'sex' } },
  { name: 'parity', value: 'CAST(c.number AS STRING)', columns: { births: 'parity' }, where: NO_TWIN },
  { name: 'mother', value: identifiedPerson('subject'), columns: { births: 'mother_id' } },
  { name: 'child_name', value: 'c.child_name', columns: { births: 'child_name', households: 'name' } },
];

/** What is wrong with the claims of one kind of event: birth. */
export const birth = eventRules({
  kind: 'birth',
  primary: 'births',
  claimed: ['births', 'households', 'women'],
  omitted: {
    title: {
      zh: '出生漏报',
      en: 'Birth omitted',
    },
    why: {
      zh: '孩子出生后，户卡、台账和信息系统都应当有这一条；缺一处就是漏报。',
      en: 'A birth stands on the card, in the ledger and in the system; where one lacks it, it was omitted.',
    },
    remedy: {
      zh: '核对出生医学证明，确认属实后补登到所缺之处；如果是误报，请更正已有的记录。',
      en: 'Check the birth certificate; enter the birth where it is missing, or correct the record if it is wrong.',
    },
    message: {
      zh: '{event_date} 的出生（母亲 {person_name}）：{missing}没有，见所列登记。',
      en: 'The birth of {event_date} (mother {person_name}) is missing from {missing}; see the records listed.',
    },
  },
  duplicated: {
    title: {
      zh: '出生重报',
      en: 'Birth duplicated',
    },
    message: {
      zh: '{event_date} 的出生（母亲 {person_name}），{point}登记了 {times} 次。',
      en: 'The birth of {event_date} (mother {person_name}) is entered {times} times at {point}.',
    },
  },
  mismatched: {
    title: {
      zh: '出生信息不一致',
      en: 'Birth mismatched',
    },
    message: {
      zh: '{event_date} 的出生（母亲 {person_name}），各处登记不一致：{cells}。{guess}',
      en: 'The birth of {event_date} (mother {person_name}): the registers differ: {cells}. {guess}',
    },
    compared: COMPARED,
  },
});
