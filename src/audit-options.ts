import type { Config, TargetConfig } from './config/types.js';
import type { MessageKey, MessageParams } from './messages/index.js';
import type { Refusal, RowAccount, Survey } from './read/types.js';
import type { Lang, Severity } from './report/result.js';
import type { Rule } from './rules/rule.js';
import type { Store } from './store/store.js';

/** One audit, as the command line or another program asks for it. Checked at the edge; trusted from here on. */
export interface AuditOptions {
  /** Files and folders to audit, as given. */
  paths: string[];
  /** Files and folders of last month, whose registers of people this month's are compared with. */
  previous?: string[];
  /** The audited period as written (2023, 2023-05, 2023Q1 …); absent: the latest year that every event register has. */
  period?: string;
  /** YYYY-MM-DD; absent: the end of the period, or the latest registration date seen. */
  asOf?: string;
  /** Communities to report on; empty for all. Matching always sees everything. */
  communities: string[];
  /** Globs on rule names: report on these rules only, and do not check those. */
  rules?: { only: string[]; except: string[] };
  /** The least severity to report. */
  severity?: Severity;
  /** Points set by hand: globs on printed paths, the last match wins. */
  points: { glob: string; point: string }[];
  /** Configuration file; absent: searched for. */
  config?: string;
  /** Audit without the files that cannot be read. */
  keepGoing: boolean;
  lang: Lang;
  /** Show names and IDs in full. */
  reveal: boolean;
  /** Memory limit of the store, for example `2GB`. */
  memory?: string;
  threads?: number;
  /** Folder in which what was read is kept for the next run. */
  cache?: string;
  /** Indicators are counted for every month, quarter or year of the period; absent: for the period. */
  every?: 'month' | 'quarter' | 'year';
  /** Targets instead of those of the configuration. */
  targets?: TargetConfig[];
  /** Write the time of the run into the report. */
  timestamps: boolean;
}

/** The parts of an audit that progress is shown for. */
export type AuditStep = 'survey' | 'load' | 'match' | 'check';

/** What was read into the store. */
export interface Gathered extends Survey {
  account: Map<number, RowAccount>;
}

export interface AuditHooks {
  /** `done` of `total` in whatever unit the step counts (bytes, rules); `total` 0 where it is not known. */
  onProgress?(step: AuditStep, done: number, total: number): void;
  /** What the user should know and what stops nothing: a sentence, and the error behind it, which says why. */
  onNotice?(key: MessageKey, params: MessageParams, cause?: unknown): void;
  /** Rules that are checked besides those of the catalogue. */
  rules?: readonly Rule[];
  /** The tables are filled, and nothing is matched yet: what else is to be audited is added here. @returns all that was read */
  onGathered?(store: Store, read: Gathered, config: Config): Promise<Gathered>;
  /** Persons and events are known, and no rule has run yet: what else is to be read from the tables is read here. */
  onMatched?(store: Store, found: Survey): Promise<void>;
}

/** Files that may be ledgers cannot be audited: without `keepGoing` there is no report, and every file is named. */
export class RefusedFiles extends Error {
  constructor(readonly refused: readonly Refusal[]) {
    super(refused.map((refusal) => `${refusal.path}: ${refusal.reason}`).join('\n'));
    this.name = 'RefusedFiles';
  }
}
