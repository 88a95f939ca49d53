import { visitRule } from '../visits.js';

export const fieldDiffers = visitRule(
  {
    name: 'field/differs',
    severity: 'error',
    title: { zh: '与入户核查不符', en: 'Differs from the door' },
    why: {
      zh: '登记的内容应当与实际一致；不一致的，统计就失真。',
      en: 'What is on record should be what is there; where it is not, the figures are wrong.',
    },
    remedy: {
      zh: '按核查表和有效证件更正所列登记；核查表填错的，请更正核查表并重新计分。',
      en: 'Correct the records by the sheet and a valid document; if the sheet is wrong, correct it and score again.',
    },
    message: {
      zh: '{person_name}：登记与入户核查不符：{cells}。',
      en: '{person_name}: the records differ from what was found at the door: {cells}.',
    },
  },
  { table: 'field_items', columns: 'x.column_name' },
);
