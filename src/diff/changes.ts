import { byText } from '../keys/order.js';
import type { CitedRecord, Finding } from '../model/finding.js';
import type { AuditResult } from '../model/result.js';
import { checkedBy } from './comparable.js';
import type { ChangedFinding, FindingChange } from './comparison.js';

/** What the status of findings is judged by. */
export interface Judging {
  old: AuditResult;
  now: AuditResult;
  /** Older results, in any order. */
  history: readonly AuditResult[];
  /** Open for more days than this is overdue. */
  overdueAfter?: number | undefined;
  /** Where a record is, in words. */
  placeOf(place: CitedRecord): string;
}

/** A result as changes are looked up in it. */
interface Indexed {
  asOf: string;
  byId: ReadonlyMap<string, Finding>;
}

/**
 * What became of every finding that stands for itself (is caused by no other, and accepted by nobody) in the old or the
 * new result. Those in the new one come first, each part in the order of its result.
 */
export function changesBetween(judging: Judging): ChangedFinding[] {
  const { now, old } = judging;
  const [newest, before, earlier] = [index(now), index(old), judging.history.map(index)];
  const line = [before, ...earlier].sort((a, b) => byText(b.asOf, a.asOf));
  const checked = checkedBy(now);
  const standing = now.findings.filter(isOpenRoot).map((finding) => {
    const known = before.byId.get(finding.id);
    const change = known ? (isOpenRoot(known) ? 'remaining' : 'uncovered') : comeBack(finding, earlier);
    return describe(finding, change, seenSince(finding.id, newest, line), judging, known);
  });
  const gone = old.findings.filter(isOpenRoot).flatMap((finding) => {
    const left = newest.byId.get(finding.id);
    if (left && isOpenRoot(left)) return [];
    const there = checked({ ...finding, runPeriod: old.run.period });
    const change = left ? (left.accepted ? 'accepted' : 'remaining') : there ? 'resolved' : 'unchecked';
    const since = seenSince(finding.id, before, line.slice(line.indexOf(before) + 1));
    return [describe(finding, change, since, judging)];
  });
  return [...standing, ...gone];
}

function index({ run, findings }: AuditResult): Indexed {
  return { asOf: run.asOf, byId: new Map(findings.map((finding) => [finding.id, finding])) };
}

/** What follows from another finding goes with it, and what was accepted is counted apart. */
function isOpenRoot({ causedBy, accepted }: Finding): boolean {
  return causedBy === null && !accepted;
}

function comeBack({ id }: Finding, earlier: readonly Indexed[]): FindingChange {
  return earlier.some(({ byId }) => byId.has(id)) ? 'returned' : 'new';
}

/** The as-of date of the earliest result in an unbroken line of results that all have the finding. */
function seenSince(id: string, from: Indexed, older: readonly Indexed[]): string {
  let since = from.asOf;
  for (const result of older) {
    if (!result.byId.has(id)) break;
    since = result.asOf;
  }
  return since;
}

const DAY = 86_400_000;

function describe(
  { id, rule, severity, community, message, records: [first] }: Finding,
  change: FindingChange,
  firstSeen: string,
  { now, overdueAfter, placeOf }: Judging,
  known?: Finding,
): ChangedFinding {
  const place = first ? placeOf(first) : '';
  const days = Math.round((Date.parse(now.run.asOf) - Date.parse(firstSeen)) / DAY);
  const open = change !== 'resolved' && change !== 'accepted' && change !== 'unchecked';
  const lapsed = known?.accepted?.until !== undefined && known.accepted.until < now.run.asOf;
  const late = overdueAfter !== undefined && days > overdueAfter;
  const overdue: ChangedFinding['overdue'] = lapsed ? 'accepted-until' : late ? 'days' : undefined;
  const said = open && overdueAfter !== undefined && overdue ? { overdue } : {};
  return { id, change, rule, severity, community, message, place, firstSeen, days, ...said };
}
