import type { Rule } from '../rule.js';
import { certificateExpired } from './certificate-expired.js';
import { certificateMissing } from './certificate-missing.js';
import { followUpOverdue } from './follow-up-overdue.js';
import { handoverOverdue } from './handover-overdue.js';
import { lateRegistration } from './late-registration.js';
import { noticeOverdue } from './notice-overdue.js';
import { outcomeUnrecorded } from './outcome-unrecorded.js';
import { registeredBeforeEvent } from './registered-before-event.js';
import { verificationMissing } from './verification-missing.js';
import { visitOverdue } from './visit-overdue.js';

/** What is late, or dated against time, at the as-of date. */
export const timing: readonly Rule[] = [
  registeredBeforeEvent,
  lateRegistration,
  visitOverdue,
  followUpOverdue,
  outcomeUnrecorded,
  certificateMissing,
  certificateExpired,
  verificationMissing,
  handoverOverdue,
  noticeOverdue,
];
