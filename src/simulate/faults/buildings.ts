import type { Woman } from '../people.js';
import { allEntries } from './event.js';
import type { Scene } from './scene.js';

/** No community has so many buildings, or households in one. */
const UNKNOWN_BUILDING = '99号楼';
const UNKNOWN_HOUSEHOLD = '9';
/** Where the cards are that are missing. */
const CARDS = { point: 'card', register: 'households' } as const;

/** A building stands on the list for which there are no cards. */
export function buildingWithoutCards(scene: Scene): boolean {
  const table = scene.table('ledger', 'buildings');
  if (!table) return false;
  const fact = { kind: 'building', building: UNKNOWN_BUILDING } as const;
  const place = scene.add(table, [scene.community, UNKNOWN_BUILDING, '6', '17'], fact);
  const more = { ...CARDS, columns: ['building'] };
  return scene.plant('coverage/building-absent', [place], '楼院册上有这一楼院，没有户卡', more);
}

/** The list gives a building one household more than it has cards. */
export function householdTooMany(scene: Scene): boolean {
  const table = scene.table('ledger', 'buildings');
  if (!table || table.rows.length === 0) return false;
  const place = { table, row: scene.invention.random.pick(table.rows) };
  scene.set(place, 'households', String(Number(scene.get(place, 'households')) + 1));
  const more = { ...CARDS, columns: ['households'] };
  return scene.plant('coverage/household-count', [place], '楼院册的户数比户卡多一户', more);
}

/** A woman's line names a household of which there is no card. */
export function householdUnknown(scene: Scene, woman: Woman): boolean {
  const places = allEntries(scene, woman);
  if (!places) return false;
  const place = scene.invention.random.pick(places);
  const number = scene.get(place, 'household_no').replace(/-/, `-${UNKNOWN_HOUSEHOLD}`);
  scene.set(place, 'household_no', number);
  const more = { ...CARDS, event: 'enrolment', columns: ['household_no'] };
  return scene.plant('coverage/card-absent', [place], '妇女登记的户编号没有户卡', more);
}
