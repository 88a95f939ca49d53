import { cellRule } from '../problems.js';

/** A required column that the sheet lacks, once a sheet. */
export const missingColumn = cellRule({
  name: 'format/missing-column',
  severity: 'error',
  title: { zh: '缺少必填栏', en: 'Required column missing' },
  why: { zh: '缺这一栏，用到它的核对都做不了。', en: 'Whatever needs this column cannot be checked.' },
  remedy: {
    zh: '在表头补上“{heading}”一栏并填写；如果本地叫别的名称，请加进配置文件的 headings。',
    en: 'Add the column “{heading}” and fill it in; if it goes by another name locally, add that to headings in the configuration.',
  },
  message: {
    zh: '这张{register}表没有“{heading}”一栏。',
    en: 'This {register} sheet has no column “{heading}”.',
  },
});
