/** Families that move their registration: what came before stays where it was. */
import type { District } from './district.js';
import { births, settledWomen } from './facts.js';
import type { Trap } from './traps.js';
import type { Row } from './world.js';

/** A settled family moves its registration to another community in October; what came before stays where it was. */
export const move: Trap = (d) => {
  const family = d.take(settledWomen(d), ({ people: [id = ''] }) => isSettled(d, id));
  return family === undefined ? false : moveHousehold(d, family.people[0] ?? '');
};

/** The same for a family with a birth in the year before the move. */
export const moveWithBaby: Trap = (d) => {
  const fact = d.take(births(d), (f) => f.date < '2023-10-01' && isSettled(d, f.people[0] ?? ''));
  return fact === undefined ? false : moveHousehold(d, fact.people[0] ?? '');
};

/** Nobody of the household stays elsewhere: the other end of a stay would not move with it. */
const isSettled = (d: District, id: string): boolean =>
  [...d.kin([id])].every((one) => d.naming(one, 'migrants').length === 0);

function moveHousehold(d: District, woman: string): boolean {
  const home = d.naming(woman, 'households', 'card')[0];
  if (home === undefined) return false;
  const [from, number] = [home.get('community'), home.get('household_no')];
  const to = d.otherCommunity(from);
  const place = {
    community: to,
    household_no: `${d
      .rows('households', 'card')
      .find((r) => r.get('community') === to)
      ?.get('household_no')
      .slice(0, 4)}9${number.slice(5)}`,
  };
  const members = d
    .rows('households', 'card')
    .filter((r) => r.get('community') === from && r.get('household_no') === number);
  for (const member of members) {
    recordMove(d, member, from, to);
    for (const row of d.naming(member.get('id'), 'women')) {
      const table = d.table('women', row.table.point, to);
      row.copy({ ...place, building: null }, table);
      row.drop();
    }
    member.copy(
      { ...place, building: null, unit_room: null, hukou_place: to },
      d.table('households', 'card', to),
    );
    member.drop();
  }
  return true;
}

function recordMove(d: District, member: Row, from: string, to: string): void {
  const values = {
    name: member.get('name'),
    sex: member.get('sex'),
    id: member.get('id'),
    move_date: '2023-12-20',
    from_place: from,
    to_place: to,
  };
  for (const point of ['ledger', 'system']) {
    d.table('moves', point, from)?.add({ ...values, community: from, direction: '迁出' });
    d.table('moves', point, to)?.add({ ...values, community: to, direction: '迁入' });
  }
}
