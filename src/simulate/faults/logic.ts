import { yearOf } from '../calendar.js';
import type { Stay } from '../people.js';
import { onEntries } from './agreed.js';
import { ownRows } from './event.js';
import type { Scene } from './scene.js';

/** Sons and daughters do not add up to the children. */
export const wrongSum = onEntries('logic/children-sum', '男孩数加女孩数不等于子女数', (_, woman) => ({
  daughters: String(woman.daughters + 1),
}));

/** Fewer children than the registers of births hold for her. */
export const tooFewChildren = onEntries(
  'logic/children-count',
  '现有子女数少于登记的生育数',
  (scene, woman) => {
    const births = scene.facts.births.filter(({ mother }) => mother === woman.person);
    const known =
      births.length > 0 && births.length === woman.children && births.every(({ basis }) => basis === '户籍');
    // in the audited year a parity above the number of children would be a finding of its own
    const earlier = births.every(({ child }) => yearOf(child.birth) < scene.invention.year);
    if (!known || !earlier) return null;
    const son = woman.sons > 0 ? 1 : 0;
    return {
      children_count: String(woman.children - 1),
      sons: String(woman.sons - son),
      daughters: String(woman.daughters - 1 + son),
    };
  },
);

/** Managed as a migrant, though resident. */
export const wrongClass = onEntries('logic/class-differs', '常住妇女的管理类别登记为流动', (_, woman) =>
  woman.residence === '常住' && woman.management === '主管' ? { management_class: '流动' } : null,
);

/** A woman's method in a man's line of the register of migrants; of men's stays little else can be wrong. */
export function wrongMethodOfMan(scene: Scene, event: Stay): boolean {
  const places = ownRows(scene, event);
  const chosen = event.person.sex === '男' && scene.invention.random.chance(0.2);
  if (!chosen || places.length !== 2) return false;
  scene.write(places, { method: '上环' });
  const more = { event: 'migration', columns: ['method', 'id'] };
  return scene.plant('logic/method-sex', places, '男性流动人口登记了女用避孕措施，各数据点一致', more);
}
