import { idRule } from '../problems.js';

/** An ID whose first digits are no region. */
export const unknownRegion = idRule({
  name: 'identity/unknown-region',
  severity: 'warning',
  title: { zh: '身份证号的地区码不存在', en: 'Unknown region in ID' },
  why: {
    zh: '身份证号前两位是省级地区码，不存在的地区码多半是输错了。',
    en: 'The first two digits of an ID name a province; digits that name none are mostly a slip.',
  },
  remedy: { zh: '按身份证原件核对前六位。', en: 'Compare the first six digits with the identity card.' },
  message: {
    zh: '“{heading}”的身份证号 {raw} 地区码不存在（共 {records} 处）。',
    en: 'The ID {raw} in “{heading}” names no known region (records: {records}).',
  },
});
