import { UserError } from '../../messages/index.js';
import { nearestOf } from '../../messages/nearest.js';
import type { Lang } from '../../model/language.js';
import { REGISTERS } from '../../registers/index.js';
import type { RegisterName } from '../../registers/types.js';
import { clean } from '../../report/text.js';
import type { DrawOptions, ExtendOptions, Larger, VerifyOptions } from '../../spot/draw/draw.js';
import type { AskedParameters, Reading } from '../../spot/draw/read-frame.js';
import { parseCheckOptions } from '../check-options.js';
import { choice, foreignOption } from '../choice.js';
import type { Flags, Texts } from '../verb.js';

/** Options as commander hands them over. */
export type RawDrawOptions = Texts<'period' | 'config' | 'memory' | 'threads' | 'format' | 'out'> &
  Texts<'seed' | 'areas' | 'areaUnit' | 'households' | 'records' | 'register' | 'point' | 'reserves'> &
  Texts<'reserveAreas' | 'stratify' | 'allocation' | 'history' | 'rounds' | 'round' | 'verify' | 'extend'> &
  Flags<'keepGoing' | 'quiet' | 'equal' | 'pps'>;

/** What every form of the command takes. */
interface Common {
  reading: Reading;
  format: 'table' | 'json';
  quiet?: boolean | undefined;
}

export type DrawCommand = Common &
  (
    | ({ verb: 'verify' } & VerifyOptions)
    | ({ verb: 'extend'; out?: string | undefined } & ExtendOptions)
    | ({ verb: 'draw'; out?: string | undefined } & DrawOptions)
  );

const COMMON = ['config', 'keepGoing', 'quiet', 'memory', 'threads', 'format'];
const VERIFY = ['verify', 'seed', 'history', ...COMMON];
const LARGER = ['areas', 'households', 'records', 'reserves', 'reserveAreas'];
const EXTEND = ['extend', 'history', 'out', ...LARGER, ...COMMON];

/**
 * Words of the command line to a trusted command: draw, extend or verify.
 * @throws UserError that names the option, its value and how to write it
 */
export function parseDrawOptions(paths: string[], raw: RawDrawOptions, lang: Lang): DrawCommand {
  const { config, keepGoing, quiet, memory, threads } = raw;
  const { audit } = parseCheckOptions(paths, { config, keepGoing, memory, threads }, lang);
  const common: Common = {
    reading: audit,
    format: choice('--format', raw.format ?? 'table', ['table', 'json'] as const),
    quiet,
  };
  if (raw.verify !== undefined) {
    refuseOthers('--verify', VERIFY, raw);
    return { ...common, verb: 'verify', file: raw.verify, seed: raw.seed?.trim(), history: raw.history };
  }
  if (raw.extend !== undefined) {
    refuseOthers('--extend', EXTEND, raw);
    const { extend: file, out, history } = raw;
    return { ...common, verb: 'extend', file, larger: largerOf(raw), out, history };
  }
  return { ...common, verb: 'draw', ...freshDraw(raw) };
}

function freshDraw(raw: RawDrawOptions) {
  const seed = raw.seed?.trim() ?? '';
  if (seed === '') throw new UserError('spot-draw.no-seed');
  if (clean(seed) !== seed) throw new UserError('spot-draw.bad-seed');
  if (raw.history === undefined) needs('--rounds', raw.rounds, '--history');
  if (raw.out !== undefined && raw.round === undefined) needs('--history', raw.history, '--round');
  return { seed, round: raw.round, parameters: parametersOf(raw), history: raw.history, out: raw.out };
}

function parametersOf(raw: RawDrawOptions): AskedParameters {
  const units = unitsOf(raw);
  if (raw.equal && raw.pps) throw new UserError('spot-draw.together', { option: '--equal', other: '--pps' });
  return {
    areaKind: choice('--area-unit', raw.areaUnit ?? 'community', ['community', 'building'] as const),
    ...units,
    ...(raw.areas === undefined ? {} : { areas: whole('--areas', raw.areas, 1) }),
    reserveAreas: raw.reserveAreas === undefined ? 0 : whole('--reserve-areas', raw.reserveAreas, 0),
    reserveUnits: raw.reserves === undefined ? 0 : whole('--reserves', raw.reserves, 0),
    stratify: choice('--stratify', raw.stratify ?? 'none', ['street', 'none'] as const),
    allocation: choice('--allocation', raw.allocation ?? 'proportional', ['equal', 'proportional'] as const),
    selection: raw.pps ? 'size' : 'equal',
    rounds: raw.history === undefined ? 0 : whole('--rounds', raw.rounds ?? '1', 1),
  };
}

type Units = Pick<AskedParameters, 'unitKind' | 'units' | 'register' | 'point' | 'period'>;

function unitsOf({ households, records, register, point, period }: RawDrawOptions): Units {
  if (records === undefined) {
    needs('--register', register, '--records');
    needs('--point', point, '--records');
    if (households === undefined) return { unitKind: 'area' };
    return { unitKind: 'household', units: whole('--households', households, 1) };
  }
  if (households !== undefined)
    throw new UserError('spot-draw.together', { option: '--records', other: '--households' });
  if (register === undefined)
    throw new UserError('spot-draw.needs', { option: '--records', other: '--register' });
  const units = whole('--records', records, 1);
  return { unitKind: 'record', units, register: registerOf(register), point, period };
}

function largerOf(raw: RawDrawOptions): Larger {
  const { areas, households, records, reserves, reserveAreas } = raw;
  const units = households ?? records;
  const option = households === undefined ? '--records' : '--households';
  const larger = {
    ...(areas === undefined ? {} : { areas: whole('--areas', areas, 1) }),
    ...(units === undefined ? {} : { units: whole(option, units, 1) }),
    ...(reserves === undefined ? {} : { reserveUnits: whole('--reserves', reserves, 0) }),
    ...(reserveAreas === undefined ? {} : { reserveAreas: whole('--reserve-areas', reserveAreas, 0) }),
  };
  if (Object.keys(larger).length === 0) throw new UserError('spot-draw.nothing-larger');
  return larger;
}

/** An option that has no meaning here would be silently without effect. */
function refuseOthers(option: string, known: readonly string[], raw: RawDrawOptions): void {
  const other = foreignOption(raw, known);
  if (other !== undefined) throw new UserError('spot-draw.together', { option, other });
}

function needs(option: string, value: string | undefined, other: string): void {
  if (value !== undefined) throw new UserError('spot-draw.needs', { option, other });
}

function registerOf(name: string): RegisterName {
  const registers = Object.values(REGISTERS).filter((one) => one.mentions.length > 0);
  const words = (one: (typeof registers)[number]) => [one.name, one.heading, ...one.synonyms];
  const found = registers.find((one) => words(one).includes(name));
  if (found) return found.name;
  const valid = registers.map((one) => one.name).join(' ');
  throw new UserError('cli.unknown-register', {
    name,
    nearest: nearestOf(name, registers.flatMap(words)),
    valid,
  });
}

function whole(option: string, value: string, low: number): number {
  const number = /^\d{1,7}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= low && number <= 1_000_000) return number;
  throw new UserError('spot-draw.bad-count', { option, value, low });
}
