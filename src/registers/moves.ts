import { COMMUNITY, optional, PLACE, required } from './columns.js';
import type { Register } from './types.js';

/** 迁移登记: one row a move of a person's registration. The direction may stand in the sheet or file name. */
export const moves: Register = {
  name: 'moves',
  heading: '迁移登记',
  synonyms: ['迁入登记', '迁出登记'],
  columns: [
    COMMUNITY,
    required('move', 'direction 迁向'),
    required('name', 'name 姓名'),
    optional('sex', 'sex 性别'),
    required('id', 'id 身份证号'),
    required('date', 'move_date 迁移日期 迁入日期 迁出日期'),
    optional('text', 'from_place 迁出地'),
    optional('text', 'to_place 迁入地'),
    ...PLACE,
  ],
  mentions: [{ role: 'self', name: 'name', id: 'id', sex: { column: 'sex' } }],
  identity: ['direction', 'name', 'id', 'move_date'],
  fromName: 'direction',
};
