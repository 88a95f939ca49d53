import { womenRule } from '../women.js';

/** Sons and daughters do not make up the children of a woman's row. */
export const childrenSum = womenRule(
  {
    name: 'logic/children-sum',
    severity: 'error',
    title: { zh: '男孩数加女孩数不等于子女数', en: 'Sons and daughters do not add up' },
    why: {
      zh: '现有子女数应当等于男孩数与女孩数之和，不等则其中一栏填错。',
      en: 'Children are sons and daughters; where they do not add up, one of the three is wrong.',
    },
    remedy: {
      zh: '核对这名妇女的现有子女，更正填错的一栏。',
      en: 'Go through the woman’s living children and correct the cell that is wrong.',
    },
    message: {
      zh: '{person_name} 有男孩 {sons} 个、女孩 {daughters} 个，子女数却是 {children}。',
      en: '{person_name} has {sons} sons and {daughters} daughters, but {children} children.',
    },
  },
  () => ({
    where: 't.sons + t.daughters <> t.children_count',
    columns: "'children_count sons daughters'",
    evidence: { sons: `t.sons`, daughters: `t.daughters`, children: `t.children_count` },
  }),
);
