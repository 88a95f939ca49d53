import type { BoundColumn, RawCell } from '../../model/source.js';
import type { RegisterName } from '../../registers/types.js';
import type { AnswerName, GivenName } from '../sheet/layout.js';
import type { FilledSheet } from './answers.js';
import type { Known } from './listed.js';
import { isPresent } from './sample.js';
import type { AreaVisits, FieldVisit } from './visits.js';

/** What one sheet says, as rows of a register of point `field`. Columns and rows are those of the sheet. */
export interface FieldSource {
  register: RegisterName;
  sheet: FilledSheet;
  /** Those that are on no sheet (an ID, say) have no place: index −1. */
  columns: BoundColumn[];
  rows: { row: number; visit: number; cells: RawCell[] }[];
}

/** Somebody seen at the door, and what the ledgers know of them. */
interface Seen {
  visit: FieldVisit;
  area: AreaVisits['area'];
  known: Known;
}

/** A column of the register, where the sheet has it, and what goes into it. */
type FieldColumn = [
  name: string,
  at: GivenName | AnswerName | null,
  value: (seen: Seen) => RawCell | undefined,
];

const NAME = ({ visit: { answer, listed } }: Seen) => answer.found.found_name ?? listed?.name ?? answer.name;
const found = (name: AnswerName) => (seen: Seen) => seen.visit.answer.found[name];
const ID = ({ known }: Seen) => known.id;
const COMMUNITY = ({ area }: Seen) => area.community;
/** A drawn record stands for a person, not for a household. */
const HOUSEHOLD = ({ visit: { listed, unit } }: Seen) => (listed ? listed.household : unit);

/**
 * The registers that a visit speaks for. Only what was seen is written down: a cell left blank says nothing, so it is
 * never filled from the ledgers. The ID alone comes from there: it tells who was seen.
 */
const REGISTERS: readonly { register: RegisterName; applies(seen: Seen): boolean; columns: FieldColumn[] }[] =
  [
    {
      register: 'households',
      applies: () => true,
      columns: [
        ['community', null, COMMUNITY],
        ['household_no', 'household_no', HOUSEHOLD],
        ['building', null, ({ visit: { listed } }) => listed?.building],
        ['unit_room', 'door', ({ visit: { listed } }) => listed?.door],
        ['name', 'found_name', NAME],
        ['sex', 'found_sex', found('found_sex')],
        ['id', null, ID],
        ['birth_date', 'found_birth_date', found('found_birth_date')],
        ['marital_status', 'found_marital', found('found_marital')],
      ],
    },
    {
      register: 'women',
      applies: isWoman,
      columns: [
        ['community', null, COMMUNITY],
        ['household_no', 'household_no', HOUSEHOLD],
        ['name', 'found_name', NAME],
        ['id', null, ID],
        ['birth_date', 'found_birth_date', found('found_birth_date')],
        ['marital_status', 'found_marital', found('found_marital')],
        ['children_count', 'found_parity', found('found_parity')],
        ['method', 'found_method', found('found_method')],
      ],
    },
    {
      register: 'births',
      applies: isChild,
      columns: [
        ['community', null, COMMUNITY],
        ['child_name', 'found_name', NAME],
        ['child_sex', 'found_sex', found('found_sex')],
        ['child_id', null, ID],
        ['birth_date', 'found_birth_date', found('found_birth_date')],
        ['parity', 'found_parity', found('found_parity')],
        ['mother_name', null, ({ known }) => known.mother_name],
        ['mother_id', null, ({ known }) => known.mother_id],
      ],
    },
  ];

/** A child whose birth the ledgers claim, and that can be told from others. */
function isChild({ visit: { listed, answer }, known }: Seen): boolean {
  return listed !== null && listed.birth !== null && Boolean(known.id ?? answer.found.found_birth_date);
}

/** Somebody on a women's register, or of whom was asked what is only asked of women. */
function isWoman({ visit: { listed, answer }, known }: Seen): boolean {
  if (listed && listed.birth !== null) return false;
  if (listed?.records.some(({ register, role }) => register === 'women' && role === 'self')) return true;
  const { found_sex: sex, found_parity: parity, found_method: method } = answer.found;
  const male = /^(男|1|m)/i.test(String(sex ?? known.sex ?? ''));
  return !male && (parity !== undefined || method !== undefined);
}

/**
 * Turns everybody seen at the door into rows of the registers that the ordinary matching reads.
 * @param known what the ledgers know of the listed, by place among all visits
 */
export function fieldSources(areas: readonly AreaVisits[], known: ReadonlyMap<number, Known>): FieldSource[] {
  const sources: FieldSource[] = [];
  let visit = 0;
  for (const area of areas) {
    for (const one of area.visits) {
      const seen = { visit: one, area: area.area, known: known.get(visit) ?? UNKNOWN };
      if (isPresent(one))
        for (const spec of REGISTERS) if (spec.applies(seen)) add(sources, spec, seen, visit);
      visit++;
    }
  }
  return sources;
}

const UNKNOWN: Known = { id: null, sex: null, mother_name: null, mother_id: null };

function add(
  sources: FieldSource[],
  { register, columns }: (typeof REGISTERS)[number],
  seen: Seen,
  visit: number,
): void {
  const { sheet, answer } = seen.visit;
  let source = sources.find((one) => one.sheet === sheet && one.register === register);
  if (!source) {
    source = { register, sheet, columns: columns.map(([name, at]) => placeOn(sheet, name, at)), rows: [] };
    sources.push(source);
  }
  source.rows.push({ row: answer.row, visit, cells: columns.map(([, , value]) => value(seen) ?? null) });
}

function placeOn({ headings }: FilledSheet, name: string, at: GivenName | AnswerName | null): BoundColumn {
  const place = at === null ? undefined : headings.get(at);
  return { name, index: place?.index ?? -1, heading: place?.heading ?? '' };
}
