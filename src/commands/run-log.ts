import { reasonOf } from '../files/system-error.js';
import type { AuditStep, Listener } from '../ingest/options.js';
import { say } from '../messages/index.js';
import type { Lang } from '../model/language.js';
import type { Terminal } from '../report/terminal.js';
import { clean } from '../report/text.js';
import { openProgress } from './progress.js';

/** Steps of a year-end run. */
export type RunStep = AuditStep | 'filing' | 'write' | 'timings' | 'end' | 'failed' | 'notice';

/** A line of the log besides its step: numbers and short words, never values of records. */
export type LogFields = Record<string, string | number | boolean>;

/** What a long run tells while it goes on. */
export interface RunLog extends Required<Omit<Listener, 'onPlan' | 'onStage'>> {
  /** Something was done. */
  done(step: RunStep, fields: LogFields): void;
  /** Nothing more is shown: an unfinished line is erased. */
  close(): void;
}

export interface RunLogOptions {
  terminal: Terminal;
  lang: Lang;
  json: boolean;
  timestamps?: boolean | undefined;
  quiet?: boolean | undefined;
}

/** A log for people: one line that says what is being done, where somebody watches. */
function textLog({ terminal, lang, quiet }: RunLogOptions): RunLog {
  const { onProgress, onNotice, clear: close } = openProgress(terminal, lang, quiet);
  return { onProgress, onNotice, done: () => {}, close };
}

/** Of each step so many lines at most are written between its first and its last. */
const TENTHS = 10;

/**
 * A log for programs: newline-delimited JSON on standard error, one object when a step begins, at every tenth of it,
 * and when something was done. Without `timestamps` nothing in it depends on the clock.
 */
function jsonLog({ terminal, lang, timestamps }: RunLogOptions): RunLog {
  const started = Date.now();
  let last = '';
  const line = (fields: LogFields): void => {
    const now = Date.now();
    const time = timestamps ? { at: new Date(now).toISOString(), ms: now - started } : {};
    terminal.err(`${JSON.stringify({ ...time, ...fields })}\n`);
  };
  return {
    onProgress: (step, done, total) => {
      const tenth = total > 0 ? Math.floor((TENTHS * Math.min(done, total)) / total) : 0;
      if (last === `${step} ${tenth}`) return;
      last = `${step} ${tenth}`;
      line({ step, done, total });
    },
    onNotice: (key, params, cause) => {
      const message = clean(say(lang, key, { ...params, reason: reasonOf(lang, cause ?? {}) }));
      line({ step: 'notice', message });
    },
    done: (step, fields) => line({ step, ...fields }),
    close: () => {},
  };
}

/** Opens the log of a run on standard error. */
export function openRunLog(options: RunLogOptions): RunLog {
  return options.json ? jsonLog(options) : textLog(options);
}
