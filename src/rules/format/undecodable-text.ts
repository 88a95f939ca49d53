import { cellRule } from '../problems.js';

/** Bytes that no encoding explains, or replacement characters. */
export const undecodableText = cellRule({
  name: 'format/undecodable-text',
  severity: 'error',
  title: { zh: '文字有乱码', en: 'Undecodable text' },
  why: {
    zh: '乱码的姓名、地址无法核对，原字已经丢失。',
    en: 'Garbled names and addresses cannot be compared; the original characters are lost.',
  },
  remedy: {
    zh: '从原系统重新导出，或按原始凭证重新输入。',
    en: 'Export it again from the system it came from, or type it again from the original document.',
  },
  message: {
    zh: '“{heading}”里有无法识别的字符。',
    en: '“{heading}” holds characters that cannot be decoded.',
  },
});
