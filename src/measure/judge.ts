import type { Frame } from './block.js';
import { faultVerdicts, type JudgedFrame } from './fault-verdicts.js';
import type { FigureCell } from './figures.js';
import { cellsOf, type Identity } from './identity.js';
import { impossible, impossibleVerdict } from './impossible.js';
import { holds } from './interval.js';
import { localiseFaults } from './localise.js';
import { impliedMoves, twiceReported } from './notices.js';
import type { Repair } from './repair.js';
import type { FigureFault } from './search.js';
import { cutOffVerdict, markTruncated } from './truncated.js';
import type { Verdict } from './verdicts.js';

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
  const cutOff = markTruncated(identities, unexplained);
  const suspected = new Map<FigureCell, string>();
  const verdicts: Verdict[] = [];
  localiseFaults(identities, (fault) => likeliest(fault, recounts)).forEach((fault, n) => {
    verdicts.push(...verdictsOf(fault, `fault:${n}`, { frame, suspected }));
  });
  verdicts.push(
    ...cutOff.map((quotient) => cutOffVerdict(quotient, suspected)),
    ...twiceReported(frame),
    ...unexplained.map((one) => impossibleVerdict(one, suspected)),
    ...impliedMoves(frame),
  );
  return { verdicts, suspected };
}

/** One finding for each wrong figure; two figures that only ever break identities together are one. */
function verdictsOf(fault: FigureFault, anchor: string, judging: JudgedFrame): Verdict[] {
  const { broken, repairs } = fault;
  const core = coreOf(repairs);
  const ofCore = broken.filter((identity) => core !== undefined && cellsOf(identity).includes(core));
  const ofOthers = broken.filter((identity) => !ofCore.includes(identity));
  const others = repairs.map((repair) => new Map([...repair].filter(([cell]) => cell !== core)));
  const alone = ofCore.filter((identity) => !others.some((repair) => touches(identity, repair)));
  const [first] = repairs;
  if (!core || !first || ofOthers.length === 0 || alone.length === 0)
    return faultVerdicts(fault, anchor, judging);
  return [
    ...faultVerdicts({ broken: ofCore, repairs: [part(first, core)] }, `${anchor}a`, judging),
    ...faultVerdicts({ broken: ofOthers, repairs: others }, `${anchor}b`, judging),
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
