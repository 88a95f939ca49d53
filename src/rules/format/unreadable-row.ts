import { rowRule } from '../problems.js';

/** A row that cannot be read as a record. */
export const unreadableRow = rowRule({
  name: 'format/unreadable-row',
  severity: 'error',
  title: { zh: '整行无法读取', en: 'Unreadable row' },
  why: {
    zh: '这一行没有读入，等于没有登记：它记的人和事在核对时都会缺少。',
    en: 'The row was not read: what it records counts as missing here.',
  },
  remedy: {
    zh: '检查这一行的分隔符和引号，使栏数与表头一致，再重新核对。',
    en: 'Check the delimiters and quotes of this row until it has as many cells as the header, then audit again.',
  },
  message: { zh: '这一行无法读取：{reason}。', en: 'This row cannot be read: {reason}.' },
});
