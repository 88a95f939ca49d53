import { SOME_DAYS } from '../options.js';
import { hasColumn, womenRule } from '../women.js';

/** The employer of a 协管 woman gave no notice for too long; one who has left gives none. */
export const noticeOverdue = womenRule(
  {
    name: 'timing/notice-overdue',
    severity: 'warning',
    options: SOME_DAYS,
    defaults: { days: 183 },
    title: { zh: '单位通报逾期', en: 'Employer’s notice overdue' },
    why: {
      zh: '协管对象的情况由单位每半年通报一次；超过期限没有通报，登记可能已经过时。',
      en: 'The employer gives notice every half-year; without one the row may be out of date.',
    },
    remedy: {
      zh: '向单位索取最近的通报并更新日期；不再协管的更正管理类别。',
      en: 'Ask the employer for a notice and enter its date, or correct the management class.',
    },
    message: {
      zh: '{person_name} 由单位协管，最近 {limit} 天内没有单位通报：{cells}。',
      en: 'No notice from the employer of {person_name} within {limit} days: {cells}.',
    },
  },
  ({ days }) => ({
    where: `t.management_class = '协管' AND COALESCE(days_between(t.employer_notice_date, run.as_of) > ${days}, TRUE)
        AND t.left_employer_date IS NULL AND ${hasColumn('employer_notice_date')}`,
    columns: "'employer_notice_date management_class'",
    evidence: { limit: `${days}` },
  }),
);
