import { registrationRule } from '../events/registered.js';

/** An event was registered before it happened. */
export const registeredBeforeEvent = registrationRule(
  {
    name: 'timing/registered-before-event',
    severity: 'error',
    title: { zh: '登记早于发生', en: 'Registered before the event' },
    why: {
      zh: '事情还没有发生就登记了，登记日期和发生日期必有一个填错。',
      en: 'Nothing is registered before it happens; one of the two dates is wrong.',
    },
    remedy: {
      zh: '按原始凭证核对两个日期，更正填错的一个。',
      en: 'Check both dates against the original document and correct the wrong one.',
    },
    message: {
      zh: '{person_name} 的{register}：发生日期 {event_date}，登记日期却是 {registered_date}。',
      en: '{register} of {person_name}: registered on {registered_date}, before the event of {event_date}.',
    },
  },
  () => ({ when: 'c.days < 0' }),
);
