import { components } from '../../../src/match/components.js';
import { KINDS } from '../../../src/match/events/kinds/index.js';
import type { EventKind, Likeness } from '../../../src/match/events/kinds/kind.js';
import type { Store } from '../../../src/store/store.js';
import { type Claim, type Placed, putClaims } from './claims.js';

interface Pair {
  claim: number;
  other: number;
  repeats: boolean;
  apart: boolean;
  rank: number | null;
  cost: number;
}

interface Candidate {
  unit: number;
  event: number;
  cost: number;
  rank: number;
  unitFps: number[];
  eventFps: number[];
}

/**
 * Events as the domain says it, claim by claim: every claim is held against every other of its kind, kinds one after the
 * other, claimants one after the other. What the set work of `src/match/events` must come to.
 */
export async function placedOneByOne(store: Store, claims: readonly Claim[]): Promise<Placed[]> {
  await putClaims(store, claims);
  const results: Placed[] = [];
  for (const kind of KINDS) {
    const pairs = await store.all<Pair>(allPairs(kind));
    results.push(
      ...placedOf(
        kind,
        claims.filter((claim) => claim.kind === kind.name),
        pairs,
      ),
    );
  }
  return results.sort((a, b) => a.claim - b.claim);
}

function alike({ by, only, unless = [], and }: Likeness): string {
  const equal = by.map((term) =>
    typeof term === 'string' ? `s.${term} = c.${term}` : `s.${term[0]} = c.${term[1]}`,
  );
  const flags = unless.flatMap((flag) => [`s.${flag}`, `c.${flag}`]).join(' AND ');
  return [...equal, only ?? 'TRUE', flags ? `NOT (${flags})` : 'TRUE', and ?? 'TRUE'].join(' AND ');
}

/** The points of two claims for one value. */
function pointsFor([value, [agrees, differs]]: [string, readonly [number, number]]): string {
  return `CASE WHEN s.${value} = c.${value} THEN ${agrees} WHEN s.${value} <> c.${value} THEN -${differs} ELSE 0 END`;
}

function allPairs({ name, same, shown, keys, score, apart }: EventKind): string {
  const any = (likenesses: readonly Likeness[]) =>
    likenesses.map((one) => `(${alike(one)})`).join(' OR ') || 'FALSE';
  return `SELECT *, (500 - score) * 100000 + LEAST(days, 99999) AS cost FROM (
    SELECT s.claim, c.claim AS other, COALESCE(CASE WHEN s.is_primary THEN ${any(same)} ELSE ${any(shown)} END, FALSE) AS repeats,
      COALESCE(${apart ?? 'FALSE'}, FALSE) AS apart, CASE ${keys.map((key, rank) => `WHEN ${alike(key)} THEN ${rank}`).join(' ')} END AS rank,
      ${Object.entries(score).map(pointsFor).join(' + ')} AS score, COALESCE(ABS(days_between(s.date, c.date)), 0) AS days
    FROM claims s JOIN claims c ON c.claim <> s.claim CROSS JOIN run
    WHERE s.kind = '${name}' AND c.kind = '${name}') AS compared`;
}

function placedOf(kind: EventKind, claims: readonly Claim[], pairs: readonly Pair[]): Placed[] {
  const byNumber = new Map(claims.map((claim) => [claim.claim, claim]));
  const about = (claim: number) => byNumber.get(claim) as Claim;
  const within = (a: number, b: number) => about(a).turn === about(b).turn;
  const digits = (claim: number) => String(claim).padStart(9, '0');
  const roots = components(
    pairs
      .filter(({ claim, other, repeats }) => repeats && within(claim, other) && claim < other)
      .map(({ claim, other }) => [digits(claim), digits(other)]),
  );
  const unitOf = (claim: number) => Number(roots.get(digits(claim)) ?? claim);
  const members = (unit: number) =>
    claims.filter(({ claim }) => unitOf(claim) === unit).map(({ claim }) => claim);
  const events = new Map<number, { event: number; key?: string }>();
  const turns = [...new Set(claims.map(({ turn }) => turn))].sort((a, b) => a - b);
  for (const turn of turns) {
    const units = [
      ...new Set(claims.filter((claim) => claim.turn === turn).map(({ claim }) => unitOf(claim))),
    ];
    const earlier = new Map(events);
    let candidates = candidatesOf(pairs.filter((pair) => about(pair.claim).turn === turn));
    const all = candidates;
    const taken: Candidate[] = [];
    for (;;) {
      const best = candidates.filter(
        (one) =>
          candidates.every((other) => other.unit !== one.unit || before(one, other, 'event')) &&
          candidates.every((other) => other.event !== one.event || before(one, other, 'unit')),
      );
      if (best.length === 0) break;
      taken.push(...best);
      candidates = candidates.filter(
        ({ unit, event }) => !best.some((one) => one.unit === unit || one.event === event),
      );
    }
    for (const unit of units) {
      const mine = taken.find((one) => one.unit === unit) ?? attached(unit);
      events.set(unit, mine ? { event: mine.event, key: kind.keys[mine.rank]?.name ?? '' } : { event: unit });
    }

    function candidatesOf(found: readonly Pair[]): Candidate[] {
      const byPlace = new Map<string, Candidate>();
      for (const { claim, other, rank, cost } of found) {
        const event = earlier.get(unitOf(other))?.event;
        if (rank === null || event === undefined || about(other).turn >= turn) continue;
        const unit = unitOf(claim);
        const id = `${unit} ${event}`;
        const known = byPlace.get(id);
        const whole = rank * 1e9 + cost;
        byPlace.set(id, {
          unit,
          event,
          cost: Math.min(known?.cost ?? whole, whole),
          rank: Math.min(known?.rank ?? rank, rank),
          unitFps: [...(known?.unitFps ?? []), about(claim).fp],
          eventFps: [...(known?.eventFps ?? []), about(other).fp],
        });
      }
      return [...byPlace.values()];
    }

    /** Where a unit of a witness or a register of people goes that finds all its events taken. */
    function attached(unit: number): Candidate | undefined {
      const { is_primary, witness } = about(unit);
      if (is_primary && !witness) return undefined;
      const open = all.filter(
        (one) =>
          one.unit === unit && !taken.some((other) => other.event === one.event && isApart(unit, other.unit)),
      );
      return open.find((one) => open.every((other) => before(one, other, 'event')));
    }
  }
  return claims.map(({ claim }) => {
    const { event, key } = events.get(unitOf(claim)) as { event: number; key?: string };
    return { claim, event, key: key ?? (claim === unitOf(claim) ? 'first' : 'same') };
  });

  function isApart(unit: number, other: number): boolean {
    return pairs.some(
      (pair) => pair.apart && members(unit).includes(pair.claim) && members(other).includes(pair.other),
    );
  }
}

/** Whether one candidate is at least as good as another, seen from the side that both share. */
function before(one: Candidate, other: Candidate, differing: 'unit' | 'event'): boolean {
  const order = (candidate: Candidate) => {
    const fps = differing === 'unit' ? candidate.unitFps : candidate.eventFps;
    return [candidate.cost, Math.min(...fps), Math.max(...fps), candidate[differing]];
  };
  const [a, b] = [order(one), order(other)];
  const place = a.findIndex((value, i) => value !== b[i]);
  return place < 0 || (a[place] as number) < (b[place] as number);
}
