import { byText, gathered, put } from '../keys/order.js';

/**
 * One fault, one finding: of the findings that meet at one place, one is the cause and the others hang under it.
 *
 * A place is an anchor, a short text. Every finding stands on the cells it cites (`cell:<record>:<column>`) and on its
 * event (`event:<number>`). A rule may name more: `covers`, places whose findings it is the cause of, and `cause`,
 * places it follows from, whatever the precedence (`person:12@ledger` joins what a woman missing from a register does
 * not claim to her `enrolment/omitted`).
 */
export interface Settling {
  /** Stable id: breaks ties without looking at files or rows. */
  id: string;
  rule: string;
  /** The cells it cites and its event. */
  anchors: readonly string[];
  cause: readonly string[];
  covers: readonly string[];
}

/** Precedence of docs/domain.md#causes, the earlier being the cause. Within a group, the rules named here come first. */
const PRECEDENCE: readonly { group: string; first: readonly string[] }[] = [
  family(
    'format',
    'undecodable-text unreadable-row missing-column conflicting-columns damaged-id missing-value invalid-date',
  ),
  family('identity', 'split-id shared-id invalid-id birth-date-differs sex-differs unknown-region'),
  { group: 'mismatched', first: [] },
  { group: 'duplicated', first: [] },
  { group: 'absent', first: ['coverage/register-absent', 'coverage/register-twice'] },
  { group: 'omitted', first: [] },
  family('person', 'duplicated'),
  ...['roster', 'logic', 'timing', 'line', 'totals'].map((name) => family(name)),
];

function family(name: string, slugs = ''): { group: string; first: readonly string[] } {
  return { group: name, first: slugs.split(' ').map((slug) => `${name}/${slug}`) };
}

const WIDTH = 100;

/** Where a rule stands in the order of causes: the lower, the earlier. */
export function precedence(rule: string): number {
  const [family = '', slug = ''] = rule.split('/');
  for (const [position, { group, first }] of PRECEDENCE.entries()) {
    const within = first.indexOf(rule);
    if (within >= 0) return position * WIDTH + within;
    if (group === family || (group === slug && family !== 'person')) return position * WIDTH + WIDTH - 1;
  }
  return PRECEDENCE.length * WIDTH;
}

/**
 * The cause of each finding: id of the consequence → id of its cause. Findings that are not in the map have none.
 * Time grows with the number of anchors.
 */
export function settleCauses(findings: readonly Settling[]): Map<string, string> {
  const ordered = inOrder(findings);
  const standing = standingAt(ordered);
  const causes: Causes = new Array(ordered.length).fill(-1);
  ordered.forEach((finding, n) => {
    causes[n] = earliest(finding.cause, standing, ordered.length, n, causes);
  });
  ordered.forEach((finding, n) => {
    if (causes[n] === -1) causes[n] = earliest(finding.anchors, standing, n, n, causes);
  });
  const links = ordered.map(({ id }, n): [string, string | undefined] => [id, ordered[causes[n] ?? -1]?.id]);
  return new Map(links.filter((link): link is [string, string] => link[1] !== undefined));
}

/** Position of the cause of each finding; -1 where it has none. */
type Causes = number[];

function inOrder(findings: readonly Settling[]): Settling[] {
  const byRule = gathered(findings, ({ rule }) => rule);
  const rules = [...byRule.keys()].sort((a, b) => precedence(a) - precedence(b) || byText(a, b));
  return rules.flatMap((rule) => (byRule.get(rule) ?? []).sort((a, b) => byText(a.id, b.id)));
}

/** Anchor → positions of the findings that are a cause there, in order. */
function standingAt(ordered: readonly Settling[]): Map<string, number[]> {
  const standing = new Map<string, number[]>();
  ordered.forEach(({ anchors, covers }, n) => {
    for (const anchor of anchors) put(standing, anchor, n);
    for (const anchor of covers) put(standing, anchor, n);
  });
  return standing;
}

/** The first finding before `limit` that stands at one of the anchors and does not itself follow from finding `n`. */
function earliest(
  anchors: readonly string[],
  standing: ReadonlyMap<string, number[]>,
  limit: number,
  n: number,
  causes: Causes,
): number {
  let best = -1;
  for (const anchor of anchors) {
    const found = standing.get(anchor)?.find((m) => m >= limit || (m !== n && !follows(m, n, causes))) ?? -1;
    if (found >= 0 && found < limit && (best < 0 || found < best)) best = found;
  }
  return best;
}

/** Whether finding `m` is a consequence of `n`, near or far. */
function follows(m: number, n: number, causes: Causes): boolean {
  for (let at = causes[m] ?? -1; at >= 0; at = causes[at] ?? -1) if (at === n) return true;
  return false;
}
