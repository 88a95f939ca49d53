/** Events of 2023 that stand plainly at every point: one row each, so that a planted fault is the only one. */
import type { District } from './district.js';
import type { Row } from './world.js';

/** An event with its rows at ledger and system, and the people who must not be touched twice. */
export interface Fact {
  people: string[];
  date: string;
  community: string;
  ledger: Row;
  system: Row;
  /** The woman's rows, where she is enrolled once at every point. */
  woman?: { card: Row; ledger: Row; system: Row };
  /** The child, the person who stays or who died, on the household cards. */
  members: Row[];
  witnesses: Row[];
}

const inYear = (date: string): boolean => date >= '2023-01-10' && date <= '2023-12-15';

/** Pairs the rows of one register at ledger and system by `key`; keys with more than one row are left out. */
function paired(d: District, register: string, key: (row: Row) => string): [Row, Row][] {
  const system = keyed(d.rows(register, 'system'), key);
  return [...keyed(d.rows(register, 'ledger'), key)].flatMap(([k, rows]) => {
    const [a, b] = [rows[0], system.get(k)?.[0]];
    const single = rows.length === 1 && system.get(k)?.length === 1;
    return single && a !== undefined && b !== undefined ? [[a, b] as [Row, Row]] : [];
  });
}

function keyed(rows: Row[], key: (row: Row) => string): Map<string, Row[]> {
  const map = new Map<string, Row[]>();
  for (const row of rows) map.set(key(row), [...(map.get(key(row)) ?? []), row]);
  return map;
}

/** The woman's row at each point, if each has exactly one. */
export function womanRows(d: District, id: string): { card: Row; ledger: Row; system: Row } | undefined {
  const [card, ledger, system] = ['card', 'ledger', 'system'].map((p) => d.naming(id, 'women', p));
  const [a, b, c] = [card?.[0], ledger?.[0], system?.[0]];
  const single = card?.length === 1 && ledger?.length === 1 && system?.length === 1;
  return single && a && b && c ? { card: a, ledger: b, system: c } : undefined;
}

/** Rows whose parents are blank take them from the row above, and belong to twins. */
const motherOf = (row: Row): string => {
  const above = row.table.data[row.table.data.indexOf(row) - 1];
  return row.get('mother_id') || (above === undefined ? '' : motherOf(above));
};

const isMoved = (d: District, ids: string[]): boolean =>
  ids.some((id) => d.naming(id, 'moves').length > 0 || d.naming(id, 'migrants').length > 0);

function findBirths(d: District): Fact[] {
  return paired(d, 'births', (row) => `${motherOf(row)} ${row.get('birth_date')}`).flatMap(
    ([ledger, system]) => {
      const [mother, father, child] = ['mother_id', 'father_id', 'child_id'].map((c) => ledger.get(c));
      if (!mother || !child || !father || !inYear(ledger.get('birth_date'))) return [];
      const woman = womanRows(d, mother);
      const members = d.naming(child, 'households', 'card');
      if (woman === undefined || members.length !== 1 || isMoved(d, [mother, father, child])) return [];
      return [
        fact(ledger, system, 'birth_date', [mother, father, child], {
          woman,
          members,
          witnesses: d
            .naming(mother, 'births', 'hospital', 'mother_id')
            .filter((r) => r.get('birth_date') === ledger.get('birth_date')),
        }),
      ];
    },
  );
}

function fact(
  ledger: Row,
  system: Row,
  dateColumn: string,
  people: string[],
  rest: Partial<Fact> = {},
): Fact {
  const base = { people, date: ledger.get(dateColumn), community: ledger.get('community'), ledger, system };
  return { ...base, members: [], witnesses: [], ...rest };
}

function findMarriages(d: District): Fact[] {
  return paired(d, 'marriages', (row) => `${row.get('wife_id')} ${row.get('husband_id')}`).flatMap(
    ([ledger, system]) => {
      const [wife, husband] = [ledger.get('wife_id'), ledger.get('husband_id')];
      if (!wife || !husband || !inYear(ledger.get('marriage_date'))) return [];
      const woman = womanRows(d, wife);
      const lone = [wife, husband].every((id) => onlyMarriage(d, id));
      if (woman === undefined || !lone || isMoved(d, [wife, husband])) return [];
      const witnesses = d.naming(wife, 'marriages', 'civil', 'wife_id');
      return [fact(ledger, system, 'marriage_date', [wife, husband], { woman, witnesses })];
    },
  );
}

const onlyMarriage = (d: District, id: string): boolean =>
  d.mentions(id).filter((r) => r.table.register === 'marriages' && r.table.point === 'ledger').length === 1;

function findOperations(d: District): Fact[] {
  const lasting = /上环|放环|宫内|女扎|绝育|结扎|皮埋/;
  return paired(d, 'contraception', (row) => row.get('woman_id')).flatMap(([ledger, system]) => {
    const id = ledger.get('woman_id');
    if (!id || !inYear(ledger.get('service_date')) || !lasting.test(ledger.get('method'))) return [];
    const woman = womanRows(d, id);
    if (woman === undefined || isMoved(d, [id])) return [];
    return [fact(ledger, system, 'service_date', [id], { woman })];
  });
}

function findStays(d: District): Fact[] {
  return paired(d, 'migrants', (row) => row.get('id')).flatMap(([ledger, system]) => {
    const id = ledger.get('id');
    if (!id || !inYear(ledger.get('start_date')) || ledger.get('end_date')) return [];
    const woman = womanRows(d, id);
    return [
      fact(ledger, system, 'start_date', [id], {
        members: d.naming(id, 'households', 'card'),
        ...(woman === undefined ? {} : { woman }),
      }),
    ];
  });
}

function findDeaths(d: District): Fact[] {
  return paired(d, 'deaths', (row) => row.get('id')).flatMap(([ledger, system]) => {
    const id = ledger.get('id');
    if (!id || !inYear(ledger.get('death_date'))) return [];
    return [fact(ledger, system, 'death_date', [id])];
  });
}

/** Twins of settled families: rows of one mother and date, told apart by the child's ID. */
function findTwins(d: District): Fact[] {
  const days = keyed(d.rows('births', 'ledger'), (row) => `${motherOf(row)} ${row.get('birth_date')}`);
  const isTwin = (row: Row): boolean => days.get(`${motherOf(row)} ${row.get('birth_date')}`)?.length === 2;
  return paired(d, 'births', (row) => row.get('child_id')).flatMap(([ledger, system]) => {
    const [mother, child] = [motherOf(ledger), ledger.get('child_id')];
    // The second of two, so that no row that takes its parents from above loses them.
    const last =
      ledger.table.data[ledger.table.data.indexOf(ledger) - 1]?.get('birth_date') ===
      ledger.get('birth_date');
    const plain = isTwin(ledger) && last && !isMoved(d, [mother, child]) && inYear(ledger.get('birth_date'));
    if (!plain || !child) return [];
    return [
      fact(ledger, system, 'birth_date', [mother, child], { members: d.naming(child, 'households', 'card') }),
    ];
  });
}

/** The later marriages of people who married twice. */
function findRemarriages(d: District): Fact[] {
  return paired(d, 'marriages', (row) => `${row.get('wife_id')} ${row.get('husband_id')}`).flatMap(
    ([ledger, system]) => {
      const [wife, husband] = [ledger.get('wife_id'), ledger.get('husband_id')];
      const again = [wife, husband].some((id) => !onlyMarriage(d, id));
      if (!again || !inYear(ledger.get('marriage_date')) || isMoved(d, [wife, husband])) return [];
      const witnesses = d
        .naming(wife, 'marriages', 'civil', 'wife_id')
        .filter((r) => r.get('husband_id') === husband);
      return [fact(ledger, system, 'marriage_date', [wife, husband], { witnesses })];
    },
  );
}

/** Ends of stays between two audited communities: the end where the person came in; `witnesses` are the other's rows. */
function findEnds(d: District): Fact[] {
  return paired(d, 'migrants', (row) => `${row.get('id')} ${row.get('community')}`).flatMap(
    ([ledger, system]) => {
      const id = ledger.get('id');
      const elsewhere = d
        .naming(id, 'migrants')
        .filter((row) => row.get('community') !== ledger.get('community'));
      const plain = system.get('direction') === '流入' && elsewhere.length === 2 && !ledger.get('end_date');
      if (!plain || !inYear(ledger.get('start_date'))) return [];
      return [
        fact(ledger, system, 'start_date', [id], {
          members: d.naming(id, 'households', 'card'),
          witnesses: elsewhere,
        }),
      ];
    },
  );
}

/** A woman enrolled at every point, with nothing else recorded of her. */
export interface Enrolled {
  people: string[];
  woman: { card: Row; ledger: Row; system: Row };
}

function findSettledWomen(d: District): Enrolled[] {
  return d.rows('women', 'ledger').flatMap((row) => {
    const id = row.get('id');
    const woman = id ? womanRows(d, id) : undefined;
    const card = d.naming(id, 'households', 'card');
    const age = Number(id.slice(6, 10));
    const plain =
      row.get('residence') === '常住' && /初婚/.test(row.get('marital_status')) && age > 1978 && age < 2002;
    if (woman === undefined || card.length !== 1 || !plain || isMoved(d, [id])) return [];
    const busy = d
      .mentions(id)
      .some((r) => ['births', 'marriages', 'contraception', 'deaths'].includes(r.table.register));
    return busy ? [] : [{ people: [id], woman }];
  });
}

/** Somebody whom the household card alone names. */
export interface Member {
  people: string[];
  row: Row;
}

function findCardOnly(d: District): Member[] {
  return d.rows('households', 'card').flatMap((row) => {
    const id = row.get('id');
    const alone = d.mentions(id).length === 1 && row.get('residence') === '常住';
    return alone ? [{ people: [id], row }] : [];
  });
}

/** Lists are made once for a district, before its first edit: an edited row no longer says what it was. */
function once<T>(find: (d: District) => T[]): (d: District) => T[] {
  const known = new WeakMap<District, T[]>();
  return (d) => {
    const list = known.get(d) ?? find(d);
    known.set(d, list);
    return list;
  };
}

/** Births of settled families. */
export const births = once(findBirths);
/** First and only marriages of both. */
export const marriages = once(findMarriages);
/** Lasting methods fitted in the year to women with one operation on record. */
export const operations = once(findOperations);
/** Stays begun in the year by people whom only one community knows. */
export const stays = once(findStays);
export const deaths = once(findDeaths);
export const twins = once(findTwins);
export const remarriages = once(findRemarriages);
/** Stays between two audited communities. */
export const pairsOfEnds = once(findEnds);
/** Women enrolled at every point of whom no event is on record. */
export const settledWomen = once(findSettledWomen);
const residents = once(findCardOnly);

/** Residents whom no other register names: grown men (for the most part) and children of earlier years. */
export const cardOnly = (d: District, sex: '男' | '女' | 'any' = 'any'): Member[] =>
  residents(d).filter(({ people: [id] }) => sex === 'any' || Number(id?.[16]) % 2 === (sex === '男' ? 1 : 0));

/** Makes all lists; call before the first edit. */
export function survey(d: District): void {
  for (const list of [births, marriages, operations, stays, deaths, twins, remarriages, pairsOfEnds]) list(d);
  settledWomen(d);
  residents(d);
}
