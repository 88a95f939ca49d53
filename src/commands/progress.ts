import { reasonOf } from '../files/system-error.js';
import type { AuditStep } from '../ingest/options.js';
import { type MessageKey, type MessageParams, say } from '../messages/index.js';
import type { Lang } from '../model/language.js';
import type { Terminal } from '../report/terminal.js';
import { clean, shorten } from '../report/text.js';
import type { CommandContext } from './context.js';

const ERASE_LINE = '\r\u001b[2K';

/** Before so many milliseconds nothing can be said of the time left. */
const WORTH_SAYING = 5_000;

/** The time that the rest of a step takes, if it goes on as before; nothing for what is soon done. */
function timeLeft(lang: Lang, elapsed: number, done: number, total: number): string {
  if (elapsed < WORTH_SAYING || done <= 0 || done >= total) return '';
  const seconds = Math.ceil((elapsed * (total - done)) / done / 1000);
  const time =
    seconds < 100
      ? say(lang, 'cli.seconds', { count: seconds })
      : say(lang, 'cli.minutes', { count: Math.round(seconds / 60) });
  return say(lang, 'cli.time-left', { time });
}

/** One line on standard error that says what is being done; silent where nobody watches. */
export function openProgress(terminal: Terminal, lang: Lang, quiet: boolean | undefined, now = Date.now) {
  let shown = '';
  let began: { step: AuditStep | undefined; at: number } = { step: undefined, at: 0 };
  const write = (line: string) => {
    if (line === shown) return;
    terminal.err(ERASE_LINE + line);
    shown = line;
  };
  return {
    onProgress(step: AuditStep, done: number, total: number, file?: string): void {
      if (quiet || !terminal.live) return;
      if (step !== began.step) began = { step, at: now() };
      const percent = total > 0 ? ` ${Math.floor((100 * Math.min(done, total)) / total)}%` : '';
      const rest = [timeLeft(lang, now() - began.at, done, total), clean(file ?? '')].filter(Boolean);
      const line = `${say(lang, `cli.step-${step}`)}${percent} … ${rest.join(' · ')}`.trimEnd();
      write(shorten(line, terminal.width - 1));
    },
    clear(): void {
      if (shown) write('');
    },
    /** Text for maintainers, who asked for it. */
    onPlan(text: string): void {
      if (shown) write('');
      terminal.err(text);
    },
    /** A sentence that stays, on a line of its own; said even where nobody watches. */
    onNotice(key: MessageKey, params: MessageParams, cause?: unknown): void {
      if (shown) write('');
      terminal.err(`${clean(say(lang, key, { ...params, reason: reasonOf(lang, cause ?? {}) }))}\n`);
    },
  };
}

type Progress = ReturnType<typeof openProgress>;

/** Works while a line says how far it is; the line goes, whatever becomes of the work. */
export async function withProgress<Result>(
  { terminal, lang }: Pick<CommandContext, 'terminal' | 'lang'>,
  quiet: boolean | undefined,
  work: (listener: Pick<Progress, 'onProgress' | 'onNotice'>, onPlan: Progress['onPlan']) => Promise<Result>,
): Promise<Result> {
  const { onPlan, clear, ...listener } = openProgress(terminal, lang, quiet);
  try {
    return await work(listener, onPlan);
  } finally {
    clear();
  }
}
