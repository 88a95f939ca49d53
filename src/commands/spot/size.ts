import { say, UserError } from '../../messages/index.js';
import type { CommandContext } from '../context.js';
import type { Verb } from '../verb.js';
import { parseSizeOptions, type RawSizeOptions } from './size-options.js';

/** Adds `plumbline spot size`. */
export function registerSize(group: Verb, context: CommandContext): void {
  const { lang, terminal } = context;
  group
    .command('size')
    .description(say(lang, 'spot-size.about'))
    .option('--plan <plan>', say(lang, 'spot-size.plan-option'))
    .option('--population <n>', say(lang, 'spot-size.population-option'))
    .option('--tolerable-error <p>', say(lang, 'spot-size.error-option'))
    .option('--confidence <p>', say(lang, 'spot-size.confidence-option'))
    .option('--expected-rate <p>', say(lang, 'spot-size.rate-option'))
    .option('--convention <name>', say(lang, 'spot-size.convention-option'))
    .option('--target <p>', say(lang, 'spot-size.target-option'))
    .option('--lower <p>', say(lang, 'spot-size.lower-option'))
    .option('--sample <n>', say(lang, 'spot-size.sample-option'))
    .option('--alpha <p>', say(lang, 'spot-size.alpha-option'))
    .option('--beta <p>', say(lang, 'spot-size.beta-option'))
    .option('--aql <percent>', say(lang, 'spot-size.aql-option'))
    .option('--level <level>', say(lang, 'spot-size.level-option'))
    .option('--inspection <kind>', say(lang, 'spot-size.inspection-option'))
    .option('-f, --format <format>', say(lang, 'spot-size.format-option'))
    .action(async (raw: RawSizeOptions) => {
      const { question, format } = parseSizeOptions(raw);
      const { answer } = await import('../../spot/size/size.js');
      const answered = answer(question);
      if (answered === undefined) throw new UserError('spot-size.none');
      if (format === 'json') {
        const whole = { schema: 'plumbline.size/1', question, answer: answered };
        return terminal.out(`${JSON.stringify(whole, null, 2)}\n`);
      }
      const { sizeTable } = await import('../../spot/size/table.js');
      return terminal.out(sizeTable(question, answered, context));
    });
}
