import { cellRule } from '../problems.js';

/** A cell above 32,767 characters, which no spreadsheet program writes. */
export const oversizedCell = cellRule({
  name: 'format/oversized-cell',
  severity: 'warning',
  title: { zh: '单元格内容过长', en: 'Oversized cell' },
  why: {
    zh: '一个单元格超过 32767 个字符，多半是引号或分隔符出错，把很多行并成了一格。',
    en: 'A cell above 32,767 characters is mostly many rows run together by a stray quote or delimiter.',
  },
  remedy: {
    zh: '检查这一行附近的引号和分隔符，必要时重新导出文件。',
    en: 'Check quotes and delimiters around this row, and export the file again if need be.',
  },
  message: {
    zh: '“{heading}”的内容超过 32767 个字符。',
    en: '“{heading}” holds more than 32,767 characters.',
  },
});
