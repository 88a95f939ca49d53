import { fixed } from '../../statistics/rounding.js';
import { sumOf } from '../../statistics/sum.js';
import type { Store } from '../../store/store.js';
import { Block, type Frame } from '../block.js';
import { explainValue } from '../explain.js';
import type { FigureCell } from '../figures.js';
import { SUBSETS } from '../indicators/sums.js';
import { exactly, holds } from '../interval.js';
import { keysWithin, lengthOf } from '../periods.js';
import { isTotal } from '../total-rows.js';
import { firstAnchor, type Verdict } from '../verdicts.js';
import { differenceText, evidenceOf, numberText } from '../words.js';
import { type Difference, explainByEvents } from './broken-events.js';
import type { RegisterNumbers } from './numbers.js';

interface Mismatch extends Difference {
  shown: number;
}

/**
 * Holds reported figures against the registers. A difference that others explain hangs under them: a year under its
 * months, a street under its communities, a part under its whole, a rate under its counts; and what faults of single
 * events wholly explain, under these.
 */
export async function compareWithRegisters(
  store: Store,
  frame: Frame,
  numbers: RegisterNumbers,
  suspected: ReadonlyMap<FigureCell, string>,
): Promise<Verdict[]> {
  const found = mismatches(frame, numbers);
  const anchors = new Map([...found.keys()].map((cell, n) => [cell, `figure:${n}`]));
  const causes = new Causes(frame, found);
  const explained = [...found.values()].map((mismatch) => {
    const fault = suspected.get(mismatch.cell) ?? suspectedInput(mismatch.cell, frame, suspected);
    const above = causes.of(mismatch).flatMap((cause) => anchors.get(cause) ?? []);
    return { mismatch, cause: fault ? [fault] : above };
  });
  const unexplained = explained.flatMap(({ mismatch, cause }) => (cause.length === 0 ? [mismatch] : []));
  const events = await explainByEvents(store, unexplained, frame);
  return explained.map(
    ({ mismatch: { cell, shown }, cause }): Verdict => ({
      rule: 'totals/recount-differs',
      suspects: [cell],
      cause: [...cause, ...(events.get(cell) ?? []).map((event) => `event:${event}`)],
      covers: [anchors.get(cell) ?? ''],
      evidence: recountEvidence(cell, shown, frame),
    }),
  );
}

/** The fault of a figure that the recount of a rate had to take as reported: its population. */
function suspectedInput(
  { area, span, indicator }: FigureCell,
  frame: Frame,
  suspected: ReadonlyMap<FigureCell, string>,
): string | undefined {
  if (indicator.kind !== 'rate') return undefined;
  const terms = new Block(frame, area, span).denominator(indicator)?.terms ?? [];
  const cells = terms.map(({ cell }) => cell);
  return firstAnchor(cells, suspected);
}

function recountEvidence(cell: FigureCell, shown: number, frame: Frame): Verdict['evidence'] {
  const { value } = cell.figures[0].printed;
  return {
    ...evidenceOf(cell),
    recomputed: numberText({ low: shown, high: shown }, cell),
    difference: differenceText(cell, shown),
    error_percent: shown === 0 ? 'n/a' : `${fixed(((value - shown) / Math.abs(shown)) * 100, 2)} %`,
    ...(cell.indicator.kind === 'count' ? explainValue(cell, exactly(shown), frame.reported) : {}),
  };
}

/** Cells that the registers contradict; total rows repeat what stands above them. */
function mismatches({ reported }: Frame, numbers: RegisterNumbers): Map<FigureCell, Mismatch> {
  const found = new Map<FigureCell, Mismatch>();
  for (const cell of reported.cells.values()) {
    const { figures, indicator, within, conflict } = cell;
    if (conflict || isTotal(cell.area)) continue;
    const shown = numbers.ofCell(cell);
    if (!shown || holds(within, shown.value)) continue;
    if (indicator.kind === 'rate' && (shown.denominator ?? 0) < (indicator.leastDenominator ?? 1)) continue;
    found.set(cell, { cell, shown: shown.value, difference: figures[0].printed.value - shown.value });
  }
  return found;
}

/** Which other mismatches a mismatch follows from. */
class Causes {
  constructor(
    private readonly frame: Frame,
    private readonly found: ReadonlyMap<FigureCell, Mismatch>,
  ) {}

  of(mismatch: Mismatch): FigureCell[] {
    const { cell } = mismatch;
    if (cell.indicator.kind === 'rate') return this.inputs(cell);
    const finer = this.finer(mismatch);
    return finer.length > 0 ? finer : this.wholes(mismatch);
  }

  private at(cell: FigureCell, code: string): Mismatch | undefined {
    const other = this.frame.reported.cells.get(cell.area, cell.span.key, code);
    return other && this.found.get(other);
  }

  private inputs(cell: FigureCell): FigureCell[] {
    if (cell.indicator.kind !== 'rate') return [];
    const { numerator, denominator } = cell.indicator;
    const codes = [...numerator.map((code) => code.replace('-', '')), denominator];
    return codes.flatMap((code) => this.at(cell, code)?.cell ?? []);
  }

  /** The months of a year, or the communities of a street, whose differences add up to this one. */
  private finer({ cell, difference }: Mismatch): FigureCell[] {
    const { area, span, indicator } = cell;
    const { areas } = this.frame;
    const { cells: all } = this.frame.reported;
    const inTime = span.months && lengthOf(span.months) > 1 ? keysWithin(span.months) : [];
    const ways = [
      ...inTime.map((keys) => keys.map((key) => all.get(area, key, indicator.code))),
      areas.partsOf(area).map((part) => all.get(part, span.key, indicator.code)),
    ];
    for (const cells of ways) {
      const wrong = cells.flatMap((one) => (one && this.found.get(one)) ?? []);
      const sum = sumOf(wrong, (one) => one.difference);
      if (wrong.length > 0 && Math.abs(sum - difference) < 1e-6) return wrong.map((one) => one.cell);
    }
    return [];
  }

  /** The whole that differs by as much, or the part beside it that differs the other way. */
  private wholes({ cell, difference }: Mismatch): FigureCell[] {
    const { code } = cell.indicator;
    const same = (other: Mismatch | undefined) =>
      other !== undefined && Math.abs(other.difference) >= Math.abs(difference);
    for (const { whole, parts } of this.frame.sums) {
      const at = parts.indexOf(code);
      if (at < 0) continue;
      const above = this.at(cell, whole);
      if (above && same(above)) return [above.cell];
      const before = parts.slice(0, at).map((part) => this.at(cell, part));
      const beside = before.find((other) => other && Math.abs(other.difference + difference) < 1e-6);
      if (beside) return [beside.cell];
    }
    for (const [part, whole] of SUBSETS) {
      const above = part === code ? this.at(cell, whole) : undefined;
      if (above && same(above)) return [above.cell];
    }
    return [];
  }
}
