import { byText, gathered } from '../../keys/order.js';
import type { Finding } from '../../model/finding.js';
import type { Severity } from '../../model/severity.js';
import type { Folded } from '../faults.js';
import { rolesOf } from '../roles.js';

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

/** In the order of work: community, building, workbook, row; what belongs to no single community comes last. */
export function arrange(roots: readonly Finding[]): Community[] {
  return sections(roots, ({ community }) => community).map(({ name, counts, findings }) => ({
    name,
    counts,
    workbooks: sections(findings, ({ building }) => building ?? '').flatMap((building) =>
      sections(building.findings, (finding) => firstPlaceOf(finding)?.path ?? '').map((workbook) => ({
        path: workbook.name,
        building: building.name,
        counts: workbook.counts,
        findings: inRowOrder(workbook.findings),
      })),
    ),
  }));
}

/** Findings by some name of theirs, in the order of names; without one comes last. */
function sections(findings: readonly Finding[], nameOf: (finding: Finding) => string) {
  return [...gathered(findings, nameOf)]
    .map(([name, inside]) => ({ name, counts: countBySeverity(inside), findings: inside }))
    .sort(
      (a, b) => Number(a.name === '') - Number(b.name === '') || byText(sortable(a.name), sortable(b.name)),
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

/** By sheet and row of the place where each is to be mended. */
function inRowOrder(findings: readonly Finding[]): Finding[] {
  const placed = findings.map((finding) => ({ finding, place: firstPlaceOf(finding) }));
  const sheets = [...new Set(placed.map(({ place }) => place?.sheet ?? ''))].sort();
  const order = ({ place }: (typeof placed)[number]) => sheets.indexOf(place?.sheet ?? '');
  return placed
    .sort((a, b) => order(a) - order(b) || (a.place?.row ?? 0) - (b.place?.row ?? 0))
    .map(({ finding }) => finding);
}

/** Where the clerk will work: where the record is to be entered, if that is known; else the first place to be mended. */
export function firstPlaceOf(finding: Finding): { path?: string; sheet?: string; row?: number } | undefined {
  const { mend, evidence } = rolesOf(finding);
  return finding.missingFrom?.find(({ path }) => path !== undefined) ?? mend[0] ?? evidence[0];
}

/** How many findings of each rule stand for themselves, by severity, and how many follow from others. */
export function countByRule({ roots, consequences }: Folded) {
  const own = gathered(roots, ({ rule }) => rule);
  const caused = gathered([...consequences.values()].flat(), ({ rule }) => rule);
  return [...new Set([...own.keys(), ...caused.keys()])].map((rule) => ({
    rule,
    counts: { ...countBySeverity(own.get(rule) ?? []), caused: caused.get(rule)?.length ?? 0 },
  }));
}

export function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
