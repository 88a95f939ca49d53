/** A stratum to share areas among: how many it has, and the weight it shares by. */
export interface StratumShare {
  stratum: string;
  /** Areas that can be drawn. */
  areas: number;
  weight: number;
}

/**
 * Shares areas among strata, one after the other: first one for each stratum, then each to the stratum with the highest
 * weight ÷ (2 × areas it has + 1), which is the method of Webster and Sainte-Laguë. A divisor method, since a larger
 * draw must contain the smaller one: no stratum ever loses an area when one more is drawn. Equal weights share equally.
 *
 * @param wanted areas in all; where there are fewer, every stratum gets all it has
 * @returns areas by stratum
 */
export function allocate(shares: readonly StratumShare[], wanted: number): Map<string, number> {
  const given = new Map(shares.map(({ stratum }) => [stratum, 0]));
  const has = ({ stratum }: StratumShare) => given.get(stratum) ?? 0;
  for (let left = wanted; left > 0; left--) {
    const open = shares.filter((share) => has(share) < share.areas);
    const next = open.reduce<StratumShare | undefined>(
      (best, share) => (best === undefined || before(share, has(share), best, has(best)) ? share : best),
      undefined,
    );
    if (!next) break;
    given.set(next.stratum, has(next) + 1);
  }
  return given;
}

/** Whether the next area goes to a rather than to b; ties by name, so that everyone gets the same. */
function before(a: StratumShare, hasA: number, b: StratumShare, hasB: number): boolean {
  if ((hasA === 0) !== (hasB === 0)) return hasA === 0;
  const difference = a.weight * (2 * hasB + 1) - b.weight * (2 * hasA + 1);
  return difference !== 0 ? difference > 0 : a.stratum < b.stratum;
}
