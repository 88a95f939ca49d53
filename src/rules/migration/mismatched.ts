import { type Compared, DATE, mismatchedSelect } from '../events/mismatched.js';
import type { Rule } from '../rule.js';

const COMPARED: readonly Compared[] = [
  { name: 'date', value: DATE, columns: { migrants: 'start_date' } },
  { name: 'direction', value: 'c.code', columns: { migrants: 'direction' } },
  { name: 'certificate', value: 'c.certificate', columns: { migrants: 'certificate_no' } },
];

/** The claims of one event disagree on a value. */
export const migrationMismatched: Rule = {
  name: 'migration/mismatched',
  severity: 'error',
  needs: { any: ['migrants'] },
  title: {
    zh: '流动信息不一致',
    en: 'Migration mismatched',
  },
  why: {
    zh: '各处登记的是同一件事，填写的内容应当相同。',
    en: 'The registers speak of the same event; what they say should agree.',
  },
  remedy: {
    zh: '查看原始凭证，把填错的那一处改正。',
    en: 'Look at the original document and correct the register that is wrong.',
  },
  message: {
    zh: '{person_name} {event_date} 的流动，各处登记不一致：{cells}。{guess}',
    en: 'The stay of {person_name} from {event_date}: the registers differ: {cells}. {guess}',
  },
  select: () => mismatchedSelect('migration', COMPARED, `COALESCE(c.community, '')`),
};
