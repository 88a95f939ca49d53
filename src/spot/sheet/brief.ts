import { byText } from '../../keys/order.js';
import type { DrawnArea } from '../../model/draw.js';
import type { CitedRecord, Finding } from '../../model/finding.js';
import { putRows } from '../../store/steps.js';
import type { Store } from '../../store/store.js';

/** Where somebody named in a row lives. */
export interface Home {
  household: string;
  building: string | null;
}

/** What to look at: never who, and never what is thought of it. */
export type BriefLook =
  | ('lone' | 'omitted' | 'duplicated' | 'mismatched' | 'two-cards')
  | ('still-here' | 'came-or-went' | 'dates' | 'written');

/** Cells of one record to verify. */
export interface BriefLine {
  building: string | null;
  household: string | null;
  place: CitedRecord;
  look: BriefLook;
}

/** Families whose findings are about figures, files or whole registers: no door can settle them. */
const NOT_AT_THE_DOOR = ['totals', 'line', 'pattern', 'coverage'];
/** Columns that a brief never names. */
const PRIVATE = ['policy'];

const LOOKS: Readonly<Record<string, BriefLook>> = {
  omitted: 'omitted',
  duplicated: 'duplicated',
  mismatched: 'mismatched',
  'person/duplicated': 'two-cards',
  'person/not-removed': 'still-here',
};
const LOOKS_OF_FAMILIES: Readonly<Record<string, BriefLook>> = {
  roster: 'came-or-went',
  logic: 'dates',
  timing: 'dates',
};

/**
 * Households of the drawn areas by the rows that name their people, so that findings can be sorted by door.
 * @returns by `homeKey` of a row
 */
export async function homesOf(store: Store, areas: readonly DrawnArea[]): Promise<Map<string, Home>> {
  const communities = [...new Set(areas.map(({ community }) => community))];
  const rowsOfAreas = communities.map((community) => [community]);
  await putRows(store, 'brief_areas', { community: 'VARCHAR' }, rowsOfAreas);
  const rows = await store.all<Home & { path: string; sheet: string | null; row: number }>(
    `WITH homes AS (
       SELECT n.person, MIN(h.household_no) AS household, MIN(h.building) AS building FROM households h
       JOIN brief_areas a ON a.community = h.community JOIN named n ON n.record = h.record AND n.role = 'self'
       WHERE h.household_no IS NOT NULL GROUP BY n.person
     )
     SELECT s.path, s.sheet, r.row, MIN(homes.household) AS household, MIN(homes.building) AS building
     FROM homes JOIN named n ON n.person = homes.person JOIN records r ON r.record = n.record
     JOIN sources s ON s.source = r.source GROUP BY s.path, s.sheet, r.row`,
  );
  await store.drop('brief_areas');
  return new Map(rows.map(({ household, building, ...place }) => [homeKey(place), { household, building }]));
}

/** The key of a row in `homesOf`. */
function homeKey({ path, sheet, row }: { path: string; sheet?: string | null; row: number }): string {
  return [path, sheet ?? '', row].join('\u0001');
}

/**
 * The cells to verify in a drawn area, from the findings of the audit: uncaused errors and warnings, and lone claims. Holds
 * no names, no judgement, nothing on policy or fees; each cell once, by building and household, then by file and row.
 */
export function briefOf(
  area: DrawnArea,
  findings: readonly Finding[],
  homes: ReadonlyMap<string, Home>,
): BriefLine[] {
  const own = findings.filter((finding) => concerns(finding, area));
  const lines = own.flatMap((finding) => linesOf(finding, homes));
  const isHere = ({ building }: BriefLine) => area.building === undefined || building === area.building;
  const keyed = new Map(lines.filter(isHere).map((line) => [keyOf(line), line]));
  return [...keyed].sort(([a], [b]) => byText(a, b)).map(([, line]) => line);
}

function concerns(finding: Finding, area: DrawnArea): boolean {
  const { rule, severity, community, causedBy, accepted, unconfirmed } = finding;
  if (community !== area.community || causedBy !== null || accepted) return false;
  if (NOT_AT_THE_DOOR.includes(familyOf(rule))) return false;
  return severity !== 'notice' || unconfirmed === true;
}

function linesOf(finding: Finding, homes: ReadonlyMap<string, Home>): BriefLine[] {
  return finding.records.flatMap((cited) => {
    const place = withoutPrivate(cited);
    if (!place) return [];
    const { building = null, household = null } = homes.get(homeKey(place)) ?? {};
    return [{ building, household, place, look: lookOf(finding) }];
  });
}

/** A place without the columns that are no business of the brief; nothing where it cites no others. */
function withoutPrivate(place: CitedRecord): CitedRecord | null {
  const kept = place.columns.flatMap((column, at) => (PRIVATE.includes(column) ? [] : [at]));
  if (kept.length === 0 && place.columns.length > 0) return null;
  const pick = (list: readonly string[]) => kept.flatMap((at) => list[at] ?? []);
  const [columns, headings, cells] = [place.columns, place.headings, place.cells].map(pick);
  return { ...place, columns, headings, cells, values: {} } as CitedRecord;
}

function lookOf({ rule, unconfirmed }: Finding): BriefLook {
  if (unconfirmed) return 'lone';
  const slug = rule.split('/')[1] ?? '';
  return LOOKS[rule] ?? LOOKS[slug] ?? LOOKS_OF_FAMILIES[familyOf(rule)] ?? 'written';
}

function familyOf(rule: string): string {
  return rule.split('/')[0] ?? '';
}

/** Sorts by building and household as one walks (no household last), then by file, row and cells. */
function keyOf({ building, household, place, look }: BriefLine): string {
  const door = household === null ? '\uffff' : padded(`${building ?? ''}\u0001${household}`);
  const { path, sheet = '', row, cells } = place;
  return [door, path, sheet, padded(String(row)), cells.join(','), look].join('\u0002');
}

/** Digits padded, so that 10 comes after 9. */
export function padded(text: string): string {
  return text.replace(/\d+/g, (digits) => digits.padStart(9, '0'));
}
