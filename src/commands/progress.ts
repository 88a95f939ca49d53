import { reasonOf } from '../files/system-error.js';
import type { AuditStep } from '../ingest/options.js';
import { type MessageKey, type MessageParams, say } from '../messages/index.js';
import type { Lang } from '../model/language.js';
import type { Terminal } from '../report/terminal.js';
import { clean } from '../report/text.js';

const ERASE_LINE = '\r\u001b[2K';

/** One line on standard error that says what is being done; silent where nobody watches. */
export function openProgress(terminal: Terminal, lang: Lang, quiet: boolean) {
  let shown = '';
  const write = (line: string) => {
    if (line === shown) return;
    terminal.err(ERASE_LINE + line);
    shown = line;
  };
  return {
    show(step: AuditStep, done: number, total: number): void {
      if (quiet || !terminal.live) return;
      const percent = total > 0 ? ` ${Math.floor((100 * Math.min(done, total)) / total)}%` : '';
      write(`${say(lang, `cli.step-${step}`)}${percent} …`);
    },
    clear(): void {
      if (shown) write('');
    },
    /** Text for maintainers, who asked for it. */
    detail(text: string): void {
      if (shown) write('');
      terminal.err(text);
    },
    /** A sentence that stays, on a line of its own; said even where nobody watches. */
    notice(key: MessageKey, params: MessageParams, cause?: unknown): void {
      if (shown) write('');
      terminal.err(`${clean(say(lang, key, { ...params, reason: reasonOf(lang, cause ?? {}) }))}\n`);
    },
  };
}
