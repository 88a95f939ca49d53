import type { AreaRow } from '../model/measured.js';
import type { AuditResult } from '../model/result.js';

/** Limits of an error percentage: per cent; a verification factor, the factor itself. */
export interface Threshold {
  rate: string;
  /** Kind of event and point that it is for; absent for all. */
  event?: string;
  point?: string;
  atMost?: number;
  atLeast?: number;
}

/** What may stand in the way of an area's year-end report. */
export type ObstacleKind =
  | ('nothing' | 'unread' | 'absent' | 'reports')
  | ('errors' | 'figures' | 'thresholds' | 'parts');

/** What stands in the way, how often, and what it is in particular, in the language of the run. */
export interface Obstacle {
  kind: ObstacleKind;
  count: number;
  details: string[];
}

/** One area of the filing list. Numbers of wholes are those of their parts and their own. */
export interface FilingRow {
  /** Empty for what belongs to no area. */
  area: string;
  level: AreaRow['level'] | 'all';
  /** The area directly above; empty at the top. */
  parent: string;
  /** How deep it stands below the top. */
  depth: number;
  ready: boolean;
  errors: number;
  figureErrors: number;
  warnings: number;
  absent: number;
  reportsMissing: number;
  exceeded: number;
  unread: number;
  /** Of the areas directly below, how many are ready. */
  parts: { ready: number; total: number };
  obstacles: Obstacle[];
}

/** Which reports are due: the keys of the period and of its months, and what a printed period is the key of. */
export interface DuePeriods {
  whole: string;
  months: { key: string; label: string }[];
  keyOf(printed: string): string;
}

/** What a filing list is drawn up from. */
export interface FilingSources {
  result: AuditResult;
  thresholds: readonly Threshold[];
  /** Absent where the period has no place in time: then no report is due. */
  due?: DuePeriods;
}
