import { changeRule } from '../roster-changes.js';

/** Somebody stands on a register of people and did not last month, and nothing on record says why. */
export const rosterUnexplained = changeRule(
  {
    name: 'roster/unexplained',
    severity: 'warning',
    title: { zh: '无故增加', en: 'Joined without a reason on record' },
    why: {
      zh: '新进名册必有出生、迁入、流动、结婚、到龄或移交。都没有登记的，可能是上月漏登、重复建档，或并无其人。',
      en: 'Who joins a register was born, moved in, came to stay, married, came of age or was handed over. Where none of it is on record, the person was left out before, entered twice, or is not there.',
    },
    remedy: {
      zh: '核对此人从何而来：属实的请补登出生、迁移、流动、婚姻或移交；重复或不属实的请从名册中删去。',
      en: 'Find out where the record comes from: register the birth, move, stay, marriage or hand-over, or remove a record that is double or untrue.',
    },
    message: {
      zh: '{person_name} 上月不在册，本月新进{point}的{register}（共 {records} 处），{since} 以来没有出生、迁入、流动、结婚、到龄或移交的记录。',
      en: '{person_name} is new on {point} ({register}), {records} records in all; since {since} no birth, move, stay, marriage, age or hand-over explains it.',
    },
  },
  () => ({ side: 'joined' }),
);
