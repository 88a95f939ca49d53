import { certificateRule } from '../stays.js';

/** The certificate of a migrant has expired. A missing one is no expired one. */
export const certificateExpired = certificateRule(
  {
    name: 'timing/certificate-expired',
    severity: 'warning',
    title: { zh: '婚育证明过期', en: 'Certificate expired' },
    why: {
      zh: '婚育证明过了有效期就要换发；登记仍是旧的，不是没有换，就是没有更新。',
      en: 'An expired certificate has to be renewed; an old date was not renewed, or not brought up to date.',
    },
    remedy: {
      zh: '已换发的更新编号和有效期，未换发的通知本人办理。',
      en: 'Enter the new number and date; where there is none, ask the person to renew it.',
    },
    message: {
      zh: '{person_name} 的婚育证明有效期至 {expires}，已经过期。',
      en: 'The certificate of {person_name} expired on {expires}.',
    },
  },
  {
    where: 't.certificate_no IS NOT NULL AND t.certificate_expires < run.as_of',
    columns: 'certificate_expires certificate_no',
  },
);
