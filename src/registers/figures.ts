import { optional, PLACE, required } from './columns.js';
import type { Register } from './types.js';

/**
 * 统计报表: one row a reported figure; the reader turns the wide form, one column an indicator, into rows.
 * 单位 is the heading of the unit, and the area where neither 地区 nor 社区 stands beside it and it holds no units.
 */
export const figures: Register = {
  name: 'figures',
  heading: '统计报表',
  synonyms: [],
  columns: [
    required('text', 'area 地区 社区 单位'),
    required('text', 'period 期间'),
    required('text', 'indicator 指标'),
    required('number', 'value 数值'),
    optional('text', 'unit 单位'),
    ...PLACE,
  ],
  mentions: [],
  identity: ['area', 'period', 'indicator'],
  fromName: 'period',
};
