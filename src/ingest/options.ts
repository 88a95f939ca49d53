import type { MessageKey, MessageParams } from '../messages/index.js';
import type { Handed } from '../model/handed.js';
import type { InputReport, Refusal } from '../model/input.js';
import type { Lang } from '../model/language.js';
import type { RowAccount, Survey } from '../model/source.js';

/** What is to be read. Checked at the edge; trusted from here on. */
export interface ReadOptions {
  /** Files and folders to audit, as given. */
  paths: string[];
  /** Files and folders of last month, whose registers of people this month's are compared with. */
  previous?: string[];
  /** Points set by hand: globs on printed paths, the last match wins. */
  points?: readonly { glob: string; point: string }[];
  /** Audit without the files that cannot be read. */
  keepGoing?: boolean;
  lang: Lang;
  /** What an earlier result had read: what of it is absent now is said. */
  before?: readonly InputReport[];
  /** Folder in which what was read is kept for the next run. */
  cache?: string;
  /** Folders that `plumbline load` has filled, in place of `paths`. */
  from?: string[];
}

/** The parts of an audit that progress is shown for. */
export type AuditStep = 'survey' | 'load' | 'match' | 'check';

/** The stages that a profile of an audit tells apart. */
export type Stage = 'open' | 'ingest' | 'match' | 'check' | 'measure' | 'describe';

/** What an audit has done so far. */
export interface LoadTally {
  /** Statements that the engine has run. */
  statements: number;
  /** Rows of what was read, and the bytes of its files. */
  rows?: number;
  bytes?: number;
}

/** What is told while an audit goes on. */
export interface Listener {
  /** `done` of `total` in whatever unit the step counts (bytes, rules); `total` 0 where it is not known; `file` is being read. */
  onProgress?(step: AuditStep, done: number, total: number, file?: string): void;
  /** What the user should know and what stops nothing: a sentence, and the error behind it, which says why. */
  onNotice?(key: MessageKey, params: MessageParams, cause?: unknown): void;
  /** The steps of matching as they were run, as text: what each made, of what, and how many rows. For maintainers. */
  onPlan?(plan: string): void;
  /** A stage begins or has ended; some run side by side. For a profile. */
  onStage?(stage: Stage, event: 'begins' | 'ends', tally: LoadTally): void;
}

/** What was read into the store. */
export interface Gathered extends Survey {
  account: Map<number, RowAccount>;
  /** Registers that the last run with this cache had of the same paths. */
  handedBefore: Handed[];
}

/** Files that may be ledgers cannot be audited: without `keepGoing` there is no report, and every file is named. */
export class RefusedFiles extends Error {
  constructor(readonly refused: readonly Refusal[]) {
    super(refused.map((refusal) => `${refusal.path}: ${refusal.reason}`).join('\n'));
    this.name = 'RefusedFiles';
  }
}
