import { cellRule } from '../problems.js';

/** A count that is no whole number. */
export const invalidNumber = cellRule({
  name: 'format/invalid-number',
  severity: 'error',
  title: { zh: '数字无法识别', en: 'Invalid number' },
  why: {
    zh: '孩次、子女数等必须是整数，否则无法核对。',
    en: 'Parities and counts must be whole numbers to be compared.',
  },
  remedy: {
    zh: '改成不小于 0 的整数，如 2。',
    en: 'Correct it to a whole number, zero or more, for example 2.',
  },
  message: {
    zh: '“{heading}”填的“{raw}”不是有效的整数。',
    en: '“{heading}” holds “{raw}”, which is no whole number.',
  },
});
