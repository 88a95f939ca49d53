import { DAYS } from '../options.js';
import { hasColumn, womenRule } from '../women.js';

/** A woman left her employer some time ago and was not handed over to her community. */
export const handoverOverdue = womenRule(
  {
    name: 'timing/handover-overdue',
    severity: 'warning',
    options: DAYS,
    defaults: { days: 30 },
    title: { zh: '离职未移交', en: 'Not handed over' },
    why: {
      zh: '离职后应当由单位移交社区管理，没有移交就两头都不管。',
      en: 'Who leaves an employer is handed over to the community; otherwise nobody keeps her record.',
    },
    remedy: {
      zh: '已移交的补填移交日期，未移交的与原单位联系办理。',
      en: 'Enter the date of the hand-over; if there was none, see to it with the employer.',
    },
    message: {
      zh: '{person_name} 于 {left_date} 离职，已 {overdue} 天没有移交日期。',
      en: '{person_name} left her employer on {left_date}; {overdue} days later no hand-over is on record.',
    },
  },
  ({ days }) => ({
    where: `t.handover_date IS NULL AND days_between(t.left_employer_date, run.as_of) > ${days}
        AND ${hasColumn('handover_date')}`,
    columns: "'handover_date left_employer_date'",
    evidence: {
      left_date: `iso(t.left_employer_date)`,
      overdue: `days_between(t.left_employer_date, run.as_of)`,
    },
  }),
);
