import { idRule } from '../problems.js';

/** The ID and the birth-date column disagree. */
export const birthDateDiffers = idRule(
  {
    name: 'identity/birth-date-differs',
    severity: 'error',
    title: { zh: '身份证号与出生日期不一致', en: 'ID and birth date disagree' },
    why: {
      zh: '身份证号第 7 至 14 位就是出生日期，两者不一致，必有一处填错。',
      en: 'Digits 7 to 14 of an ID are the birth date; where the two disagree, one of them is wrong.',
    },
    remedy: {
      zh: '按身份证或出生医学证明核对，更正填错的一处。',
      en: 'Compare both with the identity card or birth certificate, and correct the wrong one.',
    },
    message: {
      zh: '身份证号里的出生日期与登记的出生日期不一致：{cells}。',
      en: 'The birth date in the ID differs from the one recorded: {cells}.',
    },
  },
  { cell: 'k.birth_column' },
);
