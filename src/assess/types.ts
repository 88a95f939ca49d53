import type { Measure, Scheme } from '../config/measures.js';
import type { AssessmentItem } from '../config/types.js';
import type { AreaRow } from '../model/measured.js';
import type { AuditResult } from '../model/result.js';

/** The JSON of an assessment, schema `plumbline.assessment/1`. Areas are scored, never people, households or clerks. */
export interface Assessment {
  schema: 'plumbline.assessment/1';
  tool: AuditResult['tool'];
  run: Pick<AuditResult['run'], 'asOf' | 'period' | 'complete'> & {
    /** The year of a yearly period: only years are held against targets of earlier years. */
    year?: number;
  };
  /** The rules by which was scored. */
  items: readonly AssessmentItem[];
  /** By level, then rank, then name; areas without a rank come last and in the order of their names. */
  areas: AreaScore[];
  /** Targets of the configuration: shown, never scored. */
  targets: TargetRow[];
  warnings: Warning[];
}

/** Numbers of the audit that a value is made of. */
export interface Origin {
  from: 'errorRates' | 'indicators' | 'quality';
  area: string;
  event?: string;
  point?: string;
  numerator: number;
  denominator: number;
}

/** An item of one area: its numbers, and what it earns. */
export interface ScoredItem {
  item: string;
  measure: Measure;
  numerator: number;
  denominator: number;
  /** Per cent, two decimals; null where the denominator is 0 or nothing was supplied. */
  value: number | null;
  /** The denominator is below 20. */
  small?: true;
  weight: number;
  /** Of the weight; null where there is no value: the weight is then spread over the other items. */
  points: number | null;
  target?: number;
  /** Absent where no target is set, and where the denominator is too small to tell. */
  missed?: boolean;
  origins: Origin[];
}

/** An area under one scheme. */
export interface SchemeScore {
  scheme: Scheme;
  /** How many of its people the scheme is for, of all; absent where one scheme is for all. */
  people?: { numerator: number; denominator: number };
  /** Weights of all items, and of those that have a value. */
  weight: number;
  measured: number;
  /** Sum of the points of the items that have a value. */
  points: number;
  /** points × 100 / measured, two decimals; null where nothing could be measured. */
  score: number | null;
  items: ScoredItem[];
}

/** Why an area has no rank. */
export type Unranked = 'no-score' | 'no-people' | 'small' | 'little-measured';

export interface AreaScore {
  area: string;
  level: AreaRow['level'];
  /** How many communities it is made of; 1 for a community. */
  communities: number;
  /** Out of 100; of several schemes by their shares of the people. */
  score: number | null;
  /** 1, 2, 2, 4 among the areas of its level. */
  rank: number | null;
  unranked?: Unranked;
  schemes: SchemeScore[];
}

export interface TargetRow {
  area: string;
  level: AreaRow['level'];
  /** Code and printed name of the indicator. */
  code: string;
  name: string;
  value?: number;
  numerator?: number;
  denominator?: number;
  unit: string;
  atMost?: number;
  atLeast?: number;
  verdict: 'met' | 'close' | 'missed' | 'no-data';
}

/** A target of data quality that an area missed in this year and the years before it. */
export interface Warning {
  area: string;
  level: AreaRow['level'];
  item: string;
  /** The years in a row, the earliest first. */
  years: { year: number; value: number; numerator: number; denominator: number }[];
  /** Two years running, or three and more. */
  stage: 'two-years' | 'three-years';
}
