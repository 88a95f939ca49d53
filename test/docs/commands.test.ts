import { readdirSync, readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { buildProgram } from '../../src/commands/program.js';
import { silentContext } from '../cli/fake.js';

/** Every command that a page prints is one that the program takes. What they print is held by `test/slow/printed.test.ts`. */
const PAGES = [...readdirSync('docs').map((name) => `docs/${name}`), 'README.md', 'README.zh-CN.md'].filter(
  (name) => name.endsWith('.md'),
);

/** Lines that begin with the program, with those that continue them; usage lines hold brackets and are none. */
function commandsOf(page: string): string[] {
  const joined = readFileSync(page, 'utf8').replace(/ \\\n\s*/g, ' ');
  const lines = [...joined.matchAll(/^(?: {4}|\$ )(?:npm ci && )?(?:npx )?plumbline (.*)$/gm)];
  return lines.map(([, words = '']) => words).filter((words) => !/[[\]…]/.test(words));
}

/** Words as a shell hands them over, up to what it keeps to itself. */
function wordsOf(line: string): string[] {
  const [own = ''] = line.split(/ (?:[|>]|2>|&&|#)/);
  return [...own.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, plain]) => double ?? single ?? plain ?? '',
  );
}

/** The whole program, whose commands do nothing. */
function program(): Command {
  const built = buildProgram(silentContext('zh'));
  const still = (command: Command): void => {
    if (command.commands.length === 0) command.action(() => {});
    command.commands.forEach(still);
  };
  still(built);
  return built;
}

const PRINTED = PAGES.flatMap((page) => commandsOf(page).map((line): [string, string] => [page, line]));

describe('commands in pages', () => {
  it('are many', () => expect(PRINTED.length).toBeGreaterThan(60));

  it.each(PRINTED)('%s: plumbline %s', async (_, line) => {
    await expect(program().parseAsync(wordsOf(line), { from: 'user' })).resolves.toBeDefined();
  });
});
