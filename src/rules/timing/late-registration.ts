import { registrationRule } from '../events/registered.js';
import { DAYS } from '../options.js';

/** Days by which a date that names only its month may be later than the first of it. */
const MONTH = 30;

/** An event was registered too long after it happened. */
export const lateRegistration = registrationRule(
  {
    name: 'timing/late-registration',
    severity: 'warning',
    options: DAYS,
    defaults: { days: 30 },
    title: { zh: '登记不及时', en: 'Late registration' },
    why: {
      zh: '超过期限才登记，当月报表就少计了这一件；若日期填错，也会显出迟报。',
      en: 'What is registered late was missing from its month’s report; or one of the dates is wrong.',
    },
    remedy: {
      zh: '核对两个日期；确属迟报的，查明原因并在补报表中列出。',
      en: 'Check both dates; where it is late indeed, find out why and list it as reported afterwards.',
    },
    message: {
      zh: '{person_name} 的{register}：发生日期 {event_date}，{registered_date} 才登记，隔 {days} 天（期限 {limit} 天）。',
      en: '{register} of {person_name}: event of {event_date} registered on {registered_date}, after {days} days (limit {limit}).',
    },
  },
  ({ days }) => ({
    when: `c.days > ${days} + CASE WHEN COALESCE(c.partial, FALSE) THEN ${MONTH} ELSE 0 END`,
    evidence: { limit: String(days) },
  }),
);
