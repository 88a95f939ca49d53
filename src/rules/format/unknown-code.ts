import { cellRule } from '../problems.js';

/** A word that is not in the code list of its column. */
export const unknownCode = cellRule({
  name: 'format/unknown-code',
  severity: 'error',
  title: { zh: '填写内容不在选项之内', en: 'Unknown code' },
  why: {
    zh: '不在选项之内的内容不会计入任何分类。',
    en: 'A word outside the list is counted in no category.',
  },
  remedy: {
    zh: '改成该栏规定的选项；如果本地一直这样写，请把这个词加进配置文件的 codes。',
    en: 'Use one of the words of that column; if this word is usual locally, add it to codes in the configuration.',
  },
  message: {
    zh: '“{heading}”填的“{raw}”不在规定的选项之内。',
    en: '“{heading}” holds “{raw}”, which is not one of its codes.',
  },
});
