import { existsSync, readdirSync, statSync } from 'node:fs';
import { type MessageKey, say } from '../messages/index.js';
import type { Lang } from '../model/language.js';
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
  const prompts = await import('@clack/prompts');
  prompts.intro(say(lang, 'cli.guide-intro'));
  const folder = await folderAsked(prompts, lang);
  const ask = async (key: MessageKey, placeholder: string, defaultValue: string) => {
    const answer = await prompts.text({ message: say(lang, key), placeholder, defaultValue });
    return answered(prompts, lang, answer).trim();
  };
  const period = await ask('cli.guide-period', '2023-05', '');
  const file = `${say(lang, 'report.next-file')}.xlsx`;
  const report = await ask('cli.guide-report', file, file);
  const argv = [
    ...(lang === 'zh' ? [] : ['--lang', lang]),
    ...['check', folder],
    ...(period ? ['--period', period] : []),
    ...['--report', report],
  ];
  prompts.outro(say(lang, 'cli.guide-outro', { command: commandLine(terminal, argv) }));
  terminal.err('\n');
  return argv;
}

type Prompts = typeof import('@clack/prompts');

/** The answer; the process ends where somebody gave up. */
function answered({ cancel, isCancel }: Prompts, lang: Lang, answer: string | symbol): string {
  if (!isCancel(answer)) return answer as string;
  cancel(say(lang, 'cli.guide-cancelled'));
  process.exit(130);
}

/** One of the folders here, or one whose path is typed. */
async function folderAsked(prompts: Prompts, lang: Lang): Promise<string> {
  const other = '';
  const chosen = await prompts.select<string>({
    message: say(lang, 'cli.guide-folder'),
    showInstructions: false,
    options: [
      ...foldersHere().map((value) => ({ value, label: value })),
      { value: other, label: say(lang, 'cli.guide-other') },
    ],
  });
  const folder = answered(prompts, lang, chosen);
  if (folder !== other) return folder;
  const validate = (value: string | undefined) =>
    value && existsSync(value) ? undefined : say(lang, 'cli.guide-absent');
  return answered(prompts, lang, await prompts.text({ message: say(lang, 'cli.guide-path'), validate }));
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
