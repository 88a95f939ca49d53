import { createHash } from 'node:crypto';
import type { AreaKind, DrawFrame } from '../../model/draw.js';
import { ROW_DATES } from '../../registers/event-dates.js';
import { REGISTERS } from '../../registers/index.js';
import type { RegisterName } from '../../registers/types.js';
import { sumOf } from '../../statistics/sum.js';
import type { Store } from '../../store/store.js';
import { quote } from '../../store/vocabulary.js';
import { NOT_FIELD } from './drawn.js';

/** Something that can be drawn. Blank where it has no building or no street. */
export interface FrameUnit {
  community: string;
  building: string;
  street: string;
  /** Household number, or the fingerprint of a record. */
  unit: string;
}

/** Everything that can be drawn, and what cannot. */
export interface SamplingFrame extends DrawFrame {
  list: FrameUnit[];
  /** Communities that registers name and that have no unit here. */
  without: string[];
}

/** What to draw from. */
export interface FrameRequest {
  areaKind: AreaKind;
  /** Rows of this register at this point; absent for households. */
  records?: { register: RegisterName; point: string; months?: { from: string; to: string } };
  /** The street of a community, where it matters. */
  streetOf?: ReadonlyMap<string, string>;
  /** The files that these rows come from. */
  inputs: DrawFrame['inputs'];
}

/**
 * The frame of a draw, from the registers as they were read; persons need not be matched. Households are those of any
 * point's cards, by community and number: one that a point lacks can be drawn all the same. Records are the rows of one
 * register at one point; rows that are alike in every value are one.
 */
export async function readFrame(store: Store, request: FrameRequest): Promise<SamplingFrame> {
  const rows = await store.all<Row>(request.records ? recordRows(request.records) : HOUSEHOLD_ROWS);
  const [numbered, unnumbered] = [rows.filter(isNumbered), rows.filter((row) => !isNumbered(row))];
  const all = unitsOf(numbered, request.streetOf ?? new Map());
  const placed = request.areaKind === 'building' ? all.filter(({ building }) => building !== '') : all;
  const communities = new Set(placed.map(({ community }) => community));
  return {
    ...samplingFrameOf(placed, request.areaKind),
    unnumbered: sumOf(unnumbered, ({ rows: n }) => n),
    unplaced: all.length - placed.length,
    inputs: request.inputs,
    without: (await namedCommunities(store)).filter((name) => !communities.has(name)),
  };
}

/** Units in their order, how many there are, and the SHA-256 of their lines. */
export function samplingFrameOf(
  units: readonly FrameUnit[],
  areaKind: AreaKind,
): Pick<SamplingFrame, 'list' | 'sha256' | 'areas' | 'units'> {
  const list = [...units].sort((a, b) => (lineOf(a) < lineOf(b) ? -1 : 1));
  return {
    list,
    sha256: createHash('sha256').update(frameText(list)).digest('hex'),
    areas: new Set(list.map((unit) => areaOf(unit, areaKind))).size,
    units: list.length,
  };
}

/** The area of a unit. Buildings of one name in two communities are two. */
export function areaOf({ community, building }: FrameUnit, areaKind: AreaKind): string {
  return areaKind === 'building' ? `${community}/${building}` : community;
}

/** The name that a unit's ticket is drawn with: it depends on nothing but community and number. */
export function ticketName({ community, unit }: Pick<FrameUnit, 'community' | 'unit'>): string {
  return `${community}#${unit}`;
}

/** The lines of a frame, as its file holds them and its hash is made of: community, building, street, unit. */
export function frameText(list: readonly FrameUnit[]): string {
  return list.map((unit) => `${lineOf(unit)}\n`).join('');
}

/** The units of a frame file. */
export function parseFrame(text: string): FrameUnit[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const [community = '', building = '', street = '', unit = ''] = line.split('\t');
    return { community, building, street, unit };
  });
}

function lineOf({ community, building, street, unit }: FrameUnit): string {
  return [community, building, street, unit].join('\t');
}

/** Rows of one unit that agree on its building. */
interface Row {
  community: string | null;
  unit: string | null;
  building: string | null;
  rows: number;
}

type NumberedRow = Row & { community: string; unit: string };

function isNumbered(row: Row): row is NumberedRow {
  return row.community !== null && row.unit !== null;
}

const HOUSEHOLD_ROWS = `SELECT t.community, t.household_no AS unit, t.building, COUNT(*) AS rows
  FROM households t JOIN sources s ON s.source = t.source WHERE ${NOT_FIELD}
  GROUP BY t.community, t.household_no, t.building`;

function recordRows({ register, point, months }: NonNullable<FrameRequest['records']>): string {
  const day = ROW_DATES[register];
  const inPeriod = day && months ? `AND month_of(t.${day}) BETWEEN '${months.from}' AND '${months.to}'` : '';
  return `SELECT t.community, CAST(t.fp AS STRING) AS unit, t.building, COUNT(*) AS rows
    FROM ${register} t JOIN sources s ON s.source = t.source
    WHERE s.point = ${quote(point)} ${inPeriod} GROUP BY t.community, t.fp, t.building`;
}

/** One unit for each community and number, in the building that most of its rows name (the first by name of several). */
function unitsOf(rows: readonly NumberedRow[], streetOf: ReadonlyMap<string, string>): FrameUnit[] {
  const found = new Map<string, { unit: FrameUnit; votes: number }>();
  for (const { community, unit, building: named, rows: votes } of rows) {
    const building = named ?? '';
    const key = `${community}\t${unit}`;
    const best = found.get(key);
    if (best && !prevails({ building, votes }, { building: best.unit.building, votes: best.votes })) continue;
    found.set(key, { unit: { community, building, street: streetOf.get(community) ?? '', unit }, votes });
  }
  return [...found.values()].map(({ unit }) => unit);
}

interface Vote {
  building: string;
  votes: number;
}

/** A named building before none, then more rows before fewer, then by name. */
function prevails(a: Vote, b: Vote): boolean {
  if ((a.building === '') !== (b.building === '')) return b.building === '';
  return a.votes !== b.votes ? a.votes > b.votes : a.building < b.building;
}

/** Communities that any register of any point names. */
async function namedCommunities(store: Store): Promise<string[]> {
  const registers = Object.keys(REGISTERS).filter((register) => register !== 'figures');
  const selects = registers.map(
    (register) => `SELECT t.community FROM ${register} t JOIN sources s ON s.source = t.source
      WHERE ${NOT_FIELD} AND s.witness = FALSE`,
  );
  const rows = await store.all<{ community: string }>(
    `SELECT DISTINCT community FROM (${selects.join(' UNION ALL ')}) AS named WHERE community IS NOT NULL`,
  );
  return rows.map(({ community }) => community).sort();
}
