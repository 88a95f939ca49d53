import { idRule } from '../problems.js';

/** Wrong length, characters, impossible date, or check digit by GB 11643. */
export const invalidId = idRule({
  name: 'identity/invalid-id',
  severity: 'error',
  title: { zh: '身份证号错误', en: 'Invalid ID' },
  why: {
    zh: '身份证号错误的人，各处的记录对不到一起。',
    en: 'With a wrong ID the records of a person cannot be brought together.',
  },
  remedy: {
    zh: '按身份证原件更正；同一错号登记在几处的，各处一并更正。',
    en: 'Correct it from the identity card, in every place that carries the same wrong ID.',
  },
  message: {
    zh: '“{heading}”填的身份证号 {raw} 有误：{reason}（共 {records} 处）。',
    en: 'The ID {raw} in “{heading}” is wrong: {reason} (records: {records}).',
  },
});
