import type { Rule } from '../rule.js';

/** Methods of women alone; 男扎 on a woman's row is the couple's, and so are condoms. */
const OF_WOMEN = `('iud', 'iud_removal', 'female_sterilisation', 'implant', 'pill', 'injection')`;
/** Rows of a register with such a method whose ID in that column is a man's; whether it is a valid one shows in the mention. */
const rowsOf = (register: string, role = 'self', id = 'id') => `SELECT
      t.record, t.community, n.id, n.name_key, 'method ${id}' AS columns
      FROM ${register} t JOIN named n ON n.record = t.record AND n.role = '${role}'
      WHERE t.method IN ${OF_WOMEN} AND male_id(t.${id}) AND n.id_status = 'valid'`;

/** A woman's method stands beside a man's ID: one finding for each ID. */
export const methodSex: Rule = {
  name: 'logic/method-sex',
  severity: 'error',
  needs: { any: ['contraception', 'women', 'migrants'] },
  title: { zh: '避孕措施与性别不符', en: 'Method and sex disagree' },
  why: {
    zh: '上环、女扎、皮埋等只能是女性的措施，身份证号却是男性的；不是号码就是措施填错。',
    en: 'IUD, implant or female sterilisation beside a man’s ID: either the ID or the method is wrong.',
  },
  remedy: {
    zh: '核对本人身份证号和手术凭证；夫妻双方填反的请对调。',
    en: 'Check the ID and the record of the operation; swap husband and wife where they changed places.',
  },
  message: {
    zh: '{person_name} 的身份证号是男性的，登记的却是女性的避孕措施：{cells}。',
    en: 'The ID of {person_name} is a man’s, the method a woman’s: {cells}.',
  },
  select: () => `
    WITH wrong AS (
      ${rowsOf('contraception', 'woman', 'woman_id')}
      UNION ALL ${rowsOf('women')}
      UNION ALL ${rowsOf('migrants')}
    )
    SELECT w.id AS finding, 0 AS ordinal, w.record, w.columns,
      COALESCE(w.community, '') AS community, c.event, w.name_key AS person_name
    FROM wrong w LEFT JOIN event_claims c ON c.record = w.record AND c.is_primary`,
};
