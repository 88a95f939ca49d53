import type { RegisterName } from '../registers/types.js';

export const DRAW_SCHEMA = 'plumbline.draw/1';

/** What a draw takes within its areas: whole households, all of an area, or rows of one register. */
export type UnitKind = 'household' | 'area' | 'record';
export type AreaKind = 'community' | 'building';
/** Drawn at once, or a reserve that takes the place of one that cannot be visited, in its order. */
export type DrawRole = 'drawn' | 'reserve';

/** The record of a draw: all that it takes to repeat it, and what came out. Holds no names and no IDs. */
export interface Draw {
  schema: typeof DRAW_SCHEMA;
  tool: { name: string; version: string };
  /** First 8 hex digits of the SHA-256 of this draw without its code; printed on every sheet. */
  code: string;
  /** The public text that the tickets come from: dice, a lottery number. */
  seed: string;
  /** What the inspectors call this round, for the history. */
  round?: string;
  /** Code of the smaller draw that this one extends, and contains. */
  extends?: string;
  frame: DrawFrame;
  parameters: DrawParameters;
  strata: DrawStratum[];
  /** Drawn areas in the order of their tickets, then reserves. */
  areas: DrawnArea[];
  /** What does not go by the parameters alone, so that it is said and not hidden. */
  notes: DrawNote[];
}

/**
 * fewer-areas, fewer-units: more were asked for than there are, and all were drawn (`asked`, `given`; `names` of areas) ·
 * let-in: areas of the last rounds, drawn from again since leaving them out would have emptied their stratum ·
 * no-street: communities without a street, which make a stratum of their own · no-cards: communities of other registers
 * that have no unit in the frame · refused: files that could not be read
 */
export interface DrawNote {
  code: 'fewer-areas' | 'fewer-units' | 'let-in' | 'no-street' | 'no-cards' | 'refused';
  stratum?: string;
  asked?: number;
  given?: number;
  names?: string[];
}

/** What could be drawn. */
export interface DrawFrame {
  /** SHA-256 over the sorted lines of all units. */
  sha256: string;
  areas: number;
  units: number;
  /** Rows without a household number or a community: they cannot be drawn. */
  unnumbered: number;
  /** Households without a building, where buildings are drawn: they cannot be drawn either. */
  unplaced: number;
  inputs: { path: string; sha256: string }[];
}

export interface DrawParameters {
  areaKind: AreaKind;
  unitKind: UnitKind;
  register?: RegisterName;
  point?: string;
  /** Only rows of this register whose event lies in this period. */
  period?: string;
  /** Areas and units in each asked for; absent for all. */
  areas?: number;
  units?: number;
  reserveAreas: number;
  reserveUnits: number;
  stratify: 'street' | 'none';
  allocation: 'equal' | 'proportional';
  /** Whether areas have one chance each, or a chance in proportion to their units. */
  selection: 'equal' | 'size';
  /** Areas of so many last rounds were left out, and these were. */
  rounds: number;
  leftOut: string[];
}

export interface DrawStratum {
  /** A street; empty without strata, and for communities without a street. */
  stratum: string;
  /** In the frame, those left out apart, and drawn (reserves apart). */
  areas: number;
  units: number;
  drawnAreas: number;
}

export interface DrawnArea {
  /** Community, or community and building with a slash between. */
  area: string;
  community: string;
  building?: string;
  street?: string;
  stratum: string;
  /** Place in the draw of its stratum, from 1. */
  order: number;
  role: DrawRole;
  ticket: string;
  /** Units in the area; where the selection is by size, the ticket divided by it gives the order. */
  size: number;
  /** Chance that this area is drawn; reserves counted as not drawn. */
  probability: number;
  units: DrawnUnit[];
}

export interface DrawnUnit {
  /** Household number within its community, or the fingerprint of a record. */
  unit: string;
  building?: string;
  order: number;
  role: DrawRole;
  ticket: string;
  /** Chance that this unit is drawn, given its area is. */
  probability: number;
}
