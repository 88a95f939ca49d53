/** Lives and stays that ended, and were closed at every point: nothing is left to say about them. */
import type { District } from './district.js';
import { births, stays } from './facts.js';
import type { Trap } from './traps.js';
import { addDays, birthOfId, dateOf, sexOfId } from './values.js';
import type { Row } from './world.js';

/** Records a death at ledger and system, and takes the person off the card and the women registers. */
function bury(d: District, member: Row, date: string): void {
  const community = member.get('community');
  const who = ['name', 'sex', 'id', 'birth_date'].map((column) => [column, member.get(column)]);
  for (const point of ['ledger', 'system']) {
    d.table('deaths', point, community)?.add({
      ...Object.fromEntries(who),
      community,
      death_date: date,
      basis: '户籍',
      registration_date: addDays(date, 4),
    });
  }
  for (const row of d.naming(member.get('id'), 'women')) row.drop();
  member.drop();
}

/** A child born in the year dies in it: no card shows her or him, and the mother has one living child less. */
export const infantDied: Trap = (d) => {
  const fact = d.take(births(d), (f) => f.date < '2023-11-20');
  const [member, woman] = [fact?.members[0], fact?.woman];
  if (fact === undefined || member === undefined || woman === undefined) return false;
  const kind = /^(男|1|M)/i.test(fact.ledger.get('child_sex')) ? 'sons' : 'daughters';
  for (const row of Object.values(woman)) {
    row.set('children_count', Number(row.get('children_count')) - 1).set(kind, Number(row.get(kind)) - 1);
  }
  bury(d, member, addDays(fact.date, 20));
  return true;
};

/** A mother of the year dies: the child stays on the card, she is on no register, and nobody visits her any more. */
export const motherDied: Trap = (d) => {
  const operated = (id: string) => d.naming(id, 'contraception', undefined, 'woman_id').length > 0;
  const fact = d.take(births(d), (f) => f.date < '2023-10-01' && !operated(f.people[0] ?? ''));
  const member = fact && d.naming(fact.people[0] ?? '', 'households', 'card')[0];
  if (fact === undefined || member === undefined) return false;
  const died = addDays(fact.date, 70);
  for (const row of d.naming(fact.people[0] ?? '', 'visits', undefined, 'woman_id')) {
    if (!(dateOf(row.get('visit_date')) <= died)) row.drop();
  }
  bury(d, member, died);
  return true;
};

/** A man's stay ends: both registers close it, and no card holds him any more. */
export const stayEnded: Trap = (d) => {
  const fact = d.take(
    stays(d),
    (f) => isGrownMan(f.people[0] ?? '') && f.system.get('direction') === '流入' && f.date < '2023-11-01',
  );
  if (fact === undefined) return false;
  fact.ledger.set('end_date', addDays(fact.date, 40));
  fact.system.set('end_date', addDays(fact.date, 40));
  for (const row of fact.members) row.drop();
  return true;
};

const isGrownMan = (id: string): boolean => sexOfId(id) === '男' && birthOfId(id) < '2000';
