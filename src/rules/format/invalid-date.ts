import { cellRule } from '../problems.js';

/** A date cell that is no date. */
export const invalidDate = cellRule({
  name: 'format/invalid-date',
  severity: 'error',
  title: { zh: '日期无法识别', en: 'Invalid date' },
  why: {
    zh: '日期写错的事件无法归入月份和年度，也无法与其他各处核对。',
    en: 'An event without a readable date belongs to no month and cannot be compared with the other points.',
  },
  remedy: {
    zh: '按原始凭证改成“年-月-日”，如 2023-05-03；年份写四位数。',
    en: 'Correct it from the original document as year-month-day, for example 2023-05-03, with a four-digit year.',
  },
  message: {
    zh: '“{heading}”填的“{raw}”不是有效日期。',
    en: '“{heading}” holds “{raw}”, which is no valid date.',
  },
});
