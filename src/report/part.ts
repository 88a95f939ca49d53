import type { AuditResult } from '../model/result.js';
import { faultsOf, summarise } from './faults.js';

/** The areas that have something to mend, in the order of the result; what belongs to no area is none. */
export function areasToMend({ findings }: AuditResult): string[] {
  const names = new Set(faultsOf(findings).roots.map(({ community }) => community));
  return [...names].filter((name) => name !== '');
}

/** The result as far as it concerns one area: its faults with all that follows from them, and its own numbers. */
export function partOf(area: string, result: AuditResult): AuditResult {
  const { roots, consequences } = faultsOf(result.findings);
  const faults = roots.filter(({ community }) => community === area);
  const kept = new Set(faults.flatMap((fault) => [fault, ...(consequences.get(fault.id) ?? [])]));
  const findings = result.findings.filter((finding) => kept.has(finding));
  const own = <Item extends { community: string }>(items: readonly Item[]) =>
    items.filter(({ community }) => community === area);
  const { rosters, ...rest } = result;
  return {
    ...rest,
    summary: summarise(findings),
    line: own(result.line),
    errorRates: own(result.errorRates),
    indicators: result.indicators.filter((row) => row.area === area),
    quality: own(result.quality ?? []),
    ...(rosters ? { rosters: own(rosters) } : {}),
    findings,
  };
}
