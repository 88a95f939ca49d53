import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { isSystemError } from '../files/system-error.js';
import { say, UserError } from '../messages/index.js';
import type { Lang } from '../model/language.js';
import type { SimulateOptions } from '../simulate/options.js';
import { sumOf } from '../statistics/sum.js';
import { choice } from './choice.js';
import type { CommandContext } from './context.js';
import type { Flags, Texts, Verb } from './verb.js';
import { writeAtomically, writeRendered } from './write-out.js';

const LAYOUTS = ['plain', 'messy'] as const;
const FORMATS = ['xlsx', 'csv'] as const;
const FEWEST_PEOPLE = 150;
/** A street of the monthly files has so many communities, unless told otherwise. */
const PER_STREET = 12;

/** Options as commander hands them over. */
type RawOptions = Record<
  'people' | 'communities' | 'seed' | 'year' | 'faults' | 'layout' | 'format' | 'notMet' | 'refused',
  string
> &
  Texts<'streets' | 'sheets'> &
  Flags<'months' | 'previous'> & { field?: string | true };

/** Adds `plumbline simulate DIR`. */
export function registerSimulate(program: Verb, context: CommandContext): void {
  const { lang, terminal } = context;
  program
    .verb('simulate', 'simulate.about')
    .takes('<dir>', 'simulate.dir')
    .with('--people <n>', 'simulate.people', '3000')
    .with('--communities <n>', 'simulate.communities', '3')
    .with('--seed <n>', 'simulate.seed', '1')
    .with('--year <year>', 'simulate.year', '2023')
    .with('--faults <rate>', 'simulate.faults', '0')
    .with('--layout <layout>', 'simulate.layout', 'plain')
    .with('-f, --format <format>', 'simulate.format', 'xlsx')
    .with('--months', 'simulate.months')
    .with('--previous', 'simulate.previous')
    .with('--streets <n>', 'simulate.streets')
    .with('--field [draw]', 'simulate.field')
    .with('--sheets <dir>', 'simulate.sheets')
    .with('--not-met <rate>', 'simulate.not-met', '0.05')
    .with('--refused <rate>', 'simulate.refused', '0.02')
    .action(async (dir: string, raw: RawOptions) => {
      const { field, sheets } = raw;
      if (typeof field === 'string' || sheets !== undefined) return fill(dir, raw, context);
      const options = parse(raw, lang);
      await mustBeEmpty(dir);
      const { simulate } = await import('../simulate/simulate.js');
      const { people, households, faults } = await simulate(dir, options, { field: field === true });
      const { communities, year } = options;
      const data = path.join(dir, 'data');
      const numbers = { people, households, faults, communities, year };
      await terminal.out(say(lang, 'simulate.done', { path: dir, data, ...numbers }));
    });
}

/** Fills in the sheets of a draw from a district that is there, and writes what scoring should find. */
async function fill(folder: string, raw: RawOptions, { lang, terminal }: CommandContext): Promise<void> {
  const { field, sheets } = raw;
  if (typeof field !== 'string' || sheets === undefined) throw new UserError('simulate.sheets-needed');
  const limits = { low: 0, high: 0.9, whole: false };
  const notMet = numberBetween('--not-met', raw.notMet, limits, lang);
  const refused = numberBetween('--refused', raw.refused, limits, lang);
  const { loadDraw } = await import('../spot/draw/draw.js');
  const draw = await loadDraw(field);
  const { fillSheets } = await import('../simulate/fill-sheets.js');
  const { files, truth } = await fillSheets({ folder, draw, sheets, notMet, refused });
  for (const { path: file, bytes } of files) await writeRendered(file, { kind: 'bytes', bytes }, lang);
  const target = path.join(folder, `field-${draw.code}.json`);
  await writeAtomically(target, [`${JSON.stringify(truth, null, 2)}\n`], lang);
  const sum = (count: (area: (typeof truth.areas)[number]) => number) => sumOf(truth.areas, count);
  const numbers = {
    files: files.length,
    people: sum(({ people }) => people.found),
    notFound: sum(({ people }) => people.notFound),
    added: sum(({ people }) => people.added),
    notMet: sum(({ households }) => households.notMet),
    refused: sum(({ households }) => households.refused),
  };
  await terminal.out(say(lang, 'simulate.filled', { ...numbers, truth: target }));
}

/**
 * Words of the command line to trusted options.
 * @throws UserError that names the option and what it takes
 */
function parse(raw: RawOptions, lang: Lang): SimulateOptions {
  const whole = (option: string, value: string, low: number, high: number): number =>
    numberBetween(option, value, { low, high, whole: true }, lang);
  const people = whole('--people', raw.people, FEWEST_PEOPLE, 50_000_000);
  const communities = whole('--communities', raw.communities, 1, 20_000);
  if (people < communities * FEWEST_PEOPLE) {
    throw new UserError('simulate.too-many-communities', { people, communities });
  }
  const streets = raw.streets ?? String(Math.ceil(communities / PER_STREET));
  const months = raw.months ? { streets: whole('--streets', streets, 1, communities) } : undefined;
  if (raw.streets !== undefined && !months) throw new UserError('simulate.streets-alone', {});
  return {
    people,
    communities,
    months,
    seed: whole('--seed', raw.seed, 0, 2 ** 31),
    year: whole('--year', raw.year, 1990, 2090),
    faults: numberBetween('--faults', raw.faults, { low: 0, high: 0.5, whole: false }, lang),
    layout: choice('--layout', raw.layout, LAYOUTS),
    format: choice('--format', raw.format, FORMATS),
    previous: raw.previous,
  };
}

function numberBetween(
  option: string,
  value: string,
  { low, high, whole }: { low: number; high: number; whole: boolean },
  lang: Lang,
): number {
  const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
  if (number >= low && number <= high && (!whole || Number.isInteger(number))) return number;
  const kind = say(lang, whole ? 'template.type-integer' : 'simulate.number');
  throw new UserError('simulate.bad-number', { option, value, low, high, kind });
}

/** Nothing is ever overwritten. */
async function mustBeEmpty(dir: string): Promise<void> {
  try {
    const entries = await readdir(dir);
    if (entries.length > 0) throw new UserError('simulate.not-empty', { path: dir });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENOTDIR') throw new UserError('simulate.not-a-folder', { path: dir });
    if (error.code !== 'ENOENT') throw error;
  }
}
