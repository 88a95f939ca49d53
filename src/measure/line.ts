import { EVENT_KINDS } from '../match/event-kinds.js';
import type { ErrorRate, LineRow } from '../report/result.js';
import type { Store } from '../store/store.js';

/**
 * The three-points table: events of the period by kind and community, how many each point claims, and how many stand in
 * line: claimed once, with the same values, by every point that covers them.
 * @param rules the findings' rule names by event number: what is broken about each event
 */
export async function measureLine(
  store: Store,
  period: string,
  broken: ReadonlyMap<number, ReadonlySet<string>>,
): Promise<{ line: LineRow[]; errorRates: ErrorRate[] }> {
  const events = await eventsOf(store);
  const groups = new Map<string, EventFacts[]>();
  for (const event of events) {
    const key = `${event.kind}|${event.community}`;
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  }
  const kindOf = ([event]: EventFacts[]) => EVENT_KINDS.findIndex((kind) => kind === event?.kind);
  const ordered = [...groups.values()].sort((a, b) => kindOf(a) - kindOf(b));
  const line = ordered.map((group) => lineRow(group, period, broken));
  return {
    line,
    errorRates: line.flatMap((row, n) => errorRatesOf(row, ordered[n] ?? [], broken)),
  };
}

/** Which rules found something about each event. */
export function brokenEvents(
  findings: readonly { event: number | null; rule: { name: string } }[],
): Map<number, Set<string>> {
  const broken = new Map<number, Set<string>>();
  for (const { event, rule } of findings) {
    if (event !== null) broken.set(event, (broken.get(event) ?? new Set()).add(rule.name));
  }
  return broken;
}

interface EventFacts {
  event: number;
  kind: string;
  community: string;
  /** point → claims of its own register, or of a register of people where it has none; null where it does not cover. */
  points: Map<string, { claims: number; ownClaims: number; covered: boolean; witness: boolean }>;
}

async function eventsOf(store: Store): Promise<EventFacts[]> {
  const rows = await store.all<{
    event: number;
    kind: string;
    community: string;
    point: string;
    claims: number;
    own_claims: number;
    covered: number;
    witness: number;
  }>(
    `SELECT e.event, e.kind, COALESCE(e.community, '') AS community, p.point, p.claims, p.own_claims, p.covered, p.witness
     FROM events e JOIN points_of p ON p.event = e.event
     WHERE e.in_period AND (e.kind <> 'enrolment' OR e.event IN (SELECT event FROM expected))
     ORDER BY e.kind, community, e.event, p.point`,
  );
  const events = new Map<number, EventFacts>();
  for (const { event, kind, community, point, ...facts } of rows) {
    const known = events.get(event) ?? { event, kind, community, points: new Map() };
    known.points.set(point, {
      claims: Number(facts.claims),
      ownClaims: Number(facts.own_claims),
      covered: Number(facts.covered) === 1,
      witness: Number(facts.witness) === 1,
    });
    events.set(event, known);
  }
  return [...events.values()];
}

const OMITTED = /\/omitted$/;

function isLone({ points }: EventFacts): boolean {
  const covering = [...points.values()].filter(({ covered }) => covered).length;
  const claiming = [...points.values()].filter(({ claims }) => claims > 0).length;
  return covering >= 3 && claiming === 1;
}

function lineRow(
  events: readonly EventFacts[],
  period: string,
  broken: ReadonlyMap<number, ReadonlySet<string>>,
): LineRow {
  const [first] = events;
  const row: LineRow = {
    event: first?.kind ?? '',
    community: first?.community ?? '',
    period,
    points: {},
    atOne: 0,
    atTwo: 0,
    atAll: 0,
    inLine: 0,
    unconfirmed: 0,
    total: 0,
  };
  for (const event of events) {
    addPoints(row, event);
    if (isLone(event)) {
      row.unconfirmed += 1;
      continue;
    }
    const points = [...event.points.values()].filter(({ witness }) => !witness);
    const claiming = points.filter(({ claims }) => claims > 0).length;
    row.total += 1;
    if (claiming === 1) row.atOne += 1;
    if (claiming === 2) row.atTwo += 1;
    if (claiming === points.filter(({ covered }) => covered).length) row.atAll += 1;
    if (!broken.has(event.event)) row.inLine += 1;
  }
  return row;
}

function addPoints(row: LineRow, event: EventFacts): void {
  for (const [point, { claims, ownClaims, covered, witness }] of event.points) {
    if (witness) continue;
    const sum = row.points[point] ?? { claims: 0, covered: false };
    sum.claims += ownClaims > 0 ? ownClaims : claims > 0 ? 1 : 0;
    sum.covered ||= covered;
    row.points[point] = sum;
  }
}

/** Error percentages of the confirmed events of one kind and community, per point (domain section 5). */
function errorRatesOf(
  { event, community, period, points }: LineRow,
  events: readonly EventFacts[],
  broken: ReadonlyMap<number, ReadonlySet<string>>,
): ErrorRate[] {
  const confirmed = events.filter((one) => !isLone(one));
  return Object.keys(points).flatMap((point) => {
    const at = confirmed.filter(({ points: all }) => all.get(point)?.covered);
    const claimed = at.filter(({ points: all }) => (all.get(point)?.claims ?? 0) > 0);
    const claims = claimed.reduce(
      (sum, { points: all }) => sum + Math.max(1, all.get(point)?.ownClaims ?? 0),
      0,
    );
    const differing = claimed.filter((one) =>
      [...(broken.get(one.event) ?? [])].some((rule) => !OMITTED.test(rule) && rule.endsWith('/mismatched')),
    );
    const rate = (name: string, numerator: number, denominator: number): ErrorRate => ({
      event,
      point,
      community,
      period,
      rate: name,
      numerator,
      denominator,
      value: denominator === 0 ? null : Math.round((numerator / denominator) * 10_000) / 100,
    });
    return [
      rate('omission_rate', at.length - claimed.length, at.length),
      rate('duplication_rate', claims - claimed.length, claims),
      rate('misentry_rate', differing.length, claimed.length),
    ];
  });
}
