import type { TargetConfig } from '../config/types.js';
import type { ReadOptions } from '../ingest/options.js';
import type { EngineName } from '../model/engine.js';
import type { Severity } from '../model/severity.js';

/** One audit, as the command line or another program asks for it. Checked at the edge; trusted from here on. */
export interface AuditOptions extends ReadOptions {
  /** The audited period as written (2023, 2023-05, 2023Q1 …); absent: the latest year that every event register has. */
  period?: string;
  /** YYYY-MM-DD; absent: the end of the period, or the latest registration date seen. */
  asOf?: string;
  /** Communities to report on; absent or empty for all. Matching always sees everything. */
  communities?: readonly string[];
  /** Globs on rule names: report on these rules only, and do not check those. */
  rules?: { only: string[]; except: string[] };
  /** The least severity to report. */
  severity?: Severity;
  /** Configuration file; absent: searched for. */
  config?: string;
  /** Show names and IDs in full. */
  reveal?: boolean;
  /** Memory limit of the store, for example `2GB`. */
  memory?: string;
  threads?: number;
  /** Where the tables are; absent: where the configuration says, else in this process. */
  engine?: EngineName;
  /** The cluster that Spark runs on (`sc://host:port`); absent: the one of the configuration. */
  remote?: string;
  /** Indicators are counted for every month, quarter, half-year or year of the period; absent: for the period. */
  every?: 'month' | 'quarter' | 'half' | 'year';
  /** Targets instead of those of the configuration. */
  targets?: TargetConfig[];
  /** Write the time of the run into the report. */
  timestamps?: boolean;
}
