import type { RegisterName } from '../registers/types.js';
import type { Tuning } from '../rules/tuning.js';
import type { Measure, Scheme } from './measures.js';

/** A community, its other names, and where it belongs. */
export interface CommunityConfig {
  name: string;
  synonyms: string[];
  street?: string;
  district?: string;
  /** Under which scheme it is assessed, and how many of its people live in town and in villages. */
  scheme?: Scheme;
  people?: People;
}

/** A point or witness and the words in file, sheet and folder names that mean it. */
export interface PointConfig {
  name: string;
  words: string[];
  /** Claims, but is never expected to be complete. */
  witness: boolean;
}

/** Files (globs on printed paths) that are set by hand rather than recognised. Later entries win. */
export interface FileConfig {
  glob: string;
  point?: string;
  register?: RegisterName;
  community?: string;
  ignore?: boolean;
}

/** An indicator of a bureau's own: a count, or a rate where numerator and denominator are given. */
export interface OwnIndicator {
  code: string;
  name: string;
  synonyms: string[];
  unit?: string;
  /** The count is of the period's end: it does not add up over months. */
  stock?: boolean;
  /** Codes that are added, or subtracted where a minus stands before them. */
  numerator?: string[];
  denominator?: string;
  scale?: number;
  decimals?: number;
}

/** A whole that is the sum of its parts: names or codes of indicators. */
export interface OwnIdentity {
  whole: string;
  parts: string[];
}

/** How many people live in town and in villages. */
export interface People {
  urban: number;
  rural: number;
}

/** An area and what it is made of. */
export interface AreaConfig {
  name: string;
  parts: string[];
  /** The scheme of its communities that name none. */
  scheme?: Scheme;
  people?: People;
}

/** One thing that areas are scored on. Values are per cent, points are of the weight. */
export interface AssessmentItem {
  /** Its name, by which scores and the history know it. */
  code: string;
  measure: Measure;
  /** Of which events and at which points the errors count; all where absent. */
  events?: string[];
  points?: string[];
  /** Counts under this scheme alone. */
  only?: Scheme;
  weight: number;
  /** The value that earns the whole weight, and the one that earns nothing; between them points go in proportion. */
  full?: number;
  zero?: number;
  /** Instead: what is deducted from the weight beyond each value; the greatest deduction counts. */
  steps?: { beyond: number; deduct: number }[];
  /** Fewest points that it earns. */
  floor: number;
  /** The value to be reached: a year in which it is not is missed. */
  target?: number;
}

/** How areas are scored on the quality of their data. */
export interface AssessmentConfig {
  /** The scheme of communities that name none. */
  scheme: Scheme;
  items: AssessmentItem[];
}

/** What an indicator should reach, for all areas and years or for those named. */
export interface TargetConfig {
  indicator: string;
  atMost?: number;
  atLeast?: number;
  area?: string;
  year?: string;
}

/** Whose name stands under what is circulated; dates as they are to be printed. */
export interface OfficeConfig {
  name?: string;
  number?: string;
  date?: string;
  deadline?: string;
}

/** What an error percentage may not exceed or fall below, in per cent, for all kinds and points or for one. */
export interface ThresholdConfig {
  rate: string;
  event?: string;
  point?: string;
  atMost?: number;
  atLeast?: number;
}

/** The year-end run. Paths are as written: relative to the configuration file. */
export interface YearEndConfig {
  /** What is audited; empty for the folder of the configuration file. */
  paths: string[];
  period?: string;
  asOf?: string;
  /** Reports that are written beside the result. */
  reports: ('xlsx' | 'html' | 'docx' | 'csv' | 'md' | 'junit' | 'sarif')[];
  thresholds: ThresholdConfig[];
  failOn?: 'error' | 'warning' | 'notice' | 'none' | 'unready';
  keepGoing?: true;
  cache?: string;
  /** A file of targets instead of those of the configuration. */
  targets?: string;
  /** A history of assessments, for what was missed in years before as well. */
  history?: string;
}

/** `plumbline.yaml`, checked once and complete with defaults; trusted from here on. */
export interface Config {
  /** Where it came from, for messages; absent for the defaults. */
  path?: string;
  communities: CommunityConfig[];
  points: PointConfig[];
  files: FileConfig[];
  /** Extra headings: register → canonical column → headings. */
  headings: Partial<Record<RegisterName, Record<string, string[]>>>;
  /** Extra code words: code list → canonical code → words. */
  codes: Record<string, Record<string, string[]>>;
  /** First month of the statistical year: 1 for the calendar year, 10 for October to September. */
  yearStart: 1 | 10;
  population: 'registered' | 'present';
  /** Where a marriage between two communities is registered. */
  marriageAt: 'wife' | 'both';
  indicators: OwnIndicator[];
  identities: OwnIdentity[];
  /** Hierarchy of areas; empty where communities or columns say it. */
  areas: AreaConfig[];
  targets: TargetConfig[];
  assessment: AssessmentConfig;
  /** The date by which flows are recounted. */
  recountBy: 'event_date' | 'registration_date';
  /** Last day of a month's report; what comes later belongs to the next month. */
  monthEnd: number;
  yearEnd: YearEndConfig;
  /** What is changed in rules, by rule name. */
  rules: Record<string, Tuning>;
  /** Folder of a bureau's own rules, as written: relative to the configuration file. */
  rulesFolder?: string;
  office: OfficeConfig;
  /** Key of the finding ids; the docs name the default. */
  fingerprintKey: string;
}
