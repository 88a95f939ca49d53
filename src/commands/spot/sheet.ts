import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { say, UserError } from '../../messages/index.js';
import type { Draw } from '../../model/draw.js';
import type { Lang } from '../../model/language.js';
import type { AreaSheets, SheetsOfDraw } from '../../spot/sheet/sheet.js';
import { sumOf } from '../../statistics/sum.js';
import { checkFolder } from '../annotate.js';
import { parseCheckOptions } from '../check-options.js';
import type { CommandContext } from '../context.js';
import { withProgress } from '../progress.js';
import type { Flags, Lists, Texts, Verb } from '../verb.js';
import { writeRendered } from '../write-out.js';

type RawOptions = Texts<'period' | 'asOf' | 'config' | 'memory' | 'threads'> &
  Lists<'point'> &
  Flags<'keepGoing' | 'reveal' | 'quiet'> & { out: string };

/** Adds `plumbline spot sheet DRAW.json PATHS…`. */
export function registerSheet(group: Verb, context: CommandContext): void {
  group
    .verb('sheet', 'spot-sheet.about')
    .takes('<draw>', 'spot-sheet.draw')
    .takes('<paths...>', 'cli.check-paths')
    .requires('-o, --out <dir>', 'spot-sheet.out-option')
    .with('--reveal', 'spot-sheet.reveal-option')
    .ledgerOptions()
    .with('--keep-going', 'cli.keep-going-option')
    .runOptions()
    .action((draw: string, paths: string[], raw: RawOptions) => writeSheets(draw, paths, raw, context));
}

/** Makes the sheets of a draw and writes them, all or none; their paths go to standard output. */
async function writeSheets(file: string, paths: string[], raw: RawOptions, context: CommandContext) {
  const { lang, terminal } = context;
  const { loadDraw } = await import('../../spot/draw/draw.js');
  const draw = await loadDraw(file);
  checkFolder(raw.out, paths, 'spot-sheet.inside');
  const { audit } = parseCheckOptions(paths, { ...raw, period: raw.period ?? draw.parameters.period }, lang);
  const { makeSheets } = await import('../../spot/sheet/sheet.js');
  const made = await withProgress(context, raw.quiet, ({ onProgress }) =>
    makeSheets(audit, draw, { onProgress }),
  );
  const files = made.areas.flatMap((area) => filesOf(raw.out, area, lang));
  for (const { target } of files)
    if (existsSync(target)) throw new UserError('spot-sheet.exists', { path: target });
  await mkdir(raw.out, { recursive: true });
  for (const { target, sheets } of files) {
    await writeRendered(target, { kind: 'workbook', sheets }, lang);
    await terminal.out(`${say(lang, 'cli.file-written', { path: target })}\n`);
  }
  context.finish(made.refused.length > 0 ? 3 : 0);
  if (!raw.quiet) for (const line of remarks(draw, made, context, audit.reveal)) terminal.err(`${line}\n`);
}

function filesOf(folder: string, { name, sheets, brief }: AreaSheets, lang: Lang) {
  const briefName = `${name}-${say(lang, 'spot-sheet.file-brief')}.xlsx`;
  return [
    { target: path.join(folder, `${name}.xlsx`), sheets },
    { target: path.join(folder, briefName), sheets: brief },
  ];
}

/** What was made, and what to mind: for standard error. */
function remarks(
  { code }: Draw,
  { areas, changed, refused }: SheetsOfDraw,
  { lang }: CommandContext,
  reveal: boolean | undefined,
): string[] {
  const sum = (part: 'drawn' | 'reserve' | 'cells') => sumOf(areas, (area) => area[part]);
  const numbers = { areas: areas.length, people: sum('drawn'), reserve: sum('reserve'), cells: sum('cells') };
  const lines = [say(lang, 'spot-sheet.summary', { code, ...numbers })];
  for (const { area, drawn, reserve } of areas)
    if (drawn + reserve === 0) lines.push(say(lang, 'spot-sheet.empty-area', { area: area.area }));
  if (changed.length > 0)
    lines.push(say(lang, 'spot-sheet.changed-files', { count: changed.length, path: changed[0] }));
  if (refused.length > 0)
    lines.push(say(lang, 'spot-sheet.incomplete', { count: refused.length, paths: refused.join(' ') }));
  return [...lines, say(lang, reveal ? 'spot-sheet.revealed' : 'spot-sheet.masked')];
}
