import { explainCount, explainRate } from './explain.js';
import type { Cell } from './figures.js';
import { Block, type Frame, identitiesOf } from './identities.js';
import {
  asReported,
  cellsOf,
  FIRM,
  IDENTITY_RULES,
  type Identity,
  judge,
  type Quotient,
  sumOf,
} from './identity.js';
import type { Rate } from './indicators/indicator.js';
import { holds, product, times, wholeWithin } from './interval.js';
import { type Fault, localise, type Repair } from './localise.js';
import type { Verdict } from './verdicts.js';
import { equation, figureName, middle, numberText, printedText, recomputed, repairsText } from './words.js';

/** What the registers show for a cell; undefined where they cannot show it. */
export type Recounts = (cell: Cell) => number | undefined;

/** Every verdict that reported figures alone allow, and which figures are held to be wrong. */
export interface Judged {
  verdicts: Verdict[];
  /** Figure → anchor of the finding that says it is wrong. */
  suspected: Map<Cell, string>;
  identities: Identity[];
}

/** Judges reported figures by one another. The registers only decide between repairs that are equally small. */
export function judgeFigures(frame: Frame, recounts: Recounts): Judged {
  markTruncated(frame);
  const identities = identitiesOf(frame);
  const suspected = new Map<Cell, string>();
  const verdicts: Verdict[] = [];
  localise(identities).forEach((fault, n) => {
    verdicts.push(...verdictsOf(fault, `fault:${n}`, { frame, recounts, suspected }));
  });
  for (const identity of identities) {
    if (identity.kind === 'quotient' && judge(identity) === 'truncated') verdicts.push(truncated(identity));
  }
  verdicts.push(...twice(frame), ...impossible(frame, identities), ...impliedMoves(frame));
  return { verdicts, suspected, identities };
}

/** A rate that is cut off is known to the printed step above it; sums of rates must bear with that. */
function markTruncated(frame: Frame): void {
  for (const identity of identitiesOf(frame)) {
    if (identity.kind !== 'quotient' || judge(identity) !== 'truncated') continue;
    const { rate } = identity;
    const { value, step } = rate.figures[0].printed;
    rate.truncated = true;
    rate.within = { low: value - step / 2, high: value + step };
  }
}

interface Judging {
  frame: Frame;
  recounts: Recounts;
  suspected: Map<Cell, string>;
}

/** One finding for each wrong figure; two figures that only ever break identities together are one. */
function verdictsOf(fault: Fault, anchor: string, judging: Judging): Verdict[] {
  const repairs = likeliest(fault, judging.recounts);
  const [only] = repairs;
  const cells = only && repairs.length === 1 ? [...only.keys()] : [];
  const [first, second] = cells;
  const alone = (cell: Cell, other: Cell) =>
    fault.broken.filter((identity) => cellsOf(identity).includes(cell) && !cellsOf(identity).includes(other));
  if (only && first && second && alone(first, second).length > 0 && alone(second, first).length > 0) {
    const ofSecond = alone(second, first);
    const ofFirst = fault.broken.filter((identity) => !ofSecond.includes(identity));
    return [
      ...one({ broken: ofFirst, repairs: [part(only, first)] }, `${anchor}a`, judging),
      ...one({ broken: ofSecond, repairs: [part(only, second)] }, `${anchor}b`, judging),
    ];
  }
  return one({ broken: fault.broken, repairs }, anchor, judging);
}

function part(repair: Repair, cell: Cell): Repair {
  return new Map([...repair].filter(([one]) => one === cell));
}

/** Of several repairs those that the registers bear out, if any; rates and wholes first, which are made of the rest. */
function likeliest({ broken, repairs }: Fault, recounts: Recounts): Repair[] {
  const borneOut = repairs.filter((repair) =>
    [...repair].every(([cell, value]) => {
      const number = recounts(cell);
      return number !== undefined && holds(value, number) && !holds(cell.within, number);
    }),
  );
  const left = borneOut.length > 0 ? borneOut : repairs.filter((repair) => !contradicted(repair, recounts));
  const wholes = new Set(broken.flatMap(wholesOf));
  const rank = (cell: Cell) => (cell.indicator.kind === 'rate' ? 0 : wholes.has(cell) ? 1 : 2);
  const rankOfAll = (repair: Repair) => Math.max(...[...repair.keys()].map(rank));
  return [...(left.length > 0 ? left : repairs)].sort((a, b) => rankOfAll(a) - rankOfAll(b));
}

function wholesOf(identity: Identity): Cell[] {
  if (identity.kind === 'quotient') return [];
  return identity.terms.filter(({ factor }) => factor < 0).map(({ cell }) => cell);
}

/** The registers show the figure as it is reported: it is not the wrong one. */
function contradicted(repair: Repair, recounts: Recounts): boolean {
  return [...repair.keys()].some((cell) => {
    const number = recounts(cell);
    return number !== undefined && holds(cell.within, number);
  });
}

/** The finding of a fault, under the first rule that it breaks, and the other broken identities under it. */
function one({ broken, repairs }: Fault, anchor: string, judging: Judging): Verdict[] {
  const ordered = [...broken].sort(
    (a, b) => rankOf(a) - rankOf(b) || cellsOf(a).length - cellsOf(b).length || compare(keyOf(a), keyOf(b)),
  );
  const [root, ...rest] = ordered;
  if (!root) return [];
  const suspects = [...new Set(repairs.flatMap((repair) => [...repair.keys()]))];
  for (const cell of suspects) judging.suspected.set(cell, anchor);
  return [
    rootVerdict(root, repairs, suspects, anchor, judging),
    ...rest.map((identity) => follower(identity, anchor)),
  ];
}

function rankOf({ rule }: Identity): number {
  return IDENTITY_RULES.indexOf(rule);
}

function keyOf(identity: Identity): string {
  return cellsOf(identity)
    .map(({ key }) => key)
    .join('|');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function rootVerdict(
  root: Identity,
  repairs: readonly Repair[],
  suspects: readonly Cell[],
  anchor: string,
  { frame }: Judging,
): Verdict {
  const cells = cellsOf(root);
  const base = suspects[0] ?? cells.at(-1);
  if (!base) throw new RangeError('an identity without figures');
  const [best] = repairs;
  const wanted = best?.get(base);
  const single = repairs.length === 1 && best?.size === 1 && wanted ? middle(wanted) : undefined;
  const explained =
    root.kind === 'quotient' && suspects.includes(root.rate)
      ? explainRate(root, frame)
      : single !== undefined && base.indicator.kind === 'count'
        ? explainCount(base, single, frame.reported)
        : undefined;
  return {
    rule: root.rule,
    suspects: suspects.length > 0 ? suspects : [],
    others: cells.filter((cell) => !suspects.includes(cell)),
    covers: [anchor],
    evidence: {
      figure: figureName(base, base),
      printed: printedText(base),
      ...(wanted
        ? { recomputed: numberText(wanted, base), difference: differenceText(base, middle(wanted)) }
        : {}),
      equation: equation(root),
      repair: repairs.length > 0 ? repairsText(repairs, base) : '?',
      choices: String(repairs.length),
      ...explained,
    },
  };
}

function follower(identity: Identity, anchor: string): Verdict {
  const cells = cellsOf(identity);
  const [base] = identity.kind === 'quotient' ? [identity.rate] : cells.slice(-1);
  return {
    rule: identity.rule,
    suspects: [],
    others: base ? [base, ...cells.filter((cell) => cell !== base)] : cells,
    cause: [anchor],
    evidence: {
      ...(base ? { figure: figureName(base, base), printed: printedText(base) } : {}),
      equation: equation(identity),
      repair: '',
      choices: '0',
    },
  };
}

/** Reported less true, with its sign. */
export function differenceText(cell: Cell, wanted: number): string {
  const difference = cell.figures[0].printed.value - wanted;
  const decimals = Math.max(0, Math.min(6, -Math.floor(Math.log10(cell.figures[0].printed.step) + 1e-9)));
  const text = difference.toFixed(decimals);
  return difference > 0 ? `+${text}` : text;
}

function truncated(identity: Quotient): Verdict {
  const { rate, numerator, denominator } = identity;
  return {
    rule: 'totals/rate-truncated',
    suspects: [rate],
    others: [...numerator, ...denominator].map(({ cell }) => cell),
    evidence: {
      figure: figureName(rate, rate),
      printed: printedText(rate),
      recomputed: recomputed(identity),
    },
  };
}

/** One cell of the reports with two values. */
function twice({ reported }: Frame): Verdict[] {
  return [...reported.cells.values()].flatMap((cell): Verdict[] => {
    if (!cell.conflict) return [];
    const texts = [...new Set(cell.figures.map(({ printed }) => printed.text))];
    return [
      {
        rule: 'totals/reported-twice',
        suspects: [cell],
        evidence: { figure: figureName(cell, cell), printed: texts.join(' / ') },
      },
    ];
  });
}

/** Rates whose numerator nobody reports: does any whole number give what is printed? */
function impossible(frame: Frame, identities: readonly Identity[]): Verdict[] {
  const judged = new Set(
    identities.flatMap((identity) => (identity.kind === 'quotient' ? [identity.rate] : [])),
  );
  return [...frame.reported.cells.values()].flatMap((cell): Verdict[] => {
    const { indicator } = cell;
    if (indicator.kind !== 'rate' || judged.has(cell) || cell.conflict) return [];
    const denominator = possibleDenominator(cell, indicator, frame);
    if (denominator === undefined) return [];
    return [
      {
        rule: 'totals/rate-impossible',
        suspects: [cell],
        others: denominator,
        evidence: {
          figure: figureName(cell, cell),
          printed: printedText(cell),
          equation: denominator.map((of) => `${figureName(of, cell)} ${printedText(of)}`).join(' + '),
        },
      },
    ];
  });
}

/** The figures that the printed rate contradicts; undefined where some whole numerator gives it. */
function possibleDenominator(cell: Cell, rate: Rate, frame: Frame): Cell[] | undefined {
  const block = new Block(frame, cell.area, cell.span);
  const beyond = rate.share && (cell.within.low > rate.scale || cell.within.high < 0);
  if (rate.code === 'sex_ratio_at_birth') {
    const all = block.terms('births');
    if (!all) return undefined;
    const births = sumOf(all, asReported);
    const boys = (ratio: number) => (births.high * ratio) / (100 + ratio);
    const found = wholeWithin({ low: boys(cell.within.low), high: boys(cell.within.high) });
    return births.low === births.high && births.low > 0 && found.low > found.high ? cellsIn(all) : undefined;
  }
  const denominator = block.denominator(rate);
  if (!denominator || denominator.loose !== FIRM) return beyond ? [] : undefined;
  const below = sumOf(denominator.terms, asReported);
  if (beyond) return cellsIn(denominator.terms);
  if (below.low !== below.high || below.low <= 0 || rate.numerator.some((code) => code.startsWith('fees')))
    return undefined;
  const found = wholeWithin(times(product(cell.within, below), 1 / rate.scale));
  return found.low > found.high ? cellsIn(denominator.terms) : undefined;
}

function cellsIn(terms: readonly { cell: Cell }[]): Cell[] {
  return terms.map(({ cell }) => cell);
}

/** Births less deaths beside the change of the population, where no moves are reported: the net migration they imply. */
function impliedMoves(frame: Frame): Verdict[] {
  return [...frame.reported.cells.values()].flatMap((start): Verdict[] => {
    if (start.indicator.code !== 'population_start') return [];
    const block = new Block(frame, start.area, start.span);
    if (block.cell('moved_in') && block.cell('moved_out')) return [];
    const [births, deaths, end] = ['births', 'deaths', 'population_end'].map((code) => block.cell(code));
    if (!births || !deaths || !end) return [];
    const terms = [end, deaths].map((cell) => ({ cell, factor: 1 }));
    const net = sumOf([...terms, ...[start, births].map((cell) => ({ cell, factor: -1 }))], asReported);
    if (holds(net, 0)) return [];
    const identity = `${figureName(end, end)} ${printedText(end)} − ${figureName(start, end)} ${printedText(start)} − (${figureName(births, end)} ${printedText(births)} − ${figureName(deaths, end)} ${printedText(deaths)}) = ${Math.round(middle(net))}`;
    return [
      {
        rule: 'totals/balance-differs',
        severity: 'notice',
        suspects: [],
        others: [end, start, births, deaths],
        evidence: {
          figure: figureName(end, end),
          printed: printedText(end),
          equation: identity,
          repair: '',
          choices: '0',
          detail: 'implied-migration',
          resembles: String(Math.round(middle(net))),
        },
      },
    ];
  });
}
