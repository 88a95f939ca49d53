import { visitRule } from '../visits.js';

export const notFound = visitRule(
  {
    name: 'field/not-found',
    severity: 'error',
    title: { zh: '查无此人', en: 'Not found at the door' },
    why: {
      zh: '登记册上有而实际没有的人是虚报，人口、妇女或出生数因此多计。',
      en: 'Somebody on record who is not there is a false report: population, women or births are counted too high.',
    },
    remedy: {
      zh: '核对此人是否已经死亡、迁走或从未居住，注销或更正所列各处登记。',
      en: 'Find out whether the person died, moved away or never lived there, and remove or correct the records listed.',
    },
    message: {
      zh: '{person_name}：登记在册，入户核查查无此人。',
      en: '{person_name} is on record, and was not found at the door.',
    },
  },
  { table: 'field_refuted' },
);
