import { idRule } from '../problems.js';

/** The 17th digit of an ID: odd for men. */
const ID_SEX = `CASE WHEN male_id(m.id) THEN 'male' ELSE 'female' END`;

const ON_ROW = '(PARTITION BY rule, record)';
/** A man's ID in a woman's place and a woman's in a man's, on one row: the two stand in each other's place. */
const EXCHANGED = `CASE WHEN MIN(detail) OVER ${ON_ROW} <> MAX(detail) OVER ${ON_ROW}
  THEN CONCAT('exchanged:', MIN(person_id) OVER ${ON_ROW}, MAX(person_id) OVER ${ON_ROW}) END`;

/** The ID and the sex column or the role disagree. Male sterilisation recorded under the man is not meant. */
export const sexDiffers = idRule(
  {
    name: 'identity/sex-differs',
    severity: 'error',
    title: { zh: '身份证号与性别不一致', en: 'ID and sex disagree' },
    why: {
      zh: '身份证号第 17 位单数为男、双数为女，与性别或身份（母亲、丈夫等）不一致，必有一处填错。',
      en: 'The 17th digit of an ID is odd for men and even for women; where it contradicts the sex or the role (mother, husband), one of them is wrong.',
    },
    remedy: {
      zh: '按身份证核对：号码填错的改号码，性别填错的改性别，男女两栏填反的对调。',
      en: 'Compare with the identity card: correct the ID or the sex, or swap husband and wife where they stand in each other’s column.',
    },
    message: {
      zh: '身份证号是{reason}性的号码，与登记的性别或身份不一致：{cells}。',
      en: 'The ID is a {reason} one, which contradicts the sex or role recorded: {cells}.',
    },
  },
  { cell: 'k.sex_column', detail: ID_SEX, together: EXCHANGED },
);
