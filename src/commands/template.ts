import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { refusal } from '../files/system-error.js';
import { say, UserError } from '../messages/index.js';
import { nearestOf } from '../messages/nearest.js';
import { REGISTERS } from '../registers/index.js';
import { REGISTER_NAMES, type Register } from '../registers/types.js';
import { templateName, templateSheets } from '../simulate/template.js';
import { writeWorkbook } from '../workbook/workbook.js';
import type { CommandContext } from './context.js';
import type { Verb } from './verb.js';

/** Adds `plumbline template [REGISTER…] --out DIR`. */
export function registerTemplate(program: Verb, context: CommandContext): void {
  program
    .verb('template', 'template.about')
    .takes('[registers...]', 'template.registers')
    .requires('-o, --out <dir>', 'template.out-option')
    .action((names: string[], { out }: { out: string }) => writeTemplates(names, out, context));
}

/**
 * Writes one blank workbook per register, and prints their paths.
 *
 * @param names registers by canonical name, Chinese name or synonym; none for all
 * @param folder made where it is absent
 * @throws UserError for an unknown register, or where a file is in the way; then nothing is written
 */
export async function writeTemplates(
  names: readonly string[],
  folder: string,
  { lang, terminal }: Pick<CommandContext, 'lang' | 'terminal'>,
): Promise<void> {
  const registers = names.length > 0 ? new Set(names.map(registerOf)) : Object.values(REGISTERS);
  const files = [...registers].map((register) => ({
    register,
    path: join(folder, `${templateName(register, lang)}.xlsx`),
  }));
  const there = files.find(({ path }) => existsSync(path));
  if (there) throw new UserError('template.exists', { path: there.path });
  for (const { register, path } of files) {
    try {
      await mkdir(folder, { recursive: true });
      await writeWorkbook(path, templateSheets(register, lang), { overwrite: false });
    } catch (cause) {
      throw refusal(cause, 'template.not-writable', path, lang);
    }
    await terminal.out(`${say(lang, 'cli.file-written', { path })}\n`);
  }
}

function registerOf(name: string): Register {
  const found = Object.values(REGISTERS).find((register) => wordsOf(register).includes(name));
  if (found) return found;
  const nearest = nearestOf(name, Object.values(REGISTERS).flatMap(wordsOf));
  throw new UserError('cli.unknown-register', { name, nearest, valid: REGISTER_NAMES.join(', ') });
}

function wordsOf({ name, heading, synonyms }: Register): string[] {
  return [name, heading, ...synonyms];
}
