import type { Cell } from './figures.js';
import { Block, type Frame } from './identities.js';
import { asReported, FIRM, type Identity, sumOf } from './identity.js';
import type { Rate } from './indicators/indicator.js';
import { product, times, wholeWithin } from './interval.js';
import type { Verdict } from './verdicts.js';
import { figureName, printedText } from './words.js';

/** Rates whose numerator nobody reports: does any whole number give what is printed? */
export function impossible(frame: Frame, identities: readonly Identity[]): Verdict[] {
  const judged = new Set(
    identities.flatMap((identity) => (identity.kind === 'quotient' ? [identity.rate] : [])),
  );
  return frame.reported.cells.values().flatMap((cell): Verdict[] => {
    const { indicator } = cell;
    if (indicator.kind !== 'rate' || judged.has(cell) || cell.conflict) return [];
    const denominator = possibleDenominator(cell, indicator, frame);
    if (denominator === undefined) return [];
    return [
      {
        rule: 'totals/rate-impossible',
        suspects: [cell],
        others: denominator,
        evidence: {
          figure: figureName(cell, cell),
          printed: printedText(cell),
          equation: denominator.map((of) => `${figureName(of, cell)} ${printedText(of)}`).join(' + '),
        },
      },
    ];
  });
}

/** The figures that the printed rate contradicts; undefined where some whole numerator gives it. */
function possibleDenominator(cell: Cell, rate: Rate, frame: Frame): Cell[] | undefined {
  const block = new Block(frame, cell.area, cell.span);
  const beyond = rate.share && (cell.within.low > rate.scale || cell.within.high < 0);
  if (rate.code === 'sex_ratio_at_birth') {
    const all = block.terms('births');
    if (!all) return undefined;
    const births = sumOf(all, asReported);
    const boys = (ratio: number) => (births.high * ratio) / (100 + ratio);
    const found = wholeWithin({ low: boys(cell.within.low), high: boys(cell.within.high) });
    return births.low === births.high && births.low > 0 && found.low > found.high ? cellsIn(all) : undefined;
  }
  const denominator = block.denominator(rate);
  if (!denominator || denominator.loose !== FIRM) return beyond ? [] : undefined;
  const below = sumOf(denominator.terms, asReported);
  if (beyond) return cellsIn(denominator.terms);
  if (below.low !== below.high || below.low <= 0 || rate.numerator.some((code) => code.startsWith('fees')))
    return undefined;
  const found = wholeWithin(times(product(cell.within, below), 1 / rate.scale));
  return found.low > found.high ? cellsIn(denominator.terms) : undefined;
}

function cellsIn(terms: readonly { cell: Cell }[]): Cell[] {
  return terms.map(({ cell }) => cell);
}
