import { say } from '../messages/index.js';
import { LANGS } from '../model/language.js';
import { VERSION } from '../version.js';
import { registerAccept } from './accept.js';
import { registerAssess } from './assess.js';
import { registerCache } from './cache.js';
import { type Audit, realAudit, registerCheck } from './check.js';
import { choice } from './choice.js';
import { registerComplete } from './complete.js';
import type { CommandContext } from './context.js';
import { registerDiff } from './diff.js';
import { configureHelp } from './help.js';
import { registerInit } from './init.js';
import { registerLoad } from './load.js';
import { registerRates } from './rates.js';
import { registerReport } from './report.js';
import { registerRules } from './rules.js';
import { registerSimulate } from './simulate.js';
import { registerDraw } from './spot/draw.js';
import { registerScore } from './spot/score.js';
import { registerSheet } from './spot/sheet.js';
import { registerSize } from './spot/size.js';
import { registerTemplate } from './template.js';
import { Verb } from './verb.js';
import { registerYearEnd } from './yearend.js';

/** Every command, in the groups in which help lists them. */
export function buildProgram(context: CommandContext, audit: Audit = realAudit): Verb {
  const { lang, terminal } = context;
  const program = new Verb('plumbline', context)
    .description(say(lang, 'cli.about'))
    .version(VERSION, '-V, --version', say(lang, 'cli.version-option'))
    .option('--lang <lang>', say(lang, 'cli.lang-option'), (value: string) => choice('--lang', value, LANGS))
    .with('--no-color', 'cli.color-option')
    .with('--debug', 'cli.debug-option')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void terminal.out(text),
      writeErr: terminal.err,
      // Complaints are worded by `usageError`.
      outputError: () => {},
    });
  configureHelp(program, lang, terminal.width);
  program.commandsGroup(say(lang, 'cli.group-check'));
  registerCheck(program, context, audit);
  registerRates(program, context, audit);
  registerYearEnd(program, context, audit);
  program.commandsGroup(say(lang, 'cli.group-results'));
  registerReport(program, context);
  registerDiff(program, context);
  registerAccept(program, context, audit);
  registerAssess(program, context);
  program.commandsGroup(say(lang, 'cli.group-spot'));
  registerSpot(program, context);
  program.commandsGroup(say(lang, 'cli.group-setup'));
  registerInit(program, context);
  registerTemplate(program, context);
  registerLoad(program, context);
  registerRules(program, context);
  registerSimulate(program, context);
  registerCache(program, context);
  registerComplete(program, context);
  return program;
}

/** Adds `plumbline spot`, the group of what an inspector does; each verb is a file of its own. */
function registerSpot(program: Verb, context: CommandContext): void {
  const group = program.verb('spot', 'spot.about');
  registerSize(group, context);
  registerDraw(group, context);
  registerSheet(group, context);
  registerScore(group, context);
}
