import { remember } from '../../keys/remember.js';
import { sumOf } from '../../statistics/sum.js';
import type { Areas } from '../areas.js';
import { Block, type Frame } from '../block.js';
import type { FigureCell, Reported } from '../figures.js';
import { asReported, weightedSum } from '../identity.js';
import type { Indicator, Rate } from '../indicators/indicator.js';
import { isExact } from '../interval.js';
import { monthsFrom, monthsOf, type Span } from '../periods.js';
import { middle } from '../words.js';
import type { Recounted } from './recount.js';

/** A number as the registers show it; for rates with what it is made of. */
export interface ShownNumber {
  value: number;
  numerator?: number;
  denominator?: number;
}

/** The audited period. */
export interface Window {
  from: string;
  to: string;
}

type MonthsOf = (span: Span) => readonly string[] | undefined;

/** What the registers show for any area, period and indicator. */
export class RegisterNumbers {
  /** Months of a flow inside the audited period; for a stock, its end alone (as '', see `recount`). */
  private readonly monthsOf = remember((time: string): MonthsOf => remember(monthsFinder(time, this.window)));

  constructor(
    private readonly recounted: Recounted,
    private readonly frame: Frame,
    private readonly window: Window,
  ) {}

  readonly ofCell = remember(({ area, span, indicator }: FigureCell) => this.of(area, span, indicator));

  /** Undefined where no register shows it, where the period is not audited, or where a denominator is zero. */
  of(area: string, span: Span, indicator: Indicator): ShownNumber | undefined {
    if (indicator.kind === 'rate') return this.rate(area, span, indicator);
    const value = this.count(area, span, indicator.code);
    return value === undefined ? undefined : { value };
  }

  private count(area: string, span: Span, code: string): number | undefined {
    const { reported, areas, catalogue } = this.frame;
    const indicator = catalogue.get(code);
    if (indicator?.kind !== 'count' || !this.recounted.codes.has(code)) return undefined;
    const months = this.monthsOf(indicator.time)(span);
    if (!months) return undefined;
    let sum = 0;
    for (const community of below(area, reported, areas)) {
      const series = this.recounted.of(community, code);
      if (!series) return undefined;
      for (const month of months) sum += series.get(month) ?? 0;
    }
    return sum;
  }

  private rate(area: string, span: Span, rate: Rate): ShownNumber | undefined {
    const parts = rate.numerator.map((code) => {
      const number = this.count(area, span, code.replace('-', ''));
      return number === undefined ? undefined : code.startsWith('-') ? -number : number;
    });
    if (!parts.every((part) => part !== undefined)) return undefined;
    const numerator = sumOf(parts);
    const denominator = this.denominator(area, span, rate);
    if (denominator === undefined || denominator <= 0) return undefined;
    return { value: (numerator / denominator) * rate.scale, numerator, denominator };
  }

  /** The population is reported, not recounted: where only its end is known, rates are not recounted. */
  private denominator(area: string, span: Span, rate: Rate): number | undefined {
    const { denominator } = rate;
    if (denominator !== 'mean_population') return this.count(area, span, rate.partOnly ?? denominator);
    const mean = new Block(this.frame, area, span).mean();
    if (!mean || mean.loose.less > 0) return undefined;
    const population = weightedSum(mean.terms, asReported);
    return isExact(population) ? middle(population) : undefined;
  }
}

function monthsFinder(time: string, window: Window): MonthsOf {
  const { from, to } = monthsOf(window);
  return ({ months }) => {
    if (!months) return undefined;
    if (time === 'end') return months.to === to ? [''] : undefined;
    return time !== 'flow' || months.from < from || months.to > to ? undefined : monthsFrom(months);
  };
}

function below(area: string, reported: Reported, areas: Areas): readonly string[] {
  const rows = reported.totals.get(area);
  if (!rows) return areas.communitiesOf(area);
  return [...new Set(rows.flatMap((row) => areas.communitiesOf(row)))];
}
