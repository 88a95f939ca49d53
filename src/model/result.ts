import type { SpotResult } from './spot-result.js';
/** The JSON contract, schema `plumbline.audit/1`: one plain object that every reporter renders. */

export type Severity = 'error' | 'warning' | 'notice';
export type Lang = 'zh' | 'en';

export interface Place {
  path: string;
  sheet?: string;
  row: number;
  register: string;
  point: string;
  /** Canonical columns concerned, their headings as in the file, and their cells in A1 notation. */
  columns: string[];
  headings: string[];
  cells: string[];
  /** Canonical column → value, masked unless revealed. */
  values: Record<string, string | number | null>;
}

/** The decision to leave a finding as it is. */
export interface Accepted {
  reason: string;
  /** Who decided, as free text. */
  by?: string;
  /** When, and how long it holds: YYYY-MM-DD. */
  on: string;
  until?: string;
}

export interface Finding {
  /** Stable fingerprint of rule and record identity. */
  id: string;
  rule: string;
  severity: Severity;
  /** Empty where a finding belongs to no community. */
  community: string;
  period?: string;
  event?: string;
  point?: string;
  /** Building of the first record, where known: clerks work down one building at a time. */
  building?: string;
  message: string;
  suggestion: string;
  params: Record<string, string | number | null>;
  records: Place[];
  missingFrom?: { point: string; register: string; community: string }[];
  evidence: Record<string, string | number | boolean | null>;
  count?: number;
  /** True for a lone claim: an omission elsewhere or a false report here, undecided. */
  unconfirmed?: true;
  causedBy: string | null;
  /** An earlier result has it already (`--baseline`): it is in no count, and only the JSON report lists it. */
  known?: true;
  /** Somebody decided to leave it: it is counted apart. */
  accepted?: Accepted;
}

export interface InputReport {
  path: string;
  sha256: string;
  sheet?: string;
  register: string;
  point: string;
  community?: string;
  months?: string;
  encoding?: string;
  rows: { total: number; read: number; skipped: number; refused: number };
  skippedRows: { row: number; reason: string }[];
  notes: { code: string; count: number; detail?: string }[];
}

export interface LineRow {
  event: string;
  community: string;
  period: string;
  /** In line: claimed once, with the same values, by every point that covers the event. */
  points: Record<string, { claims: number; covered: boolean }>;
  atOne: number;
  atTwo: number;
  atAll: number;
  inLine: number;
  /** Lone claims, which no other number of this row counts. */
  unconfirmed: number;
  /** Confirmed events. */
  total: number;
}

export interface ErrorRate {
  event: string;
  point: string;
  community: string;
  period: string;
  rate: string;
  numerator: number;
  denominator: number;
  /** Per cent (a verification factor: the factor itself); null where the denominator is 0. */
  value: number | null;
  /** The denominator is too small for the rate to be compared with others. */
  small?: true;
}

/** One indicator of one area and period: as reported, and as recomputed. */
export interface IndicatorRow {
  area: string;
  period: string;
  code: string;
  /** The indicator as people read it, and the figure as printed: for people, not part of the JSON contract. */
  name: string;
  printed?: string;
  /** What the area and the period are, by which reports choose. */
  level: 'community' | 'street' | 'district';
  grain?: 'month' | 'quarter' | 'half' | 'year';
  reported?: number;
  recomputed?: number;
  numerator?: number;
  denominator?: number;
  interval?: [number, number];
  unit: string;
  verdict: 'agrees' | 'differs' | 'truncated' | 'conflict' | 'not-reported' | 'not-checked' | 'n/a';
  /** The denominator is the population at the end, since that at the start is not known. */
  note?: 'end-alone';
  target?: { atMost?: number; atLeast?: number; verdict: 'met' | 'missed' | 'close' | 'no-data' };
}

/** An area of the hierarchy. */
export interface AreaRow {
  area: string;
  level: 'community' | 'street' | 'district';
  /** The areas directly below it; none below a community. */
  parts: string[];
  /** People on its cards, by the run's `population`; absent where no cards were supplied. */
  persons?: number;
}

/** How complete and how timely the registers of one community are. */
export interface QualityRow {
  community: string;
  point: string;
  /**
   * `timely_rate`: events registered within the limit, of those with a registration date · `handed_in_rate`: registers
   * handed in, month by month, of those that its peers handed in · `card_items_rate`: items of the card that are filled
   * in · `signature_rate`: visits with enough signatures, of those with their signatures counted
   */
  measure: 'timely_rate' | 'handed_in_rate' | 'card_items_rate' | 'signature_rate';
  numerator: number;
  denominator: number;
}

/** A register of people of one community at one point, held against last month's: numbers of people. */
export interface RosterRow {
  community: string;
  point: string;
  register: string;
  before: number;
  /** Who left, by what explains it: death, move, stay, marriage, age, handover. */
  left: Record<string, number>;
  /** Who left without a reason on record. */
  vanished: number;
  /** Who joined, by what explains it: birth, move, stay, marriage, age, handover. */
  joined: Record<string, number>;
  /** Who joined without a reason on record. */
  unexplained: number;
  after: number;
}

export interface RuleStatus {
  rule: string;
  /** The rule's title in the language of the run: for people, not part of the JSON contract. */
  title?: string;
  status: 'passed' | 'failed' | 'not-applicable';
  count: number;
  reason?: string;
}

export interface AuditResult {
  schema: 'plumbline.audit/1';
  tool: { name: 'plumbline'; version: string };
  run: {
    asOf: string;
    period: string;
    lang: Lang;
    masked: boolean;
    complete: boolean;
    population: 'registered' | 'present';
    /** Tells the key that made the ids of findings from other keys. Absent in results of earlier versions. */
    idKey?: string;
    startedAt?: string;
    rules: RuleStatus[];
    refused: { path: string; reason: string }[];
    inputs: InputReport[];
    /** Last month's registers of people, where this month's were compared with them. */
    previous?: {
      /** The latest date in them, and the day from which events may explain a change. */
      asOf: string;
      since: string;
      inputs: InputReport[];
    };
    /** Notes about the run as a whole (files passed over). */
    notes: { code: string; count: number; detail?: string }[];
  };
  summary: {
    error: number;
    warning: number;
    notice: number;
    accepted: number;
    byRule: Record<string, number>;
    byCommunity: Record<string, number>;
  };
  line: LineRow[];
  errorRates: ErrorRate[];
  indicators: IndicatorRow[];
  /** Absent in results of earlier versions. */
  quality?: QualityRow[];
  /** Communities, then what they are part of. Absent in results of earlier versions. */
  areas?: AreaRow[];
  /** Registers of people compared with last month's; absent where no last month was given. */
  rosters?: RosterRow[];
  /** Of a spot audit alone. */
  spot?: SpotResult;
  findings: Finding[];
}
