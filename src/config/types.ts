import type { RegisterName } from '../registers/types.js';

/** A community, its other names, and where it belongs. */
export interface CommunityConfig {
  name: string;
  synonyms: string[];
  street?: string;
  district?: string;
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
  /** Key of the finding ids; the docs name the default. */
  fingerprintKey: string;
}
