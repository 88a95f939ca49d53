import type { Draw } from '../../model/draw.js';
import { FIELD } from '../../model/point.js';
import type { MentionRole } from '../../registers/types.js';
import { putRows } from '../../store/steps.js';
import type { Store } from '../../store/store.js';
import { anyOf, quote } from '../../store/vocabulary.js';

/** What inspectors found is compared with the registers; it adds nothing to what can be drawn or listed. */
export const NOT_FIELD = `s.point <> ${quote(FIELD)}`;
/** Roles of a row's subjects; others (father, spouse) stand in it to tell who these are. */
const SUBJECTS: readonly MentionRole[] = ['self', 'child', 'mother', 'wife', 'husband', 'woman'];

const TABLES = ['units', 'rows', 'people', 'children', 'listed', 'records'].map((name) => `drawn_${name}`);

/**
 * Makes `drawn_listed(area, place, person, birth, rank, first)`: everybody to be seen, area and unit by their positions in
 * the draw, the last two ordering them within their unit; and `drawn_records(person, birth, record, role)`: what names
 * them.
 */
export async function defineDrawn(store: Store, draw: Draw): Promise<void> {
  await defineUnits(store, draw);
  await (draw.parameters.unitKind === 'record' ? defineSubjects(store, draw) : defineHouseholders(store));
  await defineRecords(store);
}

export async function dropDrawn(store: Store): Promise<void> {
  await store.drop(...TABLES);
}

/** `drawn_units(area, place, community, unit)`: area and unit by their positions in the draw. */
async function defineUnits(store: Store, { areas }: Draw): Promise<void> {
  const columns = { area: 'INTEGER', place: 'INTEGER', community: 'VARCHAR', unit: 'VARCHAR' } as const;
  const rows = areas.flatMap(({ community, units }, area) =>
    units.map(({ unit }, place) => [area, place, community, unit]),
  );
  await putRows(store, 'drawn_units', columns, rows);
}

/** `drawn_people(area, place, person, birth, first)`: `first` orders them within their unit. */
async function defineHouseholders(store: Store): Promise<void> {
  const rows = (['households', 'women'] as const).map(
    (register, rank) => `SELECT u.area, u.place, t.record, ${rank} AS rank FROM drawn_units u
      JOIN ${register} t ON t.community = u.community AND t.household_no = u.unit
      JOIN sources s ON s.source = t.source WHERE ${NOT_FIELD}`,
  );
  await store.define('drawn_rows', rows.join(' UNION ALL '));
  await store.define(
    'drawn_people',
    `SELECT r.area, r.place, n.person, MIN(r.rank) AS rank, MIN(r.record) AS first FROM drawn_rows r
     JOIN named n ON n.record = r.record AND n.role = 'self' GROUP BY r.area, r.place, n.person`,
  );
  await defineChildren(store);
  await store.define(
    'drawn_listed',
    `SELECT p.area, p.place, p.person, c.event AS birth, p.rank, p.first FROM drawn_people p
     LEFT JOIN (SELECT area, place, child, MIN(event) AS event FROM drawn_children GROUP BY area, place, child) AS c
       ON c.area = p.area AND c.place = p.place AND c.child = p.person
     UNION ALL
     SELECT c.area, c.place, c.child, c.event, 2, c.event FROM drawn_children c
     LEFT JOIN drawn_people p ON p.area = c.area AND p.place = c.place AND p.person = c.child
     WHERE p.person IS NULL`,
  );
}

/** `drawn_children(area, place, event, child)`: births of the period to a mother, or else a father, of a drawn household. */
async function defineChildren(store: Store): Promise<void> {
  const births = (parent: string) => `SELECT p.area, p.place, e.event, e.child FROM events e
    JOIN drawn_people p ON p.person = e.${parent} WHERE e.kind = 'birth' AND e.in_period`;
  const ofChild = births('child');
  await store.define(
    'drawn_children',
    `SELECT area, place, event, MAX(child) AS child FROM (
       ${ofChild} UNION ${births('subject')} UNION ${births('partner')}) AS found
     GROUP BY area, place, event`,
  );
}

/** The subjects of drawn records; a row that stands twice, exactly, is one unit. */
async function defineSubjects(store: Store, { parameters }: Draw): Promise<void> {
  const { register = 'births', point } = parameters;
  await store.define(
    'drawn_rows',
    `SELECT u.area, u.place, t.record FROM drawn_units u
     JOIN ${register} t ON CAST(t.fp AS STRING) = u.unit AND t.community = u.community
     JOIN sources s ON s.source = t.source
     WHERE ${point === undefined ? NOT_FIELD : `s.point = ${quote(point)}`}`,
  );
  await store.define(
    'drawn_listed',
    `SELECT r.area, r.place, n.person, MIN(c.event) AS birth,
       MIN(CASE WHEN n.role = 'child' THEN 1 ELSE 0 END) AS rank, MIN(r.record) AS first FROM drawn_rows r
     JOIN named n ON n.record = r.record AND n.role IN ${anyOf(register === 'women' ? ['self'] : SUBJECTS)}
     LEFT JOIN event_claims c ON c.record = n.record AND c.kind = 'birth' AND c.child = n.person
     GROUP BY r.area, r.place, n.person`,
  );
}

/** `drawn_records(person, birth, record, role)`: what names a listed person, or claims a listed child's birth. */
async function defineRecords(store: Store): Promise<void> {
  await store.define(
    'drawn_records',
    `SELECT l.person, l.birth, n.record, n.role
     FROM (SELECT DISTINCT person, birth FROM drawn_listed WHERE person IS NOT NULL) AS l
     JOIN named n ON n.person = l.person
     UNION
     SELECT l.person, l.birth, c.record, CASE WHEN c.register = 'births' THEN 'child' ELSE 'self' END AS role
     FROM (SELECT DISTINCT person, birth FROM drawn_listed WHERE birth IS NOT NULL) AS l
     JOIN event_claims c ON c.event = l.birth WHERE c.register IN ('births', 'households')`,
  );
}
