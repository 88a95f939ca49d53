import { put } from '../../src/keys/order.js';
import type { CitedRecord, Finding } from '../../src/model/finding.js';
import type { AuditResult } from '../../src/model/result.js';
import type { Truth, TruthFault, TruthPlace } from '../../src/simulate/truth.js';

/** How well an audit found what was planted. */
export interface Evaluation {
  /** Planted faults with a finding of their rule that cites one of their records / planted faults. */
  recall: number;
  /** Uncaused errors and warnings that belong to a planted fault / all uncaused errors and warnings. */
  precision: number;
  /** Uncaused errors and warnings that belong to a planted fault / planted faults. */
  uncausedPerFault: number;
  perRule: Record<string, { planted: number; found: number }>;
  missed: TruthFault[];
  invented: Finding[];
}

/**
 * Compares findings with the truth.
 *
 * A fault is found by a finding of its rule, caused or not, that cites a record of the fault (or, where it has none,
 * names its community and register). A finding belongs to a fault if its rule is the fault's or one of its
 * consequences, and it cites a record of the fault, or is about the fault's community and cites none.
 */
export function evaluate(result: AuditResult, truth: Truth): Evaluation {
  const places = new Index(truth.faults);
  const found = new Set<TruthFault>();
  const invented: Finding[] = [];
  let belonging = 0;
  for (const finding of result.findings) {
    const faults = places.faultsOf(finding);
    for (const fault of faults) if (fault.kind === finding.rule) found.add(fault);
    if (finding.causedBy !== null || finding.severity === 'notice') continue;
    if (faults.some((fault) => explains(fault, finding))) belonging += 1;
    else invented.push(finding);
  }
  const planted = truth.faults.length;
  const uncaused = belonging + invented.length;
  return {
    recall: planted === 0 ? 1 : found.size / planted,
    precision: uncaused === 0 ? 1 : belonging / uncaused,
    uncausedPerFault: planted === 0 ? 0 : belonging / planted,
    perRule: countPerRule(truth.faults, found),
    missed: truth.faults.filter((fault) => !found.has(fault)),
    invented,
  };
}

function explains(fault: TruthFault, finding: Finding): boolean {
  return fault.kind === finding.rule || fault.consequences.includes(finding.rule);
}

function countPerRule(faults: readonly TruthFault[], found: ReadonlySet<TruthFault>): Evaluation['perRule'] {
  const counts: Evaluation['perRule'] = {};
  for (const fault of faults) {
    const count = counts[fault.kind] ?? { planted: 0, found: 0 };
    counts[fault.kind] = count;
    count.planted += 1;
    if (found.has(fault)) count.found += 1;
  }
  return counts;
}

/** Finds faults by the records they concern. The audit's paths may begin with folders that the truth leaves out. */
class Index {
  private readonly byPlace = new Map<string, TruthFault[]>();
  private readonly placeless: TruthFault[] = [];

  constructor(private readonly faults: readonly TruthFault[]) {
    for (const fault of faults) {
      const { path, sheet, row, others } = fault;
      if (path === undefined || row === undefined) this.placeless.push(fault);
      else for (const place of [{ path, sheet, row }, ...others]) this.add(place, fault);
    }
  }

  /** Faults that a finding may be about. */
  faultsOf(finding: Finding): TruthFault[] {
    if (finding.records.length === 0) {
      const here = (fault: TruthFault): boolean => fault.community === finding.community;
      return this.faults.filter((fault) => here(fault) && explains(fault, finding));
    }
    const cited = finding.records.flatMap((record) =>
      suffixes(record).flatMap((key) => this.byPlace.get(key) ?? []),
    );
    const absent = this.placeless.filter(
      (fault) => fault.community === finding.community && explains(fault, finding),
    );
    return [...new Set([...cited, ...absent])];
  }

  private add(place: TruthPlace, fault: TruthFault): void {
    put(this.byPlace, keyOf(place.path, place.sheet, place.row), fault);
  }
}

function keyOf(path: string, sheet: string | undefined, row: number): string {
  return `${path}\n${sheet ?? ''}\n${row}`;
}

/** Keys of a record under its path and every shorter end of it. */
function suffixes({ path, sheet, row }: CitedRecord): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => keyOf(parts.slice(index).join('/'), sheet, row));
}
