import { Block, type Frame } from './block.js';
import type { FigureCell } from './figures.js';
import {
  asReported,
  cutOff,
  FIRM,
  type Identity,
  type Looseness,
  type Term,
  weightedSum,
} from './identity.js';
import type { Rate } from './indicators/indicator.js';
import { type Interval, isExact, wholeWithin } from './interval.js';
import { printLike } from './printed.js';
import { firstAnchor, type Verdict } from './verdicts.js';
import { evidenceOf, figureText } from './words.js';

/** A rate whose numerator nobody reports, and that no whole numerator gives rounded. */
export interface Impossible {
  cell: FigureCell;
  /** The figures that it contradicts. */
  denominator: FigureCell[];
  /** What the whole numerator that gives it cut off would give rounded; absent where there is none. */
  rounded?: number;
}

/** Rates whose numerator nobody reports: does any whole number give what is printed, rounded or at least cut off? */
export function impossible(frame: Frame, identities: readonly Identity[]): Impossible[] {
  const judged = new Set(
    identities.flatMap((identity) => (identity.kind === 'quotient' ? [identity.rate] : [])),
  );
  return frame.reported.cells.values().flatMap((cell): Impossible[] => {
    const { indicator } = cell;
    if (indicator.kind !== 'rate' || judged.has(cell) || cell.conflict) return [];
    const found = contradiction(cell, indicator, frame);
    return found ? [found] : [];
  });
}

/** The verdict on such a rate: it is cut off, or nothing gives it; a consequence where its denominator is found wrong. */
export function impossibleVerdict(
  { cell, denominator, rounded }: Impossible,
  suspected: ReadonlyMap<FigureCell, string>,
): Verdict {
  const cause = firstAnchor(denominator, suspected);
  const base = { suspects: [cell], others: denominator, ...(cause === undefined ? {} : { cause: [cause] }) };
  if (rounded !== undefined) {
    const { step } = cell.figures[0].printed;
    return {
      rule: 'totals/rate-truncated',
      ...base,
      evidence: { ...evidenceOf(cell), recomputed: printLike(rounded, step) },
    };
  }
  const equation = denominator.map((of) => figureText(of, cell)).join(' + ');
  return { rule: 'totals/rate-impossible', ...base, evidence: { ...evidenceOf(cell), equation } };
}

/** What the printed rate contradicts; undefined where some whole numerator gives it. */
function contradiction(cell: FigureCell, rate: Rate, frame: Frame): Impossible | undefined {
  const block = new Block(frame, cell.area, cell.span);
  const isRatio = rate.code === 'sex_ratio_at_birth';
  const below = isRatio ? firm(block.terms('births')) : block.denominator(rate);
  if (rate.share && (cell.within.low > rate.scale || cell.within.high < 0))
    return { cell, denominator: below && below.loose === FIRM ? cellsIn(below.terms) : [] };
  if (!below || below.loose !== FIRM || rate.numerator.some((code) => code.startsWith('fees')))
    return undefined;
  const whole = weightedSum(below.terms, asReported);
  if (!isExact(whole) || whole.low <= 0) return undefined;
  const parts = (value: number) => (whole.low * value) / (isRatio ? rate.scale + value : rate.scale);
  const wholesIn = ({ low, high }: Interval) => wholeWithin({ low: parts(low), high: parts(high) });
  if (!isNone(wholesIn(cell.within))) return undefined;
  const denominator = cellsIn(below.terms);
  const part = wholesIn(cutOff(cell));
  if (isNone(part)) return { cell, denominator };
  const rest = isRatio ? whole.low - part.high : whole.low;
  return rest > 0 ? { cell, denominator, rounded: (part.high / rest) * rate.scale } : { cell, denominator };
}

function isNone({ low, high }: Interval): boolean {
  return low > high;
}

function firm(terms: Term[] | undefined): { terms: Term[]; loose: Looseness } | undefined {
  return terms && { terms, loose: FIRM };
}

function cellsIn(terms: readonly { cell: FigureCell }[]): FigureCell[] {
  return terms.map(({ cell }) => cell);
}
