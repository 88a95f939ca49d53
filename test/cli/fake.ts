import { expect } from 'vitest';
import { main } from '../../src/cli.js';
import type { Audit } from '../../src/commands/check.js';
import type { CommandContext } from '../../src/commands/context.js';
import type { Lang } from '../../src/model/language.js';
import type { Terminal } from '../../src/report/terminal.js';

export interface Run {
  code: number;
  out: string;
  err: string;
}

/** Runs the command line with a terminal that remembers and an audit that is given. */
export async function run(argv: string[], audit?: Audit, terminal: Partial<Terminal> = {}): Promise<Run> {
  const written = { out: '', err: '' };
  const code = await main(
    argv,
    {
      out: async (text) => {
        written.out += text;
      },
      err: (text) => {
        written.err += text;
      },
      live: false,
      screen: false,
      asks: false,
      width: 80,
      color: false,
      call: ['plumbline'],
      ...terminal,
    },
    audit,
  );
  return { code, ...written };
}

/** A command line that prints nowhere, to look at its commands. */
export function silentContext(lang: Lang): CommandContext {
  const terminal = {
    out: async () => {},
    err: () => {},
    ...{ live: false, screen: false, asks: false, width: 80, color: false, call: ['plumbline'] },
  };
  return { lang, argv: [], interrupted: 'cli.interrupted', finish: () => {}, terminal };
}

/** The result of an audit of these words, as JSON. */
export async function checkedJson(...words: string[]): Promise<string> {
  const { out, err } = await run(['check', ...words, '--format', 'json', '--fail-on', 'none']);
  expect(err).toBe('');
  return out;
}
