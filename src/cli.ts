import { Command, CommanderError } from 'commander';
import { registerAccept } from './commands/accept.js';
import { registerAssess } from './commands/assess.js';
import { registerCache } from './commands/cache.js';
import { type Audit, realAudit, registerCheck } from './commands/check.js';
import { choice } from './commands/choice.js';
import { type CommandContext, processTerminal } from './commands/context.js';
import { registerDiff } from './commands/diff.js';
import { explain } from './commands/explain-error.js';
import { configureHelp } from './commands/help.js';
import { registerRates } from './commands/rates.js';
import { registerReport } from './commands/report.js';
import { registerRules } from './commands/rules.js';
import { registerSimulate } from './commands/simulate.js';
import { registerSpot } from './commands/spot.js';
import { registerTemplate } from './commands/template.js';
import { registerYearEnd } from './commands/yearend.js';
import { say } from './messages/index.js';
import { LANGS, type Lang } from './model/language.js';
import type { Terminal } from './report/terminal.js';
import { clean } from './report/text.js';
import { VERSION } from './version.js';

/**
 * The command line. Nothing deeper prints or exits.
 * @param argv the words after `plumbline`
 * @returns exit code: 0 clean, 1 findings, 2 could not audit, 3 audited in part, 130 interrupted
 */
export async function main(
  argv: string[],
  terminal: Terminal = processTerminal(),
  audit?: Audit,
): Promise<number> {
  const lang = langOf(argv);
  const stopWatching = exitOnSignals();
  try {
    return await run(
      argv,
      lang,
      argv.includes('--no-color') ? { ...terminal, color: false } : terminal,
      audit,
    );
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    terminal.err(`${explain(error, lang).split('\n').map(clean).join('\n')}\n`);
    if (argv.includes('--debug') && error instanceof Error) terminal.err(`${error.stack}\n`);
    return 2;
  } finally {
    stopWatching();
  }
}

async function run(argv: string[], lang: Lang, terminal: Terminal, audit?: Audit): Promise<number> {
  let code = 0;
  const context: CommandContext = {
    lang,
    terminal,
    argv,
    finish: (given) => {
      code = given;
    },
  };
  const program = buildProgram(context, audit);
  if (argv.length === 0) {
    terminal.err(program.helpInformation());
    return 2;
  }
  await program.parseAsync(argv, { from: 'user' });
  return code;
}

function buildProgram(context: CommandContext, audit?: Audit): Command {
  const { lang, terminal } = context;
  const program = new Command('plumbline')
    .description(say(lang, 'cli.about'))
    .version(VERSION, '-V, --version', say(lang, 'cli.version-option'))
    .option('--lang <lang>', say(lang, 'cli.lang-option'), (value: string) => choice('--lang', value, LANGS))
    .option('--no-color', say(lang, 'cli.color-option'))
    .option('--debug', say(lang, 'cli.debug-option'))
    .exitOverride()
    .configureOutput({ writeOut: (text) => void terminal.out(text), writeErr: () => {} });
  configureHelp(program, lang, terminal.width);
  registerCheck(program, context, audit);
  registerRates(program, context, audit);
  registerReport(program, context);
  registerAssess(program, context);
  registerDiff(program, context);
  registerAccept(program, context, audit ?? realAudit);
  registerCache(program, context);
  registerRules(program, context);
  registerTemplate(program, context);
  registerSimulate(program, context);
  registerYearEnd(program, context, audit ?? realAudit);
  registerSpot(program, context);
  return program;
}

/** Read before everything else, since help and complaints about other options are in this language too. */
function langOf(argv: string[]): Lang {
  const at = argv.lastIndexOf('--lang');
  const value = at >= 0 ? argv[at + 1] : argv.findLast((word) => word.startsWith('--lang='))?.slice(7);
  return value === 'en' ? 'en' : 'zh';
}

/** An interrupted run leaves at once, but through `exit`, so that private folders are deleted. */
function exitOnSignals(): () => void {
  const leave = () => process.exit(130);
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.on(signal, leave);
  return () => {
    for (const signal of signals) process.off(signal, leave);
  };
}
