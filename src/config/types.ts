import type { EngineName } from '../model/engine.js';
import type { RegisterName } from '../registers/types.js';
import type { Tuning } from '../rules/tuning.js';
import type { RawItem } from './assessment-schema.js';
import type { Filled } from './filled.js';
import type {
  RawArea,
  RawCommunity,
  RawConfig,
  RawFile,
  RawIdentity,
  RawIndicator,
  RawOffice,
  RawPeople,
  RawTarget,
  RawThreshold,
  RawYearEnd,
} from './schema.js';

export type CommunityConfig = Filled<RawCommunity> & { synonyms: string[] };

export interface PointConfig {
  name: string;
  words: string[];
  witness: boolean;
}

export type FileConfig = Filled<RawFile>;
export type OwnIndicator = Filled<RawIndicator> & { name: string; synonyms: string[] };
export type OwnIdentity = Filled<RawIdentity>;
export type People = Filled<RawPeople>;
export type AreaConfig = Filled<RawArea>;
export type AssessmentItem = Omit<Filled<RawItem>, 'item'> & { code: string; floor: number };
export type AssessmentConfig = { scheme: NonNullable<RawItem['only']>; items: AssessmentItem[] };
export type TargetConfig = Filled<RawTarget>;
export type OfficeConfig = Filled<RawOffice>;
export type ThresholdConfig = Filled<RawThreshold>;
export type YearEndConfig = Omit<Filled<RawYearEnd>, 'thresholds'> & {
  paths: string[];
  reports: NonNullable<RawYearEnd['reports']>;
  thresholds: ThresholdConfig[];
};

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
  yearStart: NonNullable<RawConfig['year_start']>;
  population: NonNullable<RawConfig['population']>;
  /** Where a marriage between two communities is registered. */
  marriageAt: NonNullable<RawConfig['marriage_at']>;
  indicators: OwnIndicator[];
  identities: OwnIdentity[];
  /** Hierarchy of areas; empty where communities or columns say it. */
  areas: AreaConfig[];
  targets: TargetConfig[];
  assessment: AssessmentConfig;
  /** The date by which flows are recounted. */
  recountBy: NonNullable<RawConfig['recount_by']>;
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
  /** Where the tables of an audit are; absent: in this process. */
  engine?: EngineName;
  /** The cluster that Spark runs on. */
  remote?: string;
}
