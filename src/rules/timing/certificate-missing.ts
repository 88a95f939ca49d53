import { certificateRule } from '../stays.js';
import { hasColumn } from '../women.js';

/** A migrant who ought to hold a certificate has no number of one on record. */
export const certificateMissing = certificateRule(
  {
    name: 'timing/certificate-missing',
    severity: 'warning',
    title: { zh: '没有婚育证明', en: 'No certificate' },
    why: {
      zh: '离开本区县的成年育龄妇女应当持婚育证明；编号空白，不是没有办理，就是没有登记。',
      en: 'Women of 18 to 49 who leave their district need a certificate; without a number it was not issued, or not entered.',
    },
    remedy: {
      zh: '已办理的补填婚育证明编号和日期，未办理的通知本人办理。',
      en: 'Enter number and dates of the certificate; where there is none, ask the person to get it.',
    },
    message: {
      zh: '{person_name} {start_date} 起{direction}，没有婚育证明编号。',
      en: '{person_name}, away since {start_date}, has no certificate number on record.',
    },
  },
  { where: `t.certificate_no IS NULL AND ${hasColumn('certificate_no')}`, columns: 'certificate_no' },
);
