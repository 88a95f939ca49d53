import { Block, type Frame } from './block.js';
import type { FigureCell, Reported } from './figures.js';
import type { Quotient } from './identity.js';
import type { Rate } from './indicators/indicator.js';
import { exactly, type Interval } from './interval.js';
import type { Printed } from './printed.js';
import { figureName, middle, middleRate } from './words.js';

/** The nearest innocent explanation of a wrong figure: a word of `messages/`, and what it is like. */
export interface Explanation {
  detail: string;
  resembles?: string;
}

/** Counts below this are like one another by chance. */
const TELLING = 100;

/**
 * Why a rate may have been printed as it is: another population, turned round, per cent for per mille, digits swapped,
 * or the value of another indicator or period of the same area.
 */
export function explainRate(identity: Quotient, frame: Frame): Explanation | undefined {
  const { rate, denominator, scale } = identity;
  const { value, step } = rate.figures[0].printed;
  const { above, below, value: right } = middleRate(identity);
  const like = (other: number) => Number.isFinite(other) && Math.abs(other - value) <= step / 2 + 1e-9;
  if (below !== 0 && isSlip(rate.figures[0].printed, exactly(right))) return { detail: 'digits-swapped' };
  if (like(right * 10) || like(right / 10)) return { detail: 'per-mille' };
  if (like((below / above) * scale)) return { detail: 'turned-round' };
  for (const { cell, factor } of denominator) {
    if (factor === 0.5 && like((above / middle(cell.within)) * scale)) {
      return { detail: cell.indicator.code === 'population_end' ? 'end-population' : 'start-population' };
    }
  }
  return otherValue(rate, like, frame);
}

/** Another rate of the same area, recomputed, that would be printed like this one. */
function otherValue(
  rate: FigureCell,
  like: (value: number) => boolean,
  frame: Frame,
): Explanation | undefined {
  const rates = frame.catalogue.all.filter(
    (one): one is Rate => one.kind === 'rate' && one.unit === rate.indicator.unit,
  );
  const spans = [rate.span, ...[...frame.reported.spans.values()].filter((span) => span !== rate.span)];
  for (const span of spans) {
    const block = new Block(frame, rate.area, span);
    for (const one of rates) {
      if (one.code === rate.indicator.code && span === rate.span) continue;
      const [numerator, denominator] = [block.numerator(one), block.denominator(one)];
      if (!numerator || !denominator) continue;
      const { below, value } = middleRate({ numerator, denominator: denominator.terms, scale: one.scale });
      if (below > 0 && like(value)) return { detail: 'other-value', resembles: `${span.label} ${one.name}` };
    }
  }
  return undefined;
}

/** Why a figure may have been printed as it is, where it is known what should be printed. */
export function explainValue(
  cell: FigureCell,
  wanted: Interval,
  reported: Reported,
): Explanation | undefined {
  const { value } = cell.figures[0].printed;
  if (isSlip(cell.figures[0].printed, wanted)) return { detail: 'digits-swapped' };
  if (value < TELLING || cell.indicator.kind === 'rate') return undefined;
  for (const other of reported.cells.ofArea(cell.area)) {
    if (other === cell || other.indicator.kind !== 'count') continue;
    const isNear = other.span.key === cell.span.key || other.indicator.code === cell.indicator.code;
    if (isNear && other.figures[0].printed.value === value) {
      return { detail: 'other-value', resembles: figureName(other) };
    }
  }
  return undefined;
}

/** Whether the figure would be right if two neighbouring digits changed places. */
function isSlip({ text, step, scale }: Printed, wanted: Interval): boolean {
  const digits = text.replaceAll(',', '');
  const right = { low: wanted.low - step / 2, high: wanted.high + step / 2 };
  return [...digits].some((digit, n) => {
    const next = digits[n + 1];
    if (next === undefined || next === digit || !/\d\d/.test(digit + next)) return false;
    const value = Number.parseFloat(digits.slice(0, n) + next + digit + digits.slice(n + 2)) * scale;
    return right.low < value && value < right.high;
  });
}
