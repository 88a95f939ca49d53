/** Edits that look like faults and are none: a world with all of them must raise no error and no warning. */
import type { District } from './district.js';
import { infantDied, motherDied, stayEnded } from './endings.js';
import { births, cardOnly, settledWomen, womanRows } from './facts.js';
import { PEOPLE } from './headings.js';
import { move, moveWithBaby } from './moves.js';
import { homophone, spaced, traditional } from './names.js';
import { addDays, birthOfId, makeId, sexOfId } from './values.js';
import type { Row } from './world.js';

/** One harmless edit; false where nobody suitable is left. */
export type Trap = (d: District) => boolean;

const familyNames = (row: Row): string[] =>
  (PEOPLE[row.table.register] ?? []).map(({ name }) => name).filter((name) => row.get(name) !== '');

/** Writes the names of one row of a birth in another way. */
const respell =
  (write: (name: string) => string | undefined, parentsOnly: boolean): Trap =>
  (d) => {
    const fact = d.take(births(d));
    const rows = fact ? [fact.system, fact.ledger, ...(fact.woman ? [fact.woman.card] : [])] : [];
    for (const row of rows.slice(0, 2)) {
      for (const column of familyNames(row)) {
        if (parentsOnly && column === 'child_name') continue;
        row.set(column, write(row.get(column)) ?? row.get(column));
      }
    }
    return fact !== undefined;
  };

/** Cells that nobody must fill. */
const blank: Trap = (d) => {
  const fact = d.take(births(d));
  fact?.ledger.set('father_id', null).set('birthplace', null).set('certificate_no', null).set('note', null);
  fact?.system.set('child_id', null).set('child_name', '未取名').set('policy', null).set('father_name', null);
  return fact !== undefined;
};

/** The child gets a twin of the same sex at every point; the hospital names neither. */
const twin: Trap = (d) => {
  const fact = d.take(births(d), (f) => f.witnesses.length === 1 && f.ledger.get('child_id') !== '');
  const woman = fact?.woman;
  if (fact === undefined || woman === undefined) return false;
  const child = fact.ledger.get('child_id');
  const name = `${fact.ledger.get('child_name').slice(0, -1)}闯`;
  const id = makeId(child.slice(0, 6), fact.date, (Number(child.slice(14, 17)) + 502) % 1000);
  const second = { child_name: name, child_id: id, certificate_no: 'W239990001' };
  for (const row of [fact.system, ...fact.witnesses]) row.copy(second);
  fact.members[0]?.copy({ name, id });
  const kind = sexOfId(child) === '男' ? 'sons' : 'daughters';
  for (const row of Object.values(woman)) {
    row.set('children_count', Number(row.get('children_count')) + 1).set(kind, Number(row.get(kind)) + 1);
  }
  insertTwin(fact.ledger, second);
  return true;
};

/** In the running ledger the second twin stands below the first, with blank parents. */
function insertTwin(first: Row, second: Record<string, string>): void {
  const { table } = first;
  const row = first.copy({
    ...second,
    mother_name: null,
    mother_id: null,
    father_name: null,
    father_id: null,
  });
  table.rows = table.rows.filter((other) => other !== row);
  table.rows.splice(table.rows.indexOf(first) + 1, 0, row);
}

/** A divorced woman and a bachelor of another household marry. */
const remarriage: Trap = (d) => {
  const bride = d.take(divorced(d));
  const groom = d.take(
    cardOnly(d, '男'),
    ({ row }) => /未婚/.test(row.get('marital_status')) && bornBetween(row.get('id'), 1978, 1999),
  );
  const wife = bride && womanRows(d, bride.people[0] ?? '');
  if (wife === undefined || groom === undefined || bride === undefined) return false;
  const [id, husband] = [bride.people[0] ?? '', groom.row];
  const community = wife.ledger.get('community');
  for (const point of ['ledger', 'system']) {
    d.table('marriages', point, community)?.add({
      community,
      husband_name: husband.get('name'),
      husband_id: husband.get('id'),
      husband_order: '初婚',
      wife_name: wife.ledger.get('name'),
      wife_id: id,
      wife_order: '再婚',
      marriage_date: '2023-09-11',
      certificate_no: 'J230199-2023-009001',
      basis: '户籍',
      registration_date: '2023-09-15',
    });
  }
  for (const row of Object.values(wife)) {
    row.set('marital_status', '再婚').set('marriage_date', '2023-09-11');
    row.set('husband_name', husband.get('name')).set('husband_id', husband.get('id'));
  }
  d.naming(id, 'households', 'card')[0]?.set('marital_status', '再婚');
  husband.set('marital_status', '初婚');
  return true;
};

const bornBetween = (id: string, from: number, to: number): boolean =>
  Number(id.slice(6, 10)) >= from && Number(id.slice(6, 10)) <= to;

function divorced(d: District): { people: string[] }[] {
  return d.rows('women', 'ledger').flatMap((row) => {
    const id = row.get('id');
    const plain =
      row.get('residence') === '常住' && row.get('marital_status') === '离婚' && bornBetween(id, 1978, 2000);
    const quiet = d.mentions(id).every((r) => ['women', 'households', 'visits'].includes(r.table.register));
    return plain && quiet && womanRows(d, id) ? [{ people: [id] }] : [];
  });
}

/** Two settled women of one name, born on one day, with valid and distant IDs. */
const namesakes: Trap = (d) => {
  const one = d.take(settledWomen(d));
  const two = d.take(settledWomen(d), (e) => bornBetween(e.people[0] ?? '', 1979, 2001));
  const [first, second] = [one?.people[0], two?.people[0]];
  if (first === undefined || second === undefined || one === undefined) return false;
  const id = makeId('230198', birthOfId(first), (Number(first.slice(14, 17)) + 468) % 1000);
  return rename(d, second, { id, name: one.woman.ledger.get('name') });
};

/** Gives a person another name, ID and birth date wherever she or he is named. */
function rename(d: District, old: string, now: { id: string; name: string }): boolean {
  for (const row of d.mentions(old)) {
    for (const { name, id, birth } of PEOPLE[row.table.register] ?? []) {
      if (row.get(id) !== old) continue;
      if (row.get('head_name') === row.get(name)) renameHead(d, row, now.name);
      row.set(name, now.name).set(id, now.id);
      if (birth !== undefined) row.set(birth, birthOfId(now.id));
    }
  }
  return true;
}

const renameHead = (d: District, head: Row, name: string): void => {
  const same = d
    .rows('households', 'card')
    .filter(
      (row) =>
        row.get('household_no') === head.get('household_no') &&
        row.get('community') === head.get('community'),
    );
  for (const row of same) row.set('head_name', name);
};

/** Old style IDs of 15 digits, and decorated ones. */
const oldIds: Trap = (d) => {
  const member = d.take(
    cardOnly(d),
    ({ row }) => row.get('id').slice(6, 8) === '19' && !row.get('id').includes('X'),
  );
  const id = member?.row.get('id') ?? '';
  member?.row.set('id', id.slice(0, 6) + id.slice(8, 17));
  const woman = d.take(settledWomen(d))?.woman;
  woman?.system.set(
    'id',
    ` ${woman.system.get('id').slice(0, 6)} ${woman.system.get('id').slice(6).toLowerCase()}`,
  );
  woman?.ledger.set('id', [...woman.ledger.get('id')].map(wide).join(''));
  return member !== undefined && woman !== undefined;
};

const wide = (char: string): string => String.fromCharCode(char.charCodeAt(0) + 0xfee0);

/** A sister or brother, eleven months older, unknown to no point. */
const sibling: Trap = (d) => {
  const fact = d.take(
    births(d),
    (f) => f.ledger.get('parity') === '1' && f.date > '2023-03-01' && f.ledger.get('child_id') !== '',
  );
  const woman = fact?.woman;
  if (fact === undefined || woman === undefined) return false;
  const date = addDays(fact.date, -330);
  const elder = {
    child_name: `${fact.ledger.get('child_name').charAt(0)}年`,
    child_sex: '女',
    child_id: makeId('230194', date, 446),
  };
  for (const row of [fact.ledger, fact.system]) {
    row.copy({
      ...elder,
      birth_date: date,
      certificate_no: 'W229990001',
      registration_date: addDays(date, 5),
    });
    row.set('parity', 2);
  }
  for (const row of fact.witnesses) row.set('parity', 2);
  fact.members[0]?.copy({
    name: elder.child_name,
    sex: '女',
    relation: '女',
    id: elder.child_id,
    birth_date: date,
  });
  d.table('visits', 'ledger', fact.community)?.add({
    community: fact.community,
    woman_name: fact.ledger.get('mother_name'),
    woman_id: fact.people[0] ?? null,
    service: '产后访视',
    due_date: addDays(date, 30),
    visit_date: addDays(date, 20),
    result: '正常',
    signatures: 5,
  });
  for (const row of Object.values(woman)) {
    row.set('children_count', 2).set('daughters', Number(row.get('daughters')) + 1);
  }
  return true;
};

/** Other words for one code, and a spouse whose order one point does not know. */
const otherWords: Trap = (d) => {
  const iud = d.take(settledWomen(d), ({ woman }) => /上环|放环/.test(woman.card.get('method')));
  const wife = d.take(settledWomen(d));
  iud?.woman.system.set('method', '宫内节育器');
  iud?.woman.ledger.set('method', '放置宫内节育器');
  wife?.woman.system.set('marital_status', '已婚');
  return iud !== undefined && wife !== undefined;
};

/** A date known to the month at one point agrees with the day at the others. */
const partialDate: Trap = (d) => {
  const fact = d.take(births(d));
  fact?.system.set('birth_date', fact.date.slice(0, 7));
  return fact !== undefined;
};

export const TRAPS: Record<string, Trap> = {
  'names with spaces and other dots': respell(spaced, false),
  'names in traditional characters': respell(traditional, false),
  'parents with homophone names': respell(homophone, true),
  'optional cells blank': blank,
  'same-sex twins, nameless at the hospital': twin,
  'a woman marries again': remarriage,
  'namesakes born on one day': namesakes,
  'a family that moved': move,
  'a family with a baby that moved': moveWithBaby,
  'old and decorated IDs': oldIds,
  'siblings of eleven months': sibling,
  'other words for one code': otherWords,
  'a date known to the month': partialDate,
  'a child who died in its first month': infantDied,
  'a mother who died': motherDied,
  'a stay closed everywhere': stayEnded,
};
