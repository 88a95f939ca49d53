import { say } from '../messages/index.js';
import type { CommandContext } from './context.js';
import { registerDraw } from './spot/draw.js';
import { registerScore } from './spot/score.js';
import { registerSheet } from './spot/sheet.js';
import { registerSize } from './spot/size.js';
import type { Verb } from './verb.js';

/** Adds `plumbline spot`, the group of what an inspector does; each verb is a file of its own. */
export function registerSpot(program: Verb, context: CommandContext): void {
  const group = program.command('spot').description(say(context.lang, 'spot.about'));
  registerSize(group, context);
  registerDraw(group, context);
  registerSheet(group, context);
  registerScore(group, context);
}
