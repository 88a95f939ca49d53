import { byText } from '../keys/order.js';
import type { Frame } from './block.js';
import { explainRate, explainValue } from './explain.js';
import type { FigureCell } from './figures.js';
import { cellsOf, IDENTITY_RULES, type Identity, judge } from './identity.js';
import { impossible, impossibleVerdict } from './impossible.js';
import { holds } from './interval.js';
import { localise } from './localise.js';
import { impliedMoves, reportedTwice } from './notices.js';
import { printLike } from './printed.js';
import type { Repair } from './repair.js';
import type { FigureFault } from './search.js';
import { cutOffVerdict, markTruncated } from './truncated.js';
import type { Verdict } from './verdicts.js';
import { equation, evidenceOf, middle, numberText, repairsText } from './words.js';

/** What the registers show for a cell; undefined where they cannot show it. */
export type Recounts = (cell: FigureCell) => number | undefined;

/** Every verdict that reported figures alone allow, and which figures are held to be wrong. */
export interface Judged {
  verdicts: Verdict[];
  /** Figure → anchor of the finding that says it is wrong. */
  suspected: Map<FigureCell, string>;
}

/**
 * Judges reported figures by one another. The registers only decide between repairs that are equally small.
 *
 * @param identities all of the frame
 */
export function judgeFigures(frame: Frame, identities: readonly Identity[], recounts: Recounts): Judged {
  const unexplained = impossible(frame, identities);
  markTruncated(identities, unexplained);
  const suspected = new Map<FigureCell, string>();
  const verdicts: Verdict[] = [];
  localise(identities, (fault) => likeliest(fault, recounts)).forEach((fault, n) => {
    verdicts.push(...verdictsOf(fault, `fault:${n}`, { frame, suspected }));
  });
  for (const identity of identities) {
    if (identity.kind === 'quotient' && judge(identity) === 'truncated')
      verdicts.push(cutOffVerdict(identity, suspected));
  }
  verdicts.push(
    ...reportedTwice(frame),
    ...unexplained.map((one) => impossibleVerdict(one, suspected)),
    ...impliedMoves(frame),
  );
  return { verdicts, suspected };
}

interface Judging {
  frame: Frame;
  suspected: Map<FigureCell, string>;
}

/** One finding for each wrong figure; two figures that only ever break identities together are one. */
function verdictsOf(fault: FigureFault, anchor: string, judging: Judging): Verdict[] {
  const { broken, repairs } = fault;
  const core = coreOf(repairs);
  const ofCore = broken.filter((identity) => core !== undefined && cellsOf(identity).includes(core));
  const ofOthers = broken.filter((identity) => !ofCore.includes(identity));
  const others = repairs.map((repair) => new Map([...repair].filter(([cell]) => cell !== core)));
  const alone = ofCore.filter((identity) => !others.some((repair) => touches(identity, repair)));
  const [first] = repairs;
  if (!core || !first || ofOthers.length === 0 || alone.length === 0) return one(fault, anchor, judging);
  return [
    ...one({ broken: ofCore, repairs: [part(first, core)] }, `${anchor}a`, judging),
    ...one({ broken: ofOthers, repairs: others }, `${anchor}b`, judging),
  ];
}

/** The figure that all repairs of two figures have in common. */
function coreOf(repairs: readonly Repair[]): FigureCell | undefined {
  const [first] = repairs;
  if (!first || repairs.some(({ size }) => size !== 2)) return undefined;
  return [...first.keys()].find((cell) => repairs.every((repair) => repair.has(cell)));
}

function touches(identity: Identity, repair: Repair): boolean {
  return cellsOf(identity).some((cell) => repair.has(cell));
}

function part(repair: Repair, cell: FigureCell): Repair {
  return new Map([...repair].filter(([one]) => one === cell));
}

/** Of several repairs those that the registers bear out, if any; rates and wholes first, which are made of the rest. */
function likeliest({ broken, repairs }: FigureFault, recounts: Recounts): Repair[] {
  const borneOut = repairs.filter((repair) =>
    [...repair].every(([cell, value]) => {
      const number = recounts(cell);
      return number !== undefined && holds(value, number) && !holds(cell.within, number);
    }),
  );
  const left = borneOut.length > 0 ? borneOut : repairs.filter((repair) => !contradicted(repair, recounts));
  const wholes = new Set(broken.flatMap(wholesOf));
  const rank = (cell: FigureCell) => (cell.indicator.kind === 'rate' ? 0 : wholes.has(cell) ? 1 : 2);
  const rankOfAll = (repair: Repair) => Math.max(...[...repair.keys()].map(rank));
  return [...(left.length > 0 ? left : repairs)].sort((a, b) => rankOfAll(a) - rankOfAll(b));
}

function wholesOf(identity: Identity): FigureCell[] {
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
function one({ broken, repairs, following }: FigureFault, anchor: string, judging: Judging): Verdict[] {
  const ordered = [...broken].sort(
    (a, b) => rankOf(a) - rankOf(b) || cellsOf(a).length - cellsOf(b).length || byText(keyOf(a), keyOf(b)),
  );
  const [root, ...rest] = ordered;
  if (!root) return [];
  const suspects = [...new Set(repairs.flatMap((repair) => [...repair.keys()]))];
  const made = repairs.flatMap((repair) => following?.get(repair) ?? []);
  for (const cell of [...made, ...suspects]) judging.suspected.set(cell, anchor);
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

function rootVerdict(
  root: Identity,
  repairs: readonly Repair[],
  suspects: readonly FigureCell[],
  anchor: string,
  { frame }: Judging,
): Verdict {
  const cells = cellsOf(root);
  const base = suspects[0] ?? cells.at(-1);
  if (!base) throw new RangeError('an identity without figures');
  const [best] = repairs;
  const wanted = best?.get(base);
  const isSingle = repairs.length === 1 && best?.size === 1;
  const explained =
    root.kind === 'quotient' && suspects.includes(root.rate)
      ? explainRate(root, frame)
      : isSingle && wanted
        ? explainValue(base, wanted, frame.reported)
        : undefined;
  return {
    rule: root.rule,
    suspects,
    others: cells.filter((cell) => !suspects.includes(cell)),
    covers: [anchor],
    evidence: {
      ...evidenceOf(base),
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
      ...(base && evidenceOf(base)),
      equation: equation(identity),
      repair: '',
      choices: '0',
    },
  };
}

/** Reported less true, with its sign, in the units of the report. */
export function differenceText(cell: FigureCell, wanted: number): string {
  const { value, step, scale } = cell.figures[0].printed;
  const text = printLike((value - wanted) / scale, step / scale);
  return value > wanted ? `+${text}` : text;
}
