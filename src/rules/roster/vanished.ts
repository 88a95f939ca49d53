import { changeRule } from '../roster-changes.js';

/** Somebody stood on a register of people last month and does not now, and nothing on record says why. */
export const rosterVanished = changeRule(
  {
    name: 'roster/vanished',
    severity: 'warning',
    title: { zh: '无故减少（漏管）', en: 'Vanished since last month' },
    why: {
      zh: '人不会凭空消失：离开名册必有死亡、迁出、流动、结婚、到龄或移交。都没有登记的，多半是漏了档或脱了管。',
      en: 'Nobody leaves a register for nothing: a death, a move, a stay, a marriage, age or a hand-over is behind it. Where none is on record, a card was lost or the record was dropped.',
    },
    remedy: {
      zh: '核对此人去向：仍在的请补回名册；确已离开的，请补登死亡、迁移、流动、婚姻或移交。',
      en: 'Find out what became of the record: put it back, or register the death, move, stay, marriage or hand-over.',
    },
    message: {
      zh: '{person_name} 上月在册，本月从{missing}中消失，{since} 以来没有死亡、迁出、流动、结婚、到龄或移交的记录。',
      en: '{person_name} stood on the register last month and is gone from {missing}; since {since} no death, move, stay, marriage, age or hand-over explains it.',
    },
  },
  () => ({ side: 'left' }),
);
