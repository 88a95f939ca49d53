import type { Areas } from './areas.js';
import type { Catalogue } from './catalogue.js';
import type { FigureCell, Reported } from './figures.js';
import { FIRM, type Identity, type Looseness, linear, type Quotient, type Term } from './identity.js';
import type { Rate } from './indicators/indicator.js';
import { SHARES, SUBSETS, type Sum } from './indicators/sums.js';
import { keyBefore, type Span } from './periods.js';

/** What identities are built from. */
export interface Frame {
  reported: Reported;
  areas: Areas;
  catalogue: Catalogue;
  /** Wholes and parts, a bureau's own among them. */
  sums: readonly Sum[];
}

/** How much a population may differ from the end of the period in which it stands alone. */
const GROWTH = 0.05;
const END_ALONE: Looseness = { less: GROWTH / 2, more: GROWTH / 2 };
/** Of certificates held only those of in-migrants are verified; how many they are is not reported. */
const PART_ONLY: Looseness = { less: 0.9999, more: 0 };

/** The figures of one area and period. */
export class Block {
  private readonly cells: ReadonlyMap<string, FigureCell>;

  constructor(
    private readonly frame: Frame,
    private readonly area: string,
    private readonly span: Span,
  ) {
    this.cells = frame.reported.cells.at(area, span.key);
  }

  identities(): Identity[] {
    return [...this.rates(), ...this.sums(), ...this.subsets(), ...this.shares(), ...this.balance()];
  }

  cell(code: string): FigureCell | undefined {
    return this.cells.get(code);
  }

  /** The figures of these codes; undefined where one is missing. */
  private all(codes: readonly string[]): FigureCell[] | undefined {
    const cells = codes.flatMap((code) => this.cell(code) ?? []);
    return cells.length === codes.length ? cells : undefined;
  }

  /** The reported parts that make a whole; undefined where one is missing. */
  parts(code: string): Term[] | undefined {
    for (const { whole, parts, open } of this.frame.sums) {
      if (open || whole !== code) continue;
      const cells = this.all(parts);
      if (cells) return cells.map((cell) => ({ cell, factor: 1 }));
    }
    return undefined;
  }

  /** A count as reported, or as the difference of a whole and its other parts; undefined where neither is there. */
  terms(code: string): Term[] | undefined {
    const cell = this.cell(code);
    if (cell) return [{ cell, factor: 1 }];
    const made = this.parts(code);
    if (made) return made;
    for (const { whole, parts, open } of this.frame.sums) {
      if (open || !parts.includes(code)) continue;
      const [of, ...others] = [whole, ...parts.filter((part) => part !== code)].map((one) => this.cell(one));
      if (of && others.every((held) => held !== undefined)) {
        return [{ cell: of, factor: 1 }, ...others.map((held) => ({ cell: held, factor: -1 }))];
      }
    }
    return undefined;
  }

  /** The population at the start: reported, else the end of the period before. */
  start(): FigureCell | undefined {
    const { months } = this.span;
    const before = () =>
      months && this.frame.reported.cells.get(this.area, keyBefore(months), 'population_end');
    return this.cell('population_start') ?? before();
  }

  /** The mean population, and the share by which it may lie off where only the end is known. */
  mean(): { terms: Term[]; loose: Looseness } | undefined {
    const given = this.cell('mean_population');
    if (given) return { terms: [{ cell: given, factor: 1 }], loose: FIRM };
    const [start, end] = [this.start(), this.cell('population_end')];
    if (!end) return undefined;
    if (!start) return { terms: [{ cell: end, factor: 1 }], loose: END_ALONE };
    return { terms: [start, end].map((cell) => ({ cell, factor: 0.5 })), loose: FIRM };
  }

  denominator(rate: Rate): { terms: Term[]; loose: Looseness } | undefined {
    if (rate.denominator === 'mean_population') return this.mean();
    const terms = this.terms(rate.denominator);
    return terms && { terms, loose: rate.partOnly ? PART_ONLY : FIRM };
  }

  numerator(rate: Rate): Term[] | undefined {
    const parts = rate.numerator.map((code) => {
      const sign = code.startsWith('-') ? -1 : 1;
      return this.terms(code.replace('-', ''))?.map((term) => ({ ...term, factor: term.factor * sign }));
    });
    return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
  }

  /** What a reported rate is made of; undefined where that is not reported, or the cell is no rate. */
  quotient(rate: FigureCell): Quotient | undefined {
    const { indicator } = rate;
    if (indicator.kind !== 'rate') return undefined;
    const [numerator, below] = [this.numerator(indicator), this.denominator(indicator)];
    if (!numerator || !below) return undefined;
    const { terms: denominator, loose } = below;
    const { scale } = indicator;
    return { kind: 'quotient', rule: 'totals/rate-differs', rate, numerator, denominator, scale, loose };
  }

  private rates(): Quotient[] {
    const rates = this.frame.catalogue.all.flatMap(({ kind, code }) =>
      kind === 'rate' ? (this.cell(code) ?? []) : [],
    );
    return rates.flatMap((rate) => this.quotient(rate) ?? []);
  }

  private sums(): Identity[] {
    return this.frame.sums.flatMap(({ whole, parts, open }) => {
      const of = this.cell(whole);
      const held = parts.flatMap((part) => this.cell(part) ?? []);
      if (!of || held.length === 0) return [];
      const complete = held.length === parts.length && !open;
      const rule = complete ? 'totals/parts-differ' : 'totals/subset-exceeds';
      return linear(rule, held, [of], complete ? '=' : '<=');
    });
  }

  private subsets(): Identity[] {
    return SUBSETS.flatMap(([part, whole]) => {
      const [one, other] = [this.cell(part), this.cell(whole)];
      return one && other ? [linear('totals/subset-exceeds', [one], [other], '<=')] : [];
    });
  }

  private shares(): Identity[] {
    const hundred = SHARES.flatMap((codes) => {
      const cells = this.all(codes);
      return cells ? [{ ...linear('totals/parts-differ', cells, [], '='), constant: -100 }] : [];
    });
    const [birth, death, natural] = this.all(['birth_rate', 'death_rate', 'natural_increase_rate']) ?? [];
    if (!birth || !death || !natural) return hundred;
    return [...hundred, linear('totals/rate-differs', [birth], [death, natural], '=')];
  }

  /** Start + births − deaths + in − out = end, where the moves are reported. */
  private balance(): Identity[] {
    const codes = ['births', 'deaths', 'moved_in', 'moved_out', 'population_end'];
    const [births, deaths, arrived, left, end] = this.all(codes) ?? [];
    const start = this.start();
    if (!start || !births || !deaths || !arrived || !left || !end) return [];
    return [linear('totals/balance-differs', [start, births, arrived], [deaths, left, end], '=')];
  }
}
