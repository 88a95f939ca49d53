import { cellRule } from '../problems.js';

/** An ID that a spreadsheet has rounded. It is never used to match. */
export const damagedId = cellRule({
  name: 'format/damaged-id',
  severity: 'error',
  title: { zh: '身份证号被表格软件损坏', en: 'ID damaged by a spreadsheet' },
  why: {
    zh: '按数字存放的身份证号，表格软件只保留前 15 位，后面的数字已经丢失，无法恢复。',
    en: 'A spreadsheet keeps 15 digits of a number: the rest of this ID is lost and cannot be restored from the file.',
  },
  remedy: {
    zh: '先把“{heading}”整列设为“文本”格式，再按证件重新输入全部 18 位。',
    en: 'Format the column “{heading}” as text first, then enter all 18 characters again from the document.',
  },
  message: {
    zh: '“{heading}”里的号码已损坏（{reason}），不能用来核对。',
    en: 'The ID in “{heading}” is damaged ({reason}) and cannot be used to match.',
  },
});
