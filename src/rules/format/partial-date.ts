import { cellRule } from '../problems.js';

/** A date that names a month only. */
export const partialDate = cellRule({
  name: 'format/partial-date',
  severity: 'notice',
  title: { zh: '日期不完整', en: 'Partial date' },
  why: {
    zh: '只有年月的日期只能粗略核对，年龄和时限也算不准。',
    en: 'A date without its day can only be compared roughly, and ages and time limits are inexact.',
  },
  remedy: { zh: '查原始凭证，补上具体日期。', en: 'Look up the day in the original document and add it.' },
  message: { zh: '“{heading}”只写到月：{raw}。', en: '“{heading}” names a month only: {raw}.' },
});
