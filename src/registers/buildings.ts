import { BUILDING, COMMUNITY, DISTRICT, optional, required, STREET } from './columns.js';
import type { Register } from './types.js';

/** 楼院册: one row a building, with the households and persons it holds. */
export const buildings: Register = {
  name: 'buildings',
  heading: '楼院册',
  synonyms: [],
  columns: [
    COMMUNITY,
    { ...BUILDING, required: true },
    required('integer', 'households 户数'),
    optional('integer', 'persons 人数'),
    optional('integer', 'married_women 已婚育龄妇女数'),
    STREET,
    DISTRICT,
  ],
  mentions: [],
  identity: ['community', 'building'],
};
