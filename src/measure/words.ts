import type { FigureCell } from './figures.js';
import { asReported, type Identity, type Linear, type Quotient, type Term, weightedSum } from './identity.js';
import type { Interval } from './interval.js';
import { printLike } from './printed.js';
import type { Repair } from './repair.js';
import { areaName } from './total-rows.js';

/** Terms of a sum that are written out; of longer ones the first, and how many more there are. */
const TERMS_SHOWN = 4;
/** Repairs that are written out; there may be more. */
const REPAIRS_SHOWN = 4;

/** The figure as its report prints it. */
function printedText(cell: FigureCell): string {
  return cell.figures[0].printed.text;
}

/** The indicator as its report names it, with area or period where they are not those of the finding. */
export function figureName(cell: FigureCell, base?: FigureCell): string {
  const area = base && base.area === cell.area ? '' : `${areaName(cell.area)} `;
  const period = base && base.span.key === cell.span.key ? '' : `${cell.span.label} `;
  return `${area}${period}${cell.figures[0].name}`;
}

/** Name and number of a figure beside that of the finding: `出生人数 15`. */
export function figureText(cell: FigureCell, base: FigureCell): string {
  return `${figureName(cell, base)} ${printedText(cell)}`;
}

/** The figure that a finding is about, as its evidence. */
export function evidenceOf(cell: FigureCell): { figure: string; printed: string } {
  return { figure: cell.figures[0].name, printed: printedText(cell) };
}

/** A broken identity as an equation, in figures as printed: `男性出生 6 + 女性出生 8 = 14 ≠ 出生人数 15`. */
export function equation(identity: Identity): string {
  return identity.kind === 'linear' ? sumText(identity) : quotientText(identity);
}

function sumText({ terms, relation, constant }: Linear): string {
  const last = terms.at(-1);
  if (!last) return '';
  const closed = last.factor < 0;
  const left = closed ? terms.slice(0, -1) : terms;
  const right = closed ? figureText(last.cell, (terms[0] ?? last).cell) : String(-constant);
  const total = numberText(weightedSum(left, asReported), last.cell);
  const shown = left.slice(0, TERMS_SHOWN).map((term, n) => termText(term, n, last.cell));
  const more = left.length > TERMS_SHOWN ? ` + …(${left.length})` : '';
  const sum = left.length > 1 ? ` = ${total}` : '';
  return `${shown.join('')}${more}${sum} ${relation === '=' ? '≠' : '>'} ${right}`;
}

function termText({ cell, factor }: Term, n: number, base: FigureCell): string {
  const sign = factor < 0 ? ' − ' : n > 0 ? ' + ' : '';
  return `${sign}${figureText(cell, base)}`;
}

function quotientText(identity: Quotient): string {
  const { rate, numerator, denominator, scale } = identity;
  const [above, below] = [sideText(numerator, rate), sideText(denominator, rate)];
  const value = recomputed(identity);
  return `${above} ÷ ${below} × ${scale} = ${value} ≠ ${figureText(rate, rate)}`;
}

function sideText(terms: readonly Term[], base: FigureCell): string {
  if (terms.length === 1 && terms[0]) return termText(terms[0], 0, base);
  const half = terms.length === 2 && terms.every(({ factor }) => factor === 0.5);
  if (half) return `(${terms.map((term, n) => termText({ ...term, factor: 1 }, n, base)).join('')}) ÷ 2`;
  return `(${terms.map((term, n) => termText(term, n, base)).join('')})`;
}

/** The rate that the middle of the inputs gives, printed like the reported one. */
export function recomputed(identity: Quotient): string {
  const { value, below } = middleRate(identity);
  return below <= 0 ? 'n/a' : printLike(value, Math.min(identity.rate.figures[0].printed.step, 0.01));
}

/** The middle of a numerator and a denominator as reported, and the rate that they give. */
export function middleRate(rate: Pick<Quotient, 'numerator' | 'denominator' | 'scale'>) {
  const above = middle(weightedSum(rate.numerator, asReported));
  const below = middle(weightedSum(rate.denominator, asReported));
  return { above, below, value: (above / below) * rate.scale };
}

export function middle({ low, high }: Interval): number {
  return (low + high) / 2;
}

/** What a figure would have to be, as its report would print it: one value, or what it lies between. */
export function numberText({ low, high }: Interval, like: FigureCell): string {
  const { step, scale } = like.figures[0].printed;
  const text = (value: number) => printLike(value / scale, step / scale);
  if (like.indicator.kind === 'rate') return text(middle({ low, high }));
  const [least, most] = [text(low), text(high)];
  if (least === most) return least;
  if (high > 1e12) return `≥ ${least}`;
  return low <= 0 ? `≤ ${most}` : `${least}–${most}`;
}

/** The repairs of a fault: `出生人数 15 → 14`, alternatives with a stroke between. */
export function repairsText(repairs: readonly Repair[], base: FigureCell): string {
  const shown = repairs.slice(0, REPAIRS_SHOWN).map((repair) => {
    const texts = [...repair].map(([cell, to]) => `${figureText(cell, base)} → ${numberText(to, cell)}`);
    return texts.join(' + ');
  });
  return [...shown, ...(repairs.length > REPAIRS_SHOWN ? ['…'] : [])].join(' / ');
}

/** Reported less true, with its sign, in the units of the report. */
export function differenceText(cell: FigureCell, wanted: number): string {
  const { value, step, scale } = cell.figures[0].printed;
  const text = printLike((value - wanted) / scale, step / scale);
  return value > wanted ? `+${text}` : text;
}
