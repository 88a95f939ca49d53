/** What few registers show: documents of other kinds, rows moved by one place, events that a witness alone knows. */
import type { District } from '../district.js';
import { births, cardOnly, deaths, type Fact, marriages } from '../facts.js';
import { HEADINGS } from '../headings.js';
import { birthOfId, type Cell, makeId } from '../values.js';
import { type Row, Table } from '../world.js';
import { type Faults, type Planter, POINTS } from './kit.js';

const grown = ({ row }: { row: Row }): boolean => row.get('id').slice(6, 10) < '2000';

/** The ID of a man whom the card alone names, made from his birth date and sequence number. */
const ofMan =
  (rules: string[], id: (birth: string, sequence: number) => string): Planter =>
  (d) => {
    const row = d.take(cardOnly(d, '男'), grown)?.row;
    const now = row?.get('id') ?? '';
    const made = id(birthOfId(now), Number(now.slice(14, 17)));
    return row && { rules, rows: [row.set('id', made)] };
  };

/** The 15 digits of before 1999, or the like. */
const old = (region: string, date: string, sequence: number): string =>
  `${region}${date.replaceAll('-', '').slice(2)}${String(sequence).padStart(3, '0')}`;

const REGION = ['identity/unknown-region'];
const INVALID = ['identity/invalid-id', 'identity/split-id'];

/** A cell too many from some column on: what follows stands one place to the right, and the last cell is lost. */
const moved =
  (list: (d: District) => Fact[], point: 'ledger' | 'system', column: string): Planter =>
  (d) => {
    const blankAtEnd = (row: Row): boolean => (row.cells.at(-1) ?? '') === '';
    const row = d.take(list(d), (fact) => blankAtEnd(fact[point]))?.[point];
    return row && { rules: ['format/unreadable-row'], rows: [row.move(column)] };
  };

/** A list of the whole district that a witness handed in. */
function listOf(d: District, path: string, register: string, columns: readonly string[]): Table {
  const known = d.tables.find((table) => table.path === path);
  if (known !== undefined) return known;
  const headings = columns.map((column) => HEADINGS[register]?.[column]?.split(' ')[0] ?? column);
  const places = new Map(columns.map((column, n) => [column, n]));
  const table = new Table(path, undefined, register, path.split('/')[0] ?? '', [headings], places);
  d.tables.push(table);
  return table;
}

/** Ledger and system lack an event that a witness names. */
const knownTo =
  (
    path: string,
    register: string,
    rule: string,
    list: (d: District) => Fact[],
    columns: readonly string[],
  ): Planter =>
  (d) => {
    const fact = d.take(list(d));
    if (fact === undefined) return undefined;
    const values = Object.fromEntries(
      columns.map((column): [string, Cell] => [column, fact.ledger.get(column)]),
    );
    const row = listOf(d, path, register, columns).add(values);
    for (const point of POINTS) fact[point].drop();
    return {
      rules: [rule],
      rows: [row, ...fact.members, ...Object.values(fact.woman ?? {}), ...fact.witnesses],
    };
  };

const BIRTH = ['birth_date', 'child_sex', 'child_name', 'mother_name', 'mother_id'];
const MARRIAGE = ['husband_name', 'wife_name', 'wife_id', 'marriage_date'];
const DEATH = ['community', 'name', 'sex', 'id', 'death_date'];

const faults: Faults = {};
for (const point of POINTS) {
  faults[`birth: row moved by one place from the child's ID on at ${point}`] = moved(
    births,
    point,
    'child_id',
  );
  faults[`birth: row moved by one place from the parity on at ${point}`] = moved(births, point, 'parity');
}

/** Fewer than five people signed for a visit of the year. */
const fewSigned: Planter = (d) => {
  const row = d
    .rows('visits', 'ledger')
    .find(
      (one) =>
        one.get('visit_date') > '2023-01' &&
        one.get('signatures') === '5' &&
        one.get('woman_id') !== '' &&
        d.isFree([one.get('woman_id')]),
    );
  if (row) d.hold([row.get('woman_id')]);
  return row && { rules: ['coverage/signatures-missing'], rows: [row.set('signatures', 3)], notice: true };
};

/** An item of the card is blank that nobody must fill. */
const itemBlank: Planter = (d) => {
  const row = d.take(cardOnly(d))?.row.set('hukou_place', null);
  return row && { rules: ['coverage/incomplete-card'], rows: [row], notice: true };
};

/** Births of one community stand, row for row, in the ledger of another: neither wrote them down. */
const copiedRun: Planter = (d) => {
  const [from, to] = d.communities.map((community) => d.table('births', 'ledger', community));
  const free = (row: Row): boolean => row.get('mother_id') !== '' && d.isFree([row.get('mother_id')]);
  const rows = from?.data ?? [];
  const start = rows.findIndex((_, n) => n + 6 <= rows.length && rows.slice(n, n + 6).every(free));
  if (to === undefined || start < 0) return undefined;
  const taken = rows.slice(start, start + 6).map((row) => [row, row.get('mother_id')] as const);
  d.hold(taken.map(([, id]) => id));
  const copies = taken.map(([row]) => row.copy({ community: to.community ?? null }, to));
  return { rules: ['pattern/copied-rows'], rows: [...taken.map(([row]) => row), ...copies] };
};

export const rareFaults: Faults = {
  ...faults,
  'visits: too few signatures': fewSigned,
  'card: an item blank': itemBlank,
  'births: a run copied from another community': copiedRun,
  'ID: permanent resident of no province': ofMan(REGION, (birth, n) => makeId('900192', birth, n)),
  'ID: permanent resident of another number': ofMan(REGION, (birth, n) => makeId('955156', birth, n)),
  'ID: no such province': ofMan(REGION, (birth, n) => makeId('240190', birth, n)),
  'ID: 15 digits of an impossible date': ofMan(INVALID, (_, n) => old('230191', '1970-13-41', n)),
  'ID: 15 digits and one': ofMan(INVALID, (birth, n) => `${old('230191', birth, n)}7`),
  'birth: known to the police, missing at ledger and system': knownTo(
    '公安/公安出生名单.csv',
    'births',
    'birth/omitted',
    births,
    BIRTH,
  ),
  'birth: known to the school, missing at ledger and system': knownTo(
    '学校/学校出生名单.csv',
    'births',
    'birth/omitted',
    births,
    BIRTH,
  ),
  'marriage: known to the employer, missing at ledger and system': knownTo(
    '单位/单位结婚名单.csv',
    'marriages',
    'marriage/omitted',
    marriages,
    MARRIAGE,
  ),
  'death: known to the police, missing at ledger and system': knownTo(
    '公安/公安死亡名单.csv',
    'deaths',
    'death/omitted',
    deaths,
    DEATH,
  ),
};
