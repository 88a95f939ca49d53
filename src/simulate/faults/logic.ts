import { yearOf } from '../calendar.js';
import type { Stay, Woman } from '../people.js';
import { ownRows } from './event.js';
import type { Place, Scene } from './scene.js';

/** Her lines at all three points, where she is kept at all of them. */
export function allEntries(scene: Scene, woman: Woman): Place[] | null {
  const entries = scene.enrolments(woman.person);
  return entries.length === 3 && woman.residence !== '流出' ? entries : null;
}

/** Writes the same values into her lines at all points, and says so. */
export function plantOnEntries(
  scene: Scene,
  places: Place[],
  fault: { kind: string; values: Record<string, string>; description: string },
): true {
  for (const place of places)
    for (const [column, value] of Object.entries(fault.values)) scene.set(place, column, value);
  scene.plant({
    kind: fault.kind,
    event: 'enrolment',
    point: places[0]?.table.point ?? 'card',
    register: 'women',
    places,
    columns: Object.keys(fault.values),
    description: `${fault.description}，各数据点一致`,
  });
  return true;
}

/** Sons and daughters do not add up to the children. */
export function childrenSum(scene: Scene, woman: Woman): boolean {
  const places = allEntries(scene, woman);
  if (!places) return false;
  const values = { daughters: String(woman.daughters + 1) };
  return plantOnEntries(scene, places, {
    kind: 'logic/children-sum',
    values,
    description: '男孩数加女孩数不等于子女数',
  });
}

/** Fewer children than the registers of births hold for her. */
export function childrenCount(scene: Scene, woman: Woman): boolean {
  const places = allEntries(scene, woman);
  const births = scene.facts.births.filter(({ mother }) => mother === woman.person);
  const known =
    births.length > 0 && births.length === woman.children && births.every(({ basis }) => basis === '户籍');
  // in the audited year a parity above the number of children would be a finding of its own
  const earlier = births.every(({ child }) => yearOf(child.birth) < scene.invention.year);
  if (!places || !known || !earlier) return false;
  const son = woman.sons > 0 ? 1 : 0;
  const values = {
    children_count: String(woman.children - 1),
    sons: String(woman.sons - son),
    daughters: String(woman.daughters - 1 + son),
  };
  const description = '现有子女数少于登记的生育数';
  return plantOnEntries(scene, places, { kind: 'logic/children-count', values, description });
}

/** Managed as a migrant, though resident. */
export function classDiffers(scene: Scene, woman: Woman): boolean {
  const places = allEntries(scene, woman);
  if (!places || woman.residence !== '常住' || woman.management !== '主管') return false;
  const values = { management_class: '流动' };
  const description = '常住妇女的管理类别登记为流动';
  return plantOnEntries(scene, places, { kind: 'logic/class-differs', values, description });
}

/** A woman's method in a man's line of the register of migrants; of men's stays little else can be wrong. */
export function methodSex(scene: Scene, event: Stay): boolean {
  const places = ownRows(scene, event);
  const chosen = event.person.sex === '男' && scene.invention.random.chance(0.2);
  if (!chosen || places.length !== 2) return false;
  for (const place of places) scene.set(place, 'method', '上环');
  scene.plant({
    kind: 'logic/method-sex',
    event: 'migration',
    point: 'ledger',
    register: 'migrants',
    places,
    columns: ['method', 'id'],
    description: '男性流动人口登记了女用避孕措施，各数据点一致',
  });
  return true;
}
