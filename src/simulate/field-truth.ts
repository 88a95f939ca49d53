import type { AreaList } from '../spot/sheet/people.js';
import type { DoorPerson } from './door.js';
import { type FieldArea, type Met, type PlaceOfRecord, rowAt } from './field.js';

/** Registers of a point that the door can check: claims of listed people, refuted ones, people expected, and omitted. */
export interface RegisterTruth {
  claims: number;
  refuted: number;
  expected: number;
  omitted: number;
  /** Of people who were found: cells seen, and cells that are wrong, by column. */
  items: Record<string, { seen: number; wrong: number }>;
}

/** What a perfect score of an area's sheets would find. */
export interface AreaTruth {
  area: string;
  households: { drawn: number; answered: number; notMet: number; refused: number; reserves: number };
  people: { listed: number; found: number; notFound: number; added: number };
  /** By point, then register. */
  points: Record<string, Record<string, RegisterTruth>>;
}

/** Where the door expects what: the register, its points, the role of its subject, and who belongs there. */
const CHECKED = [
  {
    register: 'households',
    role: 'self',
    points: ['card'],
    items: ['sex', 'birth_date', 'marital_status'],
    expects: () => true,
  },
  {
    register: 'women',
    role: 'self',
    points: ['card', 'ledger', 'system'],
    items: ['birth_date', 'marital_status', 'children_count', 'method'],
    expects: ({ expected }: DoorPerson) => expected === true,
  },
  {
    register: 'births',
    role: 'child',
    points: ['ledger', 'system'],
    items: ['child_sex', 'birth_date', 'parity'],
    expects: ({ parity, birth }: DoorPerson, year: number) =>
      parity !== undefined && birth.startsWith(`${year}-`),
  },
] as const;

/** Counts what was claimed, refuted, omitted and wrong of the households that answered. */
export function truthOfArea(
  list: AreaList,
  field: FieldArea,
  placeOf: PlaceOfRecord,
  year: number,
): AreaTruth {
  const answered = field.visits.filter(({ met }) => met);
  const met = answered.flatMap(({ people }) => people);
  const unlisted = answered.flatMap((one) => one.unlisted);
  const points: AreaTruth['points'] = {};
  for (const check of CHECKED) {
    for (const point of check.points) {
      const truth = claimsAt(point, check, met, placeOf);
      const people = new Set([...met.flatMap(({ person }) => person ?? []), ...unlisted]);
      const due = [...people].filter((person) => check.expects(person, year));
      truth.expected = due.length;
      truth.omitted = due.filter(({ rows }) => !rows.some((row) => isAt(row, point, check))).length;
      points[point] = { ...points[point], [check.register]: truth };
    }
  }
  const found = met.filter(({ person }) => person !== null).length;
  return {
    area: list.area.area,
    households: {
      drawn: list.area.units.filter(({ role }) => role === 'drawn').length,
      answered: answered.length,
      notMet: field.notMet,
      refused: field.refused,
      reserves: field.visits.filter(({ unit }) => unit.role === 'reserve').length,
    },
    people: { listed: met.length, found, notFound: met.length - found, added: unlisted.length },
    points,
  };
}

type Check = (typeof CHECKED)[number];

/** What a register of a point claims of the people seen; of births, those of the period. */
function claimsAt(point: string, check: Check, met: readonly Met[], placeOf: PlaceOfRecord): RegisterTruth {
  const truth: RegisterTruth = { claims: 0, refuted: 0, expected: 0, omitted: 0, items: {} };
  for (const { listed, person } of met) {
    if (check.register === 'births' && listed.birth === null) continue;
    const own = listed.records.filter((record) => isAt(record, point, check));
    const rows = person ? own.flatMap(({ record }) => rowAt(person, placeOf(record), check.role) ?? []) : [];
    truth.claims += person ? rows.length : own.length;
    truth.refuted += person ? 0 : own.length;
    for (const { wrong } of rows) seeItems(truth, wrong, check.items);
  }
  return truth;
}

function isAt(
  row: { point: string; register: string; role: string },
  point: string,
  { register, role }: Check,
): boolean {
  return row.point === point && row.register === register && row.role === role;
}

function seeItems(truth: RegisterTruth, wrong: readonly string[], items: readonly string[]): void {
  for (const item of items) {
    const count = truth.items[item] ?? { seen: 0, wrong: 0 };
    truth.items[item] = { seen: count.seen + 1, wrong: count.wrong + (wrong.includes(item) ? 1 : 0) };
  }
}
