import { put } from '../keys/order.js';
import type { DrawnUnit } from '../model/draw.js';
import type { AnswerName, Outcome } from '../spot/sheet/layout.js';
import type { AreaList, Listed } from '../spot/sheet/people.js';
import type { DoorHousehold, DoorPerson, DoorRow } from './door.js';
import { Random } from './random.js';
import type { TruthPlace } from './truth.js';

/** How the inspectors of an invented round fare. */
export interface FieldOptions {
  seed: string;
  /** Whole households are drawn, so that people on no list belong on the sheet as well. */
  whole: boolean;
  /** Share of households that are not met, and that refuse. */
  notMet: number;
  refused: number;
}

/** A row of a sheet as it is filled in; outcomes by their English names, dates YYYY-MM-DD. */
export interface FieldRow {
  /** Absent for people on no list; they bear their household's number. */
  no?: number;
  household?: string;
  outcome: Outcome;
  found: Partial<Record<AnswerName, string>>;
}

/** Where a record stands, by its number. */
export type PlaceOfRecord = (record: number) => TruthPlace;

/** What happened at the doors of one area. */
export interface FieldArea {
  rows: FieldRow[];
  visits: { unit: DrawnUnit; met: boolean; people: Met[]; unlisted: DoorPerson[] }[];
  notMet: number;
  refused: number;
}

/** Somebody listed whose household answered: who it is, or null where nobody is. */
export interface Met {
  listed: Listed;
  person: DoorPerson | null;
}

/** The people behind the doors, by the rows that name them and by household. */
export class Residents {
  private readonly byRow = new Map<string, { person: DoorPerson; home: string }[]>();
  private readonly byHome = new Map<string, DoorPerson[]>();

  add({ community, household, people }: DoorHousehold): void {
    const home = homeOf(community, household);
    if (household !== null) this.byHome.set(home, people);
    for (const person of people) {
      for (const row of person.rows) {
        put(this.byRow, rowKey(row, row.role), { person, home });
      }
    }
  }

  livesAt(community: string, household: string): readonly DoorPerson[] {
    return this.byHome.get(homeOf(community, household)) ?? [];
  }

  /** Who is listed: of a household somebody who lives there, of a record anybody whom it names. */
  whoIs({ records }: Listed, placeOf: PlaceOfRecord, home: string | undefined): DoorPerson | null {
    for (const { record, role } of records) {
      const named = this.byRow.get(rowKey(placeOf(record), role)) ?? [];
      const found = named.find((one) => home === undefined || one.home === home);
      if (found) return found.person;
    }
    return null;
  }
}

function homeOf(community: string, household: string | null): string {
  return `${community}\u0001${household ?? ''}`;
}

function rowKey({ path, sheet, row }: TruthPlace, role: string): string {
  return [path, sheet ?? '', row, role].join('\u0001');
}

/**
 * Goes from door to door with the list of an area: drawn households first, then a reserve for each that was not met or
 * refused, in their order, until as many have answered as were drawn. The same seed gives the same answers.
 */
export function visit(
  list: AreaList,
  residents: Residents,
  placeOf: PlaceOfRecord,
  options: FieldOptions,
): FieldArea {
  const field: FieldArea = { rows: [], visits: [], notMet: 0, refused: 0 };
  if (list.area.role === 'reserve') return field;
  const wanted = list.area.units.filter(({ role }) => role === 'drawn').length;
  const inOrder = [...list.area.units].sort((a, b) => rank(a) - rank(b) || a.order - b.order);
  for (const unit of inOrder) {
    const answered = field.visits.filter(({ met }) => met).length;
    if (unit.role === 'reserve' && answered >= wanted) break;
    visitUnit(field, list, unit, residents, placeOf, options);
  }
  return field;
}

function rank({ role }: DrawnUnit): number {
  return role === 'drawn' ? 0 : 1;
}

function visitUnit(
  field: FieldArea,
  list: AreaList,
  unit: DrawnUnit,
  residents: Residents,
  placeOf: PlaceOfRecord,
  { seed, whole, notMet, refused }: FieldOptions,
): void {
  const { community } = list.area;
  const listed = list.people.filter((person) => person.unit === unit);
  const luck = new Random(seed, 'door', community, unit.unit).next();
  const closed: Outcome | undefined =
    luck < refused ? 'refused' : luck < refused + notMet ? 'not-met' : undefined;
  if (closed) {
    field[closed === 'refused' ? 'refused' : 'notMet'] += 1;
    field.visits.push({ unit, met: false, people: [], unlisted: [] });
    for (const { no } of listed) field.rows.push({ no, outcome: closed, found: {} });
    return;
  }
  const home = whole ? homeOf(community, unit.unit) : undefined;
  const people = listed.map((one) => ({ listed: one, person: residents.whoIs(one, placeOf, home) }));
  const seen = new Set(people.map(({ person }) => person));
  const unlisted = whole ? residents.livesAt(community, unit.unit).filter((person) => !seen.has(person)) : [];
  field.visits.push({ unit, met: true, people, unlisted });
  for (const { listed: one, person } of people) field.rows.push({ no: one.no, ...answerFor(one, person) });
  for (const person of unlisted) {
    field.rows.push({
      household: unit.unit,
      outcome: 'match',
      found: { found_name: person.name, ...itemsOf(person) },
    });
  }
}

function answerFor({ name }: Listed, person: DoorPerson | null): Pick<FieldRow, 'outcome' | 'found'> {
  if (!person) return { outcome: 'not-found', found: {} };
  const renamed = name !== null && name !== person.name;
  const found = { ...(name !== person.name && { found_name: person.name }), ...itemsOf(person) };
  return { outcome: renamed ? 'differs' : 'match', found };
}

/** What is seen and told at the door; who is away is told of by the family. */
function itemsOf(person: DoorPerson): Partial<Record<AnswerName, string>> {
  const { sex, birth, marital, parity, children, method, visited, certificate, away } = person;
  const number = parity ?? children;
  return {
    found_sex: sex,
    found_birth_date: birth,
    ...((marital !== '未婚' || children !== undefined) && { found_marital: marital }),
    ...(number !== undefined && { found_parity: String(number) }),
    found_method: method,
    ...(visited !== undefined && { visit_done: visited ? 'yes' : 'no' }),
    ...(certificate && { certificate_seen: 'yes' }),
    ...(away && { remark: '外出' }),
  };
}

/** The row of a person that a listed record is, to see which of its cells are wrong. */
export function rowAt(person: DoorPerson, place: TruthPlace, role: string): DoorRow | undefined {
  return person.rows.find((row) => rowKey(row, row.role) === rowKey(place, role));
}
