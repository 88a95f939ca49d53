import { existsSync } from 'node:fs';
import { say, UserError } from '../../messages/index.js';
import type { CompletedDraw } from '../../spot/draw/draw.js';
import type { CommandContext } from '../context.js';
import { withProgress } from '../progress.js';
import type { Verb } from '../verb.js';
import { writeAtomically } from '../write-out.js';
import { type DrawCommand, parseDrawOptions, type RawDrawOptions } from './draw-options.js';

/** Adds `plumbline spot draw PATHS…`. */
export function registerDraw(group: Verb, context: CommandContext): void {
  group
    .verb('draw', 'spot-draw.about')
    .takes('<paths...>', 'cli.check-paths')
    .with('--seed <text>', 'spot-draw.seed-option')
    .with('--areas <n>', 'spot-draw.areas-option')
    .with('--area-unit <unit>', 'spot-draw.unit-option')
    .with('--households <n>', 'spot-draw.households-option')
    .with('--records <n>', 'spot-draw.records-option')
    .with('--register <name>', 'spot-draw.register-option')
    .with('--point <name>', 'spot-draw.point-option')
    .with('-p, --period <period>', 'spot-draw.period-option')
    .with('--reserves <n>', 'spot-draw.reserves-option')
    .with('--reserve-areas <n>', 'spot-draw.reserve-areas-option')
    .with('--stratify <by>', 'spot-draw.stratify-option')
    .with('--allocation <how>', 'spot-draw.allocation-option')
    .with('--equal', 'spot-draw.equal-option')
    .with('--pps', 'spot-draw.pps-option')
    .with('--history <file>', 'spot-draw.history-option')
    .with('--rounds <k>', 'spot-draw.rounds-option')
    .with('--round <label>', 'spot-draw.round-option')
    .with('--verify <draw>', 'spot-draw.verify-option')
    .with('--extend <draw>', 'spot-draw.extend-option')
    .with('-o, --out <file>', 'spot-draw.out-option')
    .with('-f, --format <format>', 'spot-draw.format-option')
    .with('--config <file>', 'cli.config-option')
    .with('--keep-going', 'cli.keep-going-option')
    .runOptions()
    .ends((paths: string[], raw: RawDrawOptions) => {
      const command = parseDrawOptions(paths, raw, context.lang);
      return command.verb === 'verify' ? verify(command, context) : draw(command, context);
    });
}

type Asked<Verb extends DrawCommand['verb']> = Extract<DrawCommand, { verb: Verb }>;

/** Draws anew or extends, writes the files, and hands over the report. @returns 0, or 3 where files were refused */
async function draw(command: Asked<'draw' | 'extend'>, context: CommandContext): Promise<number> {
  const { lang, terminal } = context;
  const { out, format, quiet } = command;
  const { frameFile } = await import('../../spot/draw/draw.js');
  const files = out === undefined ? [] : [out, frameFile(out)];
  const inTheWay = files.find((path) => existsSync(path));
  if (inTheWay !== undefined) throw new UserError('spot-draw.in-the-way', { path: inTheWay });
  const drawn = await withProgress(context, quiet, ({ onProgress }) => drawnBy(command, { onProgress }));
  if (out !== undefined) await write(drawn, command, out, context);
  if (format === 'json') {
    const { drawText } = await import('../../spot/draw/parse-draw.js');
    await terminal.out(drawText(drawn.draw));
  } else {
    const { drawTable } = await import('../../spot/draw/table.js');
    await terminal.out(drawTable(drawn.draw, out, context));
  }
  if (!quiet && out !== undefined)
    for (const path of files) terminal.err(`${say(lang, 'cli.file-written', { path })}\n`);
  return drawn.draw.notes.some(({ code }) => code === 'refused') ? 3 : 0;
}

async function drawnBy(
  command: Asked<'draw' | 'extend'>,
  hooks: Parameters<typeof import('../../spot/draw/draw.js').draw>[2],
): Promise<CompletedDraw> {
  const { draw: drawAnew, extend } = await import('../../spot/draw/draw.js');
  if (command.verb === 'draw') return drawAnew(command.reading, command, hooks);
  return extend(command.reading, command, hooks);
}

/** The draw, its frame, and the history with this round in it. */
async function write(
  { draw: drawn, frame, history }: CompletedDraw,
  command: Asked<'draw' | 'extend'>,
  out: string,
  { lang }: CommandContext,
): Promise<void> {
  const { frameFile } = await import('../../spot/draw/draw.js');
  const { drawText } = await import('../../spot/draw/parse-draw.js');
  const { frameText } = await import('../../spot/draw/frame.js');
  await writeAtomically(frameFile(out), [frameText(frame.list)], lang);
  await writeAtomically(out, [drawText(drawn)], lang);
  if (!history || command.history === undefined || drawn.round === undefined) return;
  const { drawHistoryText, withRound } = await import('../../spot/draw/history.js');
  await writeAtomically(command.history, [drawHistoryText(withRound(history, drawn, drawn.round))], lang);
}

/** Repeats a draw and says whether it holds. @returns 0 where it does, 1 where it does not */
async function verify(command: Asked<'verify'>, context: CommandContext): Promise<number> {
  const { file, reading, format } = command;
  const { verifyDraw } = await import('../../spot/draw/draw.js');
  const verification = await withProgress(context, command.quiet, ({ onProgress }) =>
    verifyDraw(reading, command, { onProgress }),
  );
  if (format === 'json') {
    const whole = { schema: 'plumbline.verification/1', ...verification };
    await context.terminal.out(`${JSON.stringify(whole, null, 2)}\n`);
  } else {
    const { verificationText } = await import('../../spot/draw/verify-table.js');
    await context.terminal.out(verificationText(verification, file, context));
  }
  return verification.holds ? 0 : 1;
}
