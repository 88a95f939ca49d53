/** Faults that run through several rows, or sit in the tangled cases: twins, remarriages, two ends of a stay, moves. */
import type { District, Fault } from '../district.js';
import { births, cardOnly, type Fact, marriages, pairsOfEnds, remarriages, twins } from '../facts.js';
import { PEOPLE } from '../headings.js';
import { homophone } from '../names.js';
import { addDays, makeId } from '../values.js';
import type { Row } from '../world.js';
import { childNamed, daysOff, type Faults, mistype, on, type Planter, POINTS, TYPOS } from './kit.js';

const ID_RULES = ['identity/split-id', 'identity/invalid-id'];
const EVERYWHERE = ['card', 'ledger', 'system'] as const;

/** Somebody's ID mistyped in the same way wherever one point names her: the clerk copied from one sheet to the next. */
function throughout(d: District, id: string, point: string, typo: (id: string) => string): Fault | undefined {
  const wrong = typo(id);
  if (d.isKnown(wrong) || wrong === id) return undefined;
  const rows = d.mentions(id).filter((row) => row.table.point === point);
  for (const row of rows) {
    for (const person of PEOPLE[row.table.register] ?? [])
      if (row.get(person.id) === id) row.set(person.id, wrong);
  }
  return rows.length === 0 ? undefined : { rules: ID_RULES, rows };
}

const everywhere =
  (list: (d: District) => Fact[], who: number, point: string, typo: (id: string) => string): Planter =>
  (d) => {
    const id = d.take(list(d), list === births ? childNamed : undefined)?.people[who];
    return id === undefined ? undefined : throughout(d, id, point, typo);
  };

/** The parents as the system has them: in the ledger a twin's may be blank, and taken from the row above. */
const parentsOf = ({ system }: Fact): Record<string, string> =>
  Object.fromEntries(['mother_name', 'mother_id', 'father_name', 'father_id'].map((c) => [c, system.get(c)]));

const faults: Faults = {};
for (const point of EVERYWHERE) {
  for (const how of [
    'one-digit-of-region',
    'one-digit-of-birth',
    'neighbours-swapped',
    'check-digit',
    'still-valid',
  ]) {
    const typo = TYPOS[how] ?? String;
    faults[`mother: ID ${how} throughout ${point}`] = everywhere(births, 0, point, typo);
    faults[`father: ID ${how} throughout ${point}`] = everywhere(births, 1, point, typo);
    faults[`child: ID ${how} throughout ${point}`] = everywhere(births, 2, point, typo);
    faults[`bride: ID ${how} throughout ${point}`] = everywhere(marriages, 0, point, typo);
  }
  faults[`enrolment: mother missing at ${point}`] = on(births, ['enrolment/omitted'], (fact) => {
    fact.woman?.[point].drop();
    return [...Object.values(fact.woman ?? {}), ...fact.members, fact.ledger, fact.system];
  });
}

for (const point of POINTS) {
  faults[`birth: mother ID mistyped and name homophone at ${point}`] = on(
    births,
    ID_RULES,
    (fact, d) => {
      const row = fact[point];
      row.set('mother_name', homophone(row.get('mother_name')) ?? null);
      return mistype(d, row, 'mother_id', TYPOS['neighbours-swapped'] ?? String) ? [row] : undefined;
    },
    (fact) => homophone(fact.ledger.get('mother_name')) !== undefined,
  );
  faults[`birth: date and child ID both days apart at ${point}`] = on(
    births,
    ['birth/mismatched', ...ID_RULES],
    (fact, d) => {
      const [row, date] = [fact[point], daysOff(d, fact.date)];
      const id = row.get('child_id');
      return [
        row.set('birth_date', date).set('child_id', makeId(id.slice(0, 6), date, Number(id.slice(14, 17)))),
      ];
    },
  );
  faults[`birth: year mistyped at ${point}`] = on(
    births,
    ['birth/mismatched', 'identity/birth-date-differs'],
    (fact) => [fact[point].set('birth_date', addDays(fact.date, -365))],
  );
  faults[`marriage: year mistyped at ${point}`] = on(marriages, ['marriage/mismatched'], (fact) => [
    fact[point].set('marriage_date', addDays(fact.date, -365)),
  ]);
  faults[`twins: one missing at ${point}`] = on(twins, ['birth/omitted'], (fact) => {
    const rest = point === 'ledger' ? fact.system : fact.ledger;
    fact[point].drop();
    return [rest, ...fact.members];
  });
  faults[`twins: one twice at ${point}`] = on(twins, ['birth/duplicated'], (fact) => [
    fact[point],
    fact[point].copy(parentsOf(fact)),
  ]);
  faults[`twins: sex of one at ${point}`] = on(
    twins,
    ['birth/mismatched', 'identity/sex-differs'],
    (fact) => [fact[point].set('child_sex', /^(男|1|M)/i.test(fact[point].get('child_sex')) ? '女' : '男')],
  );
  faults[`remarriage: row missing at ${point}`] = on(remarriages, ['marriage/omitted'], (fact) => {
    fact[point].drop();
    return [point === 'ledger' ? fact.system : fact.ledger, ...fact.witnesses];
  });
  faults[`remarriage: date days apart at ${point}`] = on(remarriages, ['marriage/mismatched'], (fact, d) => [
    fact[point].set('marriage_date', daysOff(d, fact.date)),
  ]);
  faults[`migration: one end missing at ${point}`] = on(pairsOfEnds, ['migration/omitted'], (fact) => {
    fact[point].drop();
    return [point === 'ledger' ? fact.system : fact.ledger, ...fact.witnesses, ...fact.members];
  });
}

/** The other community's end is on record everywhere, this one's nowhere. */
const oneEndGone: Planter = on(pairsOfEnds, ['migration/omitted'], (fact) => {
  fact.ledger.drop();
  fact.system.drop();
  return [...fact.witnesses, ...fact.members, ...Object.values(fact.woman ?? {})];
});

/** He moved his registration to another community, whose card has him; the old card was not closed. */
const movedButStill: Planter = (d) => {
  const man = d.take(
    cardOnly(d, '男'),
    ({ row }) => row.get('id').slice(6, 10) < '2000' && row.get('relation') !== '户主',
  );
  const people = new Set(d.held);
  const row = man?.row;
  const home = row && d.take(cardOnly(d), (m) => m.row.get('community') !== row.get('community'))?.row;
  if (row === undefined || home === undefined) return undefined;
  d.held = new Set([...people, ...d.held]);
  const [from, to] = [row.get('community'), home.get('community')];
  const who = Object.fromEntries(['name', 'sex', 'id'].map((column) => [column, row.get(column)]));
  const moves: Row[] = [];
  for (const point of POINTS) {
    for (const [community, direction] of [
      [from, '迁出'],
      [to, '迁入'],
    ] as const) {
      const values = {
        ...who,
        community,
        direction,
        move_date: '2023-07-03',
        from_place: from,
        to_place: to,
      };
      const table = d.table('moves', point, community);
      if (table !== undefined) moves.push(table.add(values));
    }
  }
  const copy = home.copy({
    ...who,
    birth_date: row.get('birth_date'),
    marital_status: row.get('marital_status'),
    relation: '其他',
  });
  return { rules: ['person/duplicated', 'person/not-removed'], rows: [row, copy, ...moves] };
};

export const wideFaults: Faults = {
  ...faults,
  'migration: one end missing at ledger and system': oneEndGone,
  'person: moved away but still on the old card': movedButStill,
};
