import type { Finding } from '../../model/finding.js';
import type { InputReport } from '../../model/input.js';
import type { Severity } from '../../model/severity.js';

/** What is to be mended in one workbook. */
export interface Workbook {
  /** Empty where a finding has no file. */
  path: string;
  building: string;
  counts: Record<Severity, number>;
  /** In the order of their rows. */
  findings: Finding[];
}

export interface Community {
  name: string;
  counts: Record<Severity, number>;
  workbooks: Workbook[];
}

/** Findings of their own, and those that follow from each of them. */
export interface Folded {
  roots: Finding[];
  consequences: Map<string, Finding[]>;
}

/** Folds every finding under the one that all of its causes lead to; a cause that is not reported counts for none. */
export function fold(findings: readonly Finding[]): Folded {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const folded: Folded = { roots: [], consequences: new Map() };
  for (const finding of findings) {
    const root = rootOf(finding, byId);
    if (root === finding) folded.roots.push(finding);
    else append(folded.consequences, root.id, finding);
  }
  return folded;
}

/** A finding whose causes run in a circle is its own root, so that it is not lost. */
function rootOf(finding: Finding, byId: ReadonlyMap<string, Finding>): Finding {
  const seen = new Set<Finding>();
  let root = finding;
  let cause = byId.get(finding.causedBy ?? '');
  while (cause && !seen.has(cause)) {
    seen.add(cause);
    root = cause;
    cause = byId.get(cause.causedBy ?? '');
  }
  return cause ? finding : root;
}

/** In the order of work: community, building, workbook, row; what belongs to no single community comes last. */
export function arrange(roots: readonly Finding[], inputs: readonly InputReport[]): Community[] {
  const pathOf = workbookFinder(inputs);
  return sections(roots, ({ community }) => community).map(({ name, counts, findings }) => ({
    name,
    counts,
    workbooks: sections(findings, ({ building }) => building ?? '').flatMap((building) =>
      sections(building.findings, pathOf).map((workbook) => ({
        path: workbook.name,
        building: building.name,
        counts: workbook.counts,
        findings: inRowOrder(workbook.findings, workbook.name),
      })),
    ),
  }));
}

interface Section {
  name: string;
  counts: Record<Severity, number>;
  findings: Finding[];
}

/** Findings by some name of theirs, in the order of names; without one comes last. */
function sections(findings: readonly Finding[], nameOf: (finding: Finding) => string): Section[] {
  return [...groupBy(findings, nameOf)]
    .map(([name, inside]) => ({ name, counts: count(inside), findings: inside }))
    .sort(
      (a, b) =>
        Number(a.name === '') - Number(b.name === '') || (sortable(a.name) < sortable(b.name) ? -1 : 1),
    );
}

/** Names in which 9 comes before 10. */
function sortable(name: string): string {
  return name.replace(/\d+/g, (digits) => digits.padStart(8, '0'));
}

/** Orders counts by what weighs most: errors, then warnings, then notices. */
export function worse(a: Record<Severity, number>, b: Record<Severity, number>): number {
  return b.error - a.error || b.warning - a.warning || b.notice - a.notice;
}

/** By sheet and row of the first record in that workbook. */
function inRowOrder(findings: readonly Finding[], path: string): Finding[] {
  const placed = findings.map((finding) => {
    const { records } = finding;
    return { finding, place: records.find((record) => record.path === path) ?? records[0] };
  });
  const sheets = [...new Set(placed.map(({ place }) => place?.sheet ?? ''))].sort();
  const order = ({ place }: (typeof placed)[number]) => sheets.indexOf(place?.sheet ?? '');
  return placed
    .sort((a, b) => order(a) - order(b) || (a.place?.row ?? 0) - (b.place?.row ?? 0))
    .map(({ finding }) => finding);
}

/** Where the clerk will work: the file that lacks the record, where exactly one is meant; else the first one cited. */
function workbookFinder(inputs: readonly InputReport[]): (finding: Finding) => string {
  const paths = new Map<string, Set<string>>();
  for (const { point, register, community, path } of inputs) {
    const key = `${point}|${register}|${community ?? ''}`;
    paths.set(key, (paths.get(key) ?? new Set()).add(path));
  }
  return ({ records, missingFrom }) => {
    const lacking = missingFrom?.[0];
    const own = lacking && paths.get(`${lacking.point}|${lacking.register}|${lacking.community}`);
    const wide = lacking && paths.get(`${lacking.point}|${lacking.register}|`);
    const [path, ...others] = [...(own ?? wide ?? [])];
    return path !== undefined && others.length === 0 ? path : (records[0]?.path ?? path ?? '');
  };
}

export function count(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** Groups in the order of their first item. */
export function groupBy<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) append(groups, keyOf(item), item);
  return groups;
}

function append<Item>(groups: Map<string, Item[]>, key: string, item: Item): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}
