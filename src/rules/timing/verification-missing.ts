import { certificateRule } from '../stays.js';
import { hasColumn } from '../women.js';

/** The certificate of an in-migrant was never verified. One that is missing or expired is not also unverified. */
export const verificationMissing = certificateRule(
  {
    name: 'timing/verification-missing',
    severity: 'warning',
    title: { zh: '婚育证明未查验', en: 'Certificate not verified' },
    why: {
      zh: '流入人员的婚育证明应由现居住地查验；没有查验日期，不是没有查，就是没有登记。',
      en: 'The community where a migrant lives verifies the certificate; without a date it was not done, or not entered.',
    },
    remedy: {
      zh: '已查验的补填查验日期，未查验的尽快查验。',
      en: 'Enter the date if the certificate was verified; else verify it.',
    },
    message: {
      zh: '{person_name} {start_date} 流入，婚育证明没有查验日期。',
      en: 'The certificate of {person_name}, who came on {start_date}, has no date of verification.',
    },
  },
  {
    where: `t.direction = '流入' AND t.certificate_no IS NOT NULL AND t.verified_date IS NULL
        AND COALESCE(t.certificate_expires >= run.as_of, TRUE) AND ${hasColumn('verified_date')}`,
    columns: 'verified_date certificate_no',
  },
);
