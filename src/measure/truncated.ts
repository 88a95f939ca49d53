import type { FigureCell } from './figures.js';
import { cellsOf, cutOff, type Identity, judge, type Quotient } from './identity.js';
import type { Impossible } from './impossible.js';
import { hull } from './interval.js';
import { firstAnchor, type Verdict } from './verdicts.js';
import { evidenceOf, recomputed } from './words.js';

/**
 * A rate that is cut off is known to a printed step; sums of rates must bear with that.
 *
 * @returns the quotients that show a rate to be cut off: once it is marked, rounded figures allow it
 */
export function markTruncated(
  identities: readonly Identity[],
  unexplained: readonly Impossible[],
): readonly Quotient[] {
  const judged = identities.filter(
    (identity): identity is Quotient => identity.kind === 'quotient' && judge(identity) === 'truncated',
  );
  const cut = unexplained.flatMap(({ cell, rounded }) => (rounded === undefined ? [] : [cell]));
  for (const rate of [...judged.map((quotient) => quotient.rate), ...cut]) {
    rate.truncated = true;
    rate.within = hull(rate.within, cutOff(rate));
  }
  // Of a rate that is reported twice nobody knows which one is meant: that is a finding of its own.
  return judged.filter(({ rate }) => !rate.conflict);
}

/** The notice of a rate that is cut off; a consequence where a figure that it is made of is itself found wrong. */
export function cutOffVerdict(identity: Quotient, suspected: ReadonlyMap<FigureCell, string>): Verdict {
  const { rate, numerator, denominator } = identity;
  const anchor = firstAnchor(cellsOf(identity), suspected);
  return {
    rule: 'totals/rate-truncated',
    suspects: [rate],
    others: [...numerator, ...denominator].map(({ cell }) => cell),
    ...(anchor === undefined ? {} : { cause: [anchor] }),
    evidence: { ...evidenceOf(rate), recomputed: recomputed(identity) },
  };
}
