/** What of a fault can still be seen in what a constellation hands in. */
import { type Constellation, handedIn, OCCURRED } from './constellations.js';
import type { Fault } from './district.js';
import { PEOPLE } from './headings.js';
import { checkDigit, dateOf, idOf } from './values.js';
import type { Edit, Row } from './world.js';

/** Whether the specification asks for a finding, leaves it open, or can have none. */
export type Expected = 'told' | 'open' | 'nothing';

/** A fault with what was edited for it, and the rows of all whom it touches. */
export interface Traced extends Fault {
  edits: readonly Edit[];
  around: ReadonlySet<Row>;
}

/** What is to be expected of a fault once the constellation has been handed in. */
export function expectedOf(fault: Traced, constellation: Constellation): Expected {
  const stands = (row: Row, column?: string): boolean => handedIn(constellation, row, column);
  const edits = fault.edits.filter(({ row, column }) => stands(row, column));
  if (edits.length === 0) return 'nothing';
  if (fault.optional) return 'open';
  const isWhole = edits.length === fault.edits.length && [...fault.around].every((row) => stands(row));
  if (isWhole && constellation.shows === undefined && !standsAlone(fault)) return 'told';
  const isCut = edits.length < fault.edits.length;
  const judged = fault.rules.map((rule) => judge(rule, { ...fault, edits }, stands, isCut));
  return judged.find((one) => one === 'told') ?? judged.find((one) => one === 'open') ?? 'nothing';
}

/** Something is missing that nothing but the edited rows says: who would have it may not be there. */
const standsAlone = ({ rules, rows, edits }: Traced): boolean =>
  /omitted$/.test(rules[0] ?? '') && rows.every((row) => edits.some((edit) => edit.row === row));

type Stands = (row: Row, column?: string) => boolean;

/** @param isCut whether something of the fault is not handed in */
function judge(rule: string, fault: Traced, stands: Stands, isCut: boolean): Expected {
  const [family, slug = ''] = rule.split('/');
  const rows = fault.rows.filter((row) => stands(row));
  if (family === 'format') return 'told';
  if (slug === 'omitted') return ofOmission(fault, rows, stands);
  if (slug === 'mismatched')
    return fault.edits.some((edit) => isBorneOut(edit, fault, stands)) ? 'told' : 'open';
  if (slug === 'duplicated') return rows.length < 2 ? 'nothing' : isToldApart(fault) ? 'told' : 'open';
  if (family === 'identity') return ofIdentity(slug, fault);
  return isCut || rows.length < fault.rows.length || rule === 'logic/children-sum' ? 'open' : 'told';
}

/** Somebody who was not touched must still know of it. */
function ofOmission(fault: Traced, rows: Row[], stands: Stands): Expected {
  if (fault.unconfirmed) return rows.length > 0 ? 'open' : 'nothing';
  const untouched = rows.filter((row) => !fault.edits.some((edit) => edit.row === row));
  if (untouched.length === 0) return 'open';
  const isDated = (row: Row): boolean =>
    (OCCURRED[row.table.register] ?? []).some((column) => stands(row, column));
  return untouched.some(isDated) ? 'told' : 'open';
}

/** What the household card calls what a birth says of its child. */
const OF_MEMBER: Record<string, string> = { child_name: 'name', child_sex: 'sex', child_id: 'id' };

/** Whether a row that was not touched gives the value that stood in the cell before. */
function isBorneOut({ row, column, was }: Edit, fault: Traced, stands: Stands): boolean {
  if (column === undefined) return false;
  const others = [...fault.around].filter(
    (one) => !fault.edits.some((edit) => edit.row === one) && sharePerson(one, row),
  );
  if (column.endsWith('_date')) {
    // far apart it is another event of the same people, unless a certificate or a child's ID says otherwise
    if (daysBetween(dateOf(was), row.get(column)) > 270) return false;
    const dates = Object.values(OCCURRED).flat();
    return others.some((one) => dates.some((name) => stands(one, name) && one.get(name) === dateOf(was)));
  }
  const { register, point } = row.table;
  return others.some((one) => {
    if (one.table.register === 'households' && OF_MEMBER[column]) return stands(one, OF_MEMBER[column]);
    if (column === 'method' && one.table.register !== register)
      return stands(one, 'method') && one.get('method') !== '';
    return one.table.register === register && one.table.point !== point && stands(one, column);
  });
}

const daysBetween = (one: string, other: string): number =>
  Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;

const idsOf = (row: Row): string[] =>
  (PEOPLE[row.table.register] ?? []).map(({ id }) => row.get(id)).filter((id) => id !== '');

const sharePerson = (a: Row, b: Row): boolean => idsOf(a).some((id) => idsOf(b).includes(id));

/** Two rows whose only IDs differ are one by other values, which may not stand in every register. */
const isToldApart = ({ edits }: Traced): boolean =>
  !edits.some(
    ({ row, column, was }) => column?.endsWith('id') && was !== null && row.get(column) !== idOf(was),
  );

/** A row may contradict itself; that an ID is somebody else's only others can say. */
function ofIdentity(slug: string, { edits }: Traced): Expected {
  if (slug !== 'invalid-id') return 'open';
  const ids = edits.flatMap(({ row, column }) => (column?.endsWith('id') ? row.get(column) : []));
  return ids.some((id) => id.length !== 18 || checkDigit(id.slice(0, 17)) !== id[17]) ? 'told' : 'open';
}
