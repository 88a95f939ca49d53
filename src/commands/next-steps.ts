import { say } from '../messages/index.js';
import type { NextStep } from '../report/reporter.js';
import type { Terminal } from '../report/terminal.js';
import type { CommandContext } from './context.js';
import type { ReportRequest } from './hand-over.js';

/** What no shell takes for anything but itself. */
const PLAIN = /^[\p{L}\p{N}_./\\:=,@%+-]+$/u;

/** A word as a shell takes it back (that of Windows as well). */
function quoted(word: string): string {
  return PLAIN.test(word) ? word : `"${word.replace(/(["$`])/g, '\\$1')}"`;
}

/** A command line of this program, as it can be pasted into the shell that it was started from. */
export function commandLine({ call }: Pick<Terminal, 'call'>, argv: readonly string[]): string {
  return [...call, ...argv].map(quoted).join(' ');
}

/**
 * How to go on from the first screen: the same command, with what writes the list to work down, the page, or everything.
 * @param argv the words that the command line had
 */
export function nextSteps(
  { lang, argv, terminal }: Pick<CommandContext, 'lang' | 'argv' | 'terminal'>,
  requests: readonly ReportRequest[],
): NextStep[] {
  const words = argv.filter((word) => word !== '--brief');
  const same = commandLine(terminal, words);
  const name = say(lang, 'report.next-file');
  const written = new Set(requests.map(({ format }) => format));
  const files = [['report.next-list', 'xlsx'] as const, ['report.next-page', 'html'] as const];
  return [
    ...files
      .filter(([, format]) => !written.has(format))
      .map(([key, format]) => ({ key, command: `${same} --report ${name}.${format}` })),
    { key: 'report.next-all', command: `${same} --all` },
  ];
}
