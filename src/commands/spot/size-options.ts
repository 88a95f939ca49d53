import { UserError } from '../../messages/index.js';
import type { Question } from '../../spot/size/size.js';
import { AQLS, INSPECTION_LEVELS } from '../../statistics/plans/iso2859.js';
import { choice, foreignOption } from '../choice.js';
import type { Texts } from '../verb.js';

const PLANS = ['estimate', 'attribute', 'lqas', 'iso2859'] as const;
type PlanName = (typeof PLANS)[number];

/** Options as commander hands them over. */
export type RawSizeOptions = Texts<'plan' | 'population' | 'format' | (typeof OPTIONS)[PlanName][number]>;

/** What each plan is asked with, beside `--plan`, `--population` and `--format`. */
const OPTIONS = {
  estimate: ['tolerableError', 'confidence', 'expectedRate', 'convention'],
  attribute: ['tolerableError', 'confidence', 'expectedRate'],
  lqas: ['target', 'lower', 'sample', 'alpha', 'beta'],
  iso2859: ['aql', 'level', 'inspection'],
} as const satisfies Record<PlanName, readonly string[]>;
/** How far below the target the published LQAS tables set what should fail. */
const LQAS_GAP = 0.3;

/**
 * Words of the command line to a trusted question.
 * @throws UserError that names the option, its value and how to write it
 */
export function parseSizeOptions(raw: RawSizeOptions): { question: Question; format: 'table' | 'json' } {
  const plan = choice('--plan', raw.plan ?? 'estimate', PLANS);
  refuseOthers(plan, raw);
  const question = { estimate, attribute, lqas, iso2859 }[plan](raw);
  return { question, format: choice('--format', raw.format ?? 'table', ['table', 'json'] as const) };
}

/** An option of another plan would be silently without effect. */
function refuseOthers(plan: PlanName, raw: RawSizeOptions): void {
  const option = foreignOption(raw, ['plan', 'population', 'format', ...OPTIONS[plan]]);
  if (option !== undefined) throw new UserError('spot-size.not-of-plan', { option, plan });
}

/** What one plan asks. */
type Of<Plan extends PlanName> = Extract<Question, { plan: Plan }>;

function estimate(raw: RawSizeOptions): Of<'estimate'> {
  return {
    plan: 'estimate',
    population: population(raw, 1),
    error: share('--tolerable-error', raw.tolerableError ?? '5%'),
    confidence: share('--confidence', raw.confidence ?? '95%'),
    rate: share('--expected-rate', raw.expectedRate ?? '50%'),
    convention: choice('--convention', raw.convention ?? 'cochran', ['cochran', 'krejcie-morgan'] as const),
  };
}

function attribute(raw: RawSizeOptions): Of<'attribute'> {
  return {
    plan: 'attribute',
    population: population(raw, 1),
    tolerable: share('--tolerable-error', raw.tolerableError ?? '5%'),
    confidence: share('--confidence', raw.confidence ?? '95%'),
    rate: raw.expectedRate === undefined ? 0 : share('--expected-rate', raw.expectedRate),
  };
}

function lqas(raw: RawSizeOptions): Of<'lqas'> {
  const target = share('--target', needed('lqas', '--target', raw.target));
  const below = Math.max(0.01, Math.round((target - LQAS_GAP) * 1e6) / 1e6);
  const lower = raw.lower === undefined ? below : share('--lower', raw.lower);
  if (lower >= target) throw new UserError('spot-size.order', { lower, target });
  const all = population(raw, 1);
  const sample = raw.sample === undefined ? undefined : whole('--sample', raw.sample, 1);
  if (sample !== undefined && all !== undefined && sample > all)
    throw new UserError('spot-size.sample-above', { sample, population: all });
  const [rejectGood, acceptBad] = [share('--alpha', raw.alpha ?? '10%'), share('--beta', raw.beta ?? '10%')];
  return { plan: 'lqas', population: all, target, lower, sample, rejectGood, acceptBad };
}

function iso2859(raw: RawSizeOptions): Of<'iso2859'> {
  const aql = Number(needed('iso2859', '--aql', raw.aql).replace(/\s*[%％]$/, ''));
  choice('--aql', String(aql), AQLS.map(String));
  needed('iso2859', '--population', raw.population);
  return {
    plan: 'iso2859',
    population: population(raw, 2) as number,
    aql,
    level: choice('--level', raw.level ?? 'II', INSPECTION_LEVELS),
    inspection: choice('--inspection', raw.inspection ?? 'normal', ['normal', 'tightened'] as const),
  };
}

function population(raw: RawSizeOptions, low: number): number | undefined {
  return raw.population === undefined ? undefined : whole('--population', raw.population, low);
}

function needed(plan: PlanName, option: string, value: string | undefined): string {
  if (value === undefined) throw new UserError('spot-size.needs', { plan, option });
  return value;
}

function whole(option: string, value: string, low: number): number {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= low) return number;
  throw new UserError('spot-size.bad-count', { option, value, low });
}

/** `5%`, `5` or `0.05`: what is no fraction is per cent. */
function share(option: string, value: string): number {
  const [, digits, percent] = /^(\d*\.?\d+)(\s*[%％])?$/.exec(value.trim()) ?? [];
  const number = percent !== undefined || Number(digits) >= 1 ? Number(digits) / 100 : Number(digits);
  if (digits !== undefined && number > 0 && number < 1) return number;
  throw new UserError('spot-size.bad-share', { option, value });
}
