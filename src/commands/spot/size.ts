import { UserError } from '../../messages/index.js';
import type { CommandContext } from '../context.js';
import type { Verb } from '../verb.js';
import { parseSizeOptions, type RawSizeOptions } from './size-options.js';

/** Adds `plumbline spot size`. */
export function registerSize(group: Verb, context: CommandContext): void {
  const { terminal } = context;
  group
    .verb('size', 'spot-size.about')
    .with('--plan <plan>', 'spot-size.plan-option')
    .with('--population <n>', 'spot-size.population-option')
    .with('--tolerable-error <p>', 'spot-size.error-option')
    .with('--confidence <p>', 'spot-size.confidence-option')
    .with('--expected-rate <p>', 'spot-size.rate-option')
    .with('--convention <name>', 'spot-size.convention-option')
    .with('--target <p>', 'spot-size.target-option')
    .with('--lower <p>', 'spot-size.lower-option')
    .with('--sample <n>', 'spot-size.sample-option')
    .with('--alpha <p>', 'spot-size.alpha-option')
    .with('--beta <p>', 'spot-size.beta-option')
    .with('--aql <percent>', 'spot-size.aql-option')
    .with('--level <level>', 'spot-size.level-option')
    .with('--inspection <kind>', 'spot-size.inspection-option')
    .with('-f, --format <format>', 'spot-size.format-option')
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
