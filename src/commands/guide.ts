import { existsSync, readdirSync, statSync } from 'node:fs';
import { say } from '../messages/index.js';
import type { CommandContext } from './context.js';
import { commandLine } from './next-steps.js';

/** A folder named so is more likely meant than others. */
const LIKELY = /台账|台帐|户卡|资料|登记|系统|\d{4}/;
const FIRST_ANSWERS = 8;

/**
 * Asks what folder, which period and where to write, for whoever starts the program without a word.
 * @returns the words of the command line that does what was answered; they are printed, to be used next time
 */
export async function guide({ lang, terminal }: CommandContext): Promise<string[]> {
  const { cancel, intro, isCancel, outro, select, text } = await import('@clack/prompts');
  const answered = (answer: string | symbol): string => {
    if (!isCancel(answer)) return answer as string;
    cancel(say(lang, 'cli.guide-cancelled'));
    process.exit(130);
  };
  intro(say(lang, 'cli.guide-intro'));
  const other = '';
  const chosen = answered(
    await select<string>({
      message: say(lang, 'cli.guide-folder'),
      showInstructions: false,
      options: [
        ...foldersHere().map((value) => ({ value, label: value })),
        { value: other, label: say(lang, 'cli.guide-other') },
      ],
    }),
  );
  const exists = (value: string | undefined) =>
    value && existsSync(value) ? undefined : say(lang, 'cli.guide-absent');
  const folder =
    chosen === other
      ? answered(await text({ message: say(lang, 'cli.guide-path'), validate: exists }))
      : chosen;
  const period = answered(
    await text({ message: say(lang, 'cli.guide-period'), placeholder: '2023-05', defaultValue: '' }),
  );
  const file = `${say(lang, 'report.next-file')}.xlsx`;
  const report = answered(
    await text({ message: say(lang, 'cli.guide-report'), placeholder: file, defaultValue: file }),
  );
  const argv = [
    ...(lang === 'zh' ? [] : ['--lang', lang]),
    'check',
    folder,
    ...(period.trim() ? ['--period', period.trim()] : []),
    ...['--report', report.trim()],
  ];
  outro(say(lang, 'cli.guide-outro', { command: commandLine(terminal, argv) }));
  terminal.err('\n');
  return argv;
}

/** Folders of the working folder, those that sound like ledgers first. */
function foldersHere(): string[] {
  const names = readdirSync('.').filter((name) => !name.startsWith('.') && isFolder(name));
  const likely = (name: string) => (LIKELY.test(name) ? 0 : 1);
  return names.sort((a, b) => likely(a) - likely(b) || (a < b ? -1 : 1)).slice(0, FIRST_ANSWERS);
}

function isFolder(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
