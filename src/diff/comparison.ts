import type { Note } from '../model/input.js';
import type { Severity } from '../model/severity.js';

/** What became of a finding between two results. */
export type FindingChange =
  | ('new' | 'returned' | 'uncovered' | 'remaining')
  | ('resolved' | 'accepted' | 'unchecked');

/** Part of a whole. */
export interface Share {
  numerator: number;
  denominator: number;
  /** Per cent; null where the denominator is 0. */
  value: number | null;
  /** The denominator is too small for the share to be compared with others. */
  small?: true;
}

/** A finding that stands for itself in one of the two results. */
export interface ChangedFinding {
  id: string;
  change: FindingChange;
  rule: string;
  severity: Severity;
  /** Empty where it belongs to no community. */
  community: string;
  message: string;
  /** Where its first record is: path, sheet and row; empty where it cites none. */
  place: string;
  /** As-of date of the earliest result since which it has always been there; of a resolved one, of the earliest that has it. */
  firstSeen: string;
  /** From then to the as-of date of the new result. */
  days: number;
  /** Open for too long, or accepted until a day that has passed. */
  overdue?: 'days' | 'accepted-until';
}

/** How many findings of an area, or a rule, became what. */
export interface Tally {
  /** Findings of the old result that could have been resolved: resolved and remaining ones. */
  old: number;
  resolved: number;
  remaining: number;
  new: number;
  returned: number;
  uncovered: number;
  accepted: number;
  unchecked: number;
  overdue: number;
  /** 整改率: resolved / old. */
  rectification: Share;
}

export interface AreaTally extends Tally {
  area: string;
  level: 'community' | 'street' | 'district' | 'none';
  /** Only what belongs to the street or district itself and to no community of it. */
  itself?: true;
  /** Place by rectification among areas of its level, equal ones sharing it; absent where the share is small or n/a. */
  rank?: number;
}

export interface RuleTally extends Tally {
  rule: string;
  title: string;
}

/** A result as the comparison names it. */
export interface Compared {
  asOf: string;
  period: string;
  version: string;
}

/** Two results held against each other, schema `plumbline.diff/1`. */
export interface Comparison {
  schema: 'plumbline.diff/1';
  tool: { name: 'plumbline'; version: string };
  old: Compared;
  new: Compared;
  history: Compared[];
  masked: boolean;
  /** Days after which an open finding is overdue; absent where nobody asked. */
  overdueAfter?: number;
  /** What the reader must know before trusting the numbers. */
  notes: Note[];
  total: Tally;
  areas: AreaTally[];
  rules: RuleTally[];
  findings: ChangedFinding[];
}
