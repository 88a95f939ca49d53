import { createHash } from 'node:crypto';
import { byText, gathered } from '../../keys/order.js';
import type { Draw, DrawnArea, DrawnUnit } from '../../model/draw.js';
import { REGISTERS } from '../../registers/index.js';
import type { RegisterName } from '../../registers/types.js';
import type { Store } from '../../store/store.js';
import { defineDrawn, dropDrawn, NOT_FIELD } from '../draw/drawn.js';
import { padded } from './brief.js';

/** A place in the ledgers that names somebody. */
export interface ListedRecord {
  record: number;
  point: string;
  register: RegisterName;
  /** As what the row names the person: self, child, mother, wife … */
  role: string;
}

/** Somebody to be seen at the door. */
export interface Listed {
  /** Row number on the sheet, from 1 in each area; reserves go on counting. */
  no: number;
  unit: DrawnUnit;
  /** Household number; null for the subject of a drawn record that belongs to no household. */
  household: string | null;
  building: string | null;
  door: string | null;
  /** Person of table `named`, as text, since its digits are more than a number holds; null for a child that no row names. */
  person: string | null;
  /** Event of a child whose birth was claimed in the period. */
  birth: number | null;
  name: string | null;
  /** Of a child: its mother's name, by which one without a name is known. */
  mother: string | null;
  /** Every record that names the person, at every point, in the order of points, registers and records. */
  records: ListedRecord[];
}

/** The people of one drawn area: those of drawn units first, then those of its reserves in their order. */
export interface AreaList {
  area: DrawnArea;
  /** First 8 hex digits of a SHA-256 over units and contents of their records: the same list, the same sum. */
  check: string;
  people: Listed[];
}

/**
 * Lists the persons of every drawn unit from all points: of a household its members and women, and the children born in
 * the period to any of them; of a record its subjects. Needs the tables that matching leaves; rows of point `field` are
 * not looked at. Same input, same list: order of areas as drawn, units by building, door and number (reserves by their
 * order), people as the records have them.
 */
export async function listPeople(store: Store, draw: Draw): Promise<AreaList[]> {
  await defineDrawn(store, draw);
  const [people, records] = [await readPeople(store), await readRecords(store)];
  await dropDrawn(store);
  return draw.areas.map((area, index) => listOf(area, index, people, records));
}

interface Person extends Omit<Listed, 'no' | 'unit' | 'name' | 'records'> {
  area: number;
  place: number;
}

/** The listed in their order, each with the household and door that most of the cards give. */
function readPeople(store: Store): Promise<Person[]> {
  return store.all<Person>(
    `WITH homes AS (
       SELECT n.person, h.community, MIN(h.household_no) AS household, MIN(h.building) AS building, MIN(h.unit_room) AS door
       FROM households h JOIN named n ON n.record = h.record AND n.role = 'self'
       JOIN sources s ON s.source = h.source WHERE ${NOT_FIELD} GROUP BY n.person, h.community
     ), doors AS (
       SELECT h.community, h.household_no, MIN(h.building) AS building, MIN(h.unit_room) AS door
       FROM households h JOIN sources s ON s.source = h.source WHERE ${NOT_FIELD} GROUP BY h.community, h.household_no
     ), mothers AS (
       SELECT c.event, MIN(b.mother_name) AS mother FROM event_claims c JOIN births b ON b.record = c.record
       WHERE c.kind = 'birth' GROUP BY c.event
     )
     SELECT l.area, l.place, CAST(l.person AS STRING) AS person, l.birth, m.mother,
       COALESCE(d.household_no, o.household) AS household,
       COALESCE(d.building, o.building) AS building, COALESCE(d.door, o.door) AS door
     FROM drawn_listed l JOIN drawn_units u ON u.area = l.area AND u.place = l.place
     LEFT JOIN doors d ON d.community = u.community AND d.household_no = u.unit
     LEFT JOIN homes o ON o.person = l.person AND o.community = u.community
     LEFT JOIN mothers m ON m.event = l.birth
     ORDER BY l.area, l.place, l.rank, l.first, l.person NULLS LAST, l.birth NULLS LAST`,
  );
}

interface FoundRecord extends ListedRecord, Pick<Listed, 'person' | 'birth' | 'name'> {
  fp: number;
}

/** The records of everybody listed, by person or birth, in the order of points, registers and records. */
async function readRecords(store: Store): Promise<Map<string, FoundRecord[]>> {
  const names = Object.values(REGISTERS).flatMap(({ name: register, mentions }) =>
    mentions.map(
      ({ role, name }) => `SELECT t.record, '${role}' AS role, ${name ?? 'CAST(NULL AS STRING)'} AS name
        FROM ${register} t JOIN drawn_records d ON d.record = t.record AND d.role = '${role}'`,
    ),
  );
  const rows = await store.all<FoundRecord>(
    `SELECT DISTINCT CAST(d.person AS STRING) AS person, d.birth, d.record, d.role, r.point, r.register, r.fp, n.name FROM drawn_records d
     JOIN records r ON r.record = d.record
     LEFT JOIN (${names.join(' UNION ALL ')}) AS n ON n.record = d.record AND n.role = d.role
     WHERE r.point <> 'field'
     ORDER BY r.point, r.register, d.record, d.role`,
  );
  return gathered(rows, keyOf);
}

function keyOf({ person, birth }: { person: string | null; birth: number | null }): string {
  return `${person ?? ''}|${birth ?? ''}`;
}

function listOf(
  area: DrawnArea,
  index: number,
  people: readonly Person[],
  records: ReadonlyMap<string, readonly FoundRecord[]>,
): AreaList {
  const found = people.filter((person) => person.area === index);
  const inOrder = unitsInOrder(area, found).flatMap((place) => found.filter((one) => one.place === place));
  const sum = createHash('sha256');
  const listed = inOrder.flatMap(({ place, household, building, door, person, birth, mother }, at) => {
    const unit = area.units[place];
    if (!unit) return [];
    const own = records.get(keyOf({ person, birth })) ?? [];
    sum.update(`${unit.unit}\t${own.map(({ fp, role }) => `${fp} ${role}`).join('\t')}\n`);
    const name = nameAmong(own);
    const seen = own.map(({ record, point, register, role }) => ({ record, point, register, role }));
    return [{ no: at + 1, unit, household, building, door, person, birth, name, mother, records: seen }];
  });
  return { area, check: sum.digest('hex').slice(0, 8), people: listed };
}

/** Positions of the units as one walks: by building, door and number, no household last; then reserves as drawn. */
function unitsInOrder(area: DrawnArea, people: readonly Person[]): number[] {
  const first = new Map<number, Person>();
  for (const person of people) if (!first.has(person.place)) first.set(person.place, person);
  const keyed = [...first].map(([place, { household, building, door }]) => {
    const unit = area.units[place];
    const reserve = unit?.role === 'reserve';
    const way = reserve ? [`${unit.order}`] : [household === null ? '1' : '0', building, door, unit?.unit];
    return { place, key: [reserve ? '1' : '0', ...way.map((word) => padded(word ?? ''))].join('\u0001') };
  });
  keyed.sort((a, b) => byText(a.key, b.key) || a.place - b.place);
  return keyed.map(({ place }) => place);
}

/** The name that household card or women's register give; else any. */
function nameAmong(records: readonly FoundRecord[]): string | null {
  const named = records.filter(({ name }) => name !== null);
  const first = named.find(({ register }) => register === 'households' || register === 'women') ?? named[0];
  return first?.name ?? null;
}
