import { cellRule } from '../problems.js';

/** A required cell is blank. */
export const missingValue = cellRule({
  name: 'format/missing-value',
  severity: 'error',
  title: { zh: '必填项空白', en: 'Required value missing' },
  why: {
    zh: '必填项空白的记录无法与其他各处核对，也会漏算。',
    en: 'A record without its required values cannot be compared with the other points and falls out of counts.',
  },
  remedy: {
    zh: '查原始凭证，把“{heading}”补填完整。',
    en: 'Look it up in the original document and fill in “{heading}”.',
  },
  message: { zh: '“{heading}”是必填项，此处空白。', en: '“{heading}” is required, and blank here.' },
});
