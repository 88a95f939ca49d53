import type { Lang } from '../model/language.js';

/** Where a command's output goes. Passed in, so that tests need no mocks. */
export interface Terminal {
  /** Payload. Resolves when written; a reader that went away is no error. */
  out(text: string): Promise<void>;
  /** Progress and diagnostics. */
  err(text: string): void;
  /** Standard error is a terminal: progress may be shown. */
  live: boolean;
  /** Standard output is a terminal: somebody reads it screen by screen. */
  screen: boolean;
  /** Somebody sits at it who can be asked. */
  asks: boolean;
  /** Columns of standard output. */
  width: number;
  /** Standard output takes colours. */
  color: boolean;
  /** The words that start this program here, as the commands that it prints begin. */
  call: readonly string[];
}

/** What decides how output looks. */
export interface Printing {
  /** Language of help and output (`--lang`, else zh; never the locale's). */
  lang: Lang;
  terminal: Terminal;
}
