import type { Draw, DrawnArea, DrawnUnit } from '../../model/draw.js';
import { sumOf } from '../../statistics/sum.js';
import { type FrameUnit, type SamplingFrame, ticketName } from './frame.js';

/** Whether a draw holds, and where it does not. */
export interface Verification {
  holds: boolean;
  code: string;
  seed: string;
  /** The seed that was announced, where it is not that of the draw. */
  otherSeed?: string;
  /** The file is as it was written. */
  intact: boolean;
  /** Units drawn or in reserve. */
  drawn: number;
  frame: FrameCheck;
  /** Areas that should have been left out and were not, or were and should not; and what says so. */
  leftOut: { wrong: string[]; by: 'history' | 'draw' | 'nothing' };
  /** What comes out differently: drawn here and not there, or in another place. */
  differences: string[];
}

export interface FrameCheck {
  same: boolean;
  sha256: string;
  units: number;
  /** What it was. */
  before: { sha256: string; units: number };
  /** Units that came and went since; absent where the frame of the draw is not at hand. */
  came?: string[];
  gone?: string[];
  /** Drawn units and reserves that are no longer in the frame. */
  touched: string[];
}

/** What a draw is held against. */
export interface VerifyRequest {
  draw: Draw;
  intact: boolean;
  /** The seed that was announced. */
  seed?: string | undefined;
  /** The frame of now. */
  frame: SamplingFrame;
  /** Units of the draw's own frame, where its file is at hand and has the hash of the draw. */
  old?: readonly FrameUnit[] | undefined;
  /** The draw repeated: from its own frame where that is at hand, else from that of now. */
  repeated: Draw;
  /** What was left out of the repetition comes from the history, not from the draw itself. */
  byHistory: boolean;
}

/** Holds a draw against its repetition. */
export function verify(request: VerifyRequest): Verification {
  const { draw, intact, seed, frame, old, repeated } = request;
  const otherSeed = seed !== undefined && seed !== draw.seed ? seed : undefined;
  const checked = checkFrame(draw, frame, old);
  const differences = differencesOf(draw, repeated, checked.same || old !== undefined);
  const leftOut = checkLeftOut(request);
  const same = checked.same && differences.length === 0 && leftOut.wrong.length === 0;
  return {
    holds: intact && otherSeed === undefined && same,
    code: draw.code,
    seed: draw.seed,
    otherSeed,
    intact,
    drawn: sumOf(draw.areas, ({ units }) => units.length),
    frame: checked,
    leftOut,
    differences,
  };
}

function checkLeftOut({ draw, repeated, byHistory }: VerifyRequest): Verification['leftOut'] {
  const [given, expected] = [draw.parameters.leftOut, repeated.parameters.leftOut];
  const wrong = [
    ...given.filter((area) => !expected.includes(area)),
    ...expected.filter((area) => !given.includes(area)),
  ];
  if (draw.parameters.rounds === 0) return { wrong, by: 'nothing' };
  return { wrong, by: byHistory ? 'history' : 'draw' };
}

/** What the tickets of an area's units were drawn with. */
function namesIn({ community, units }: DrawnArea): string[] {
  return units.map(({ unit }) => ticketName({ community, unit }));
}

function checkFrame(draw: Draw, frame: SamplingFrame, old?: readonly FrameUnit[]): FrameCheck {
  const now = new Set(frame.list.map(ticketName));
  const drawn = draw.areas.flatMap(namesIn);
  const before = old && new Set(old.map(ticketName));
  return {
    same: frame.sha256 === draw.frame.sha256,
    sha256: frame.sha256,
    units: frame.units,
    before: { sha256: draw.frame.sha256, units: draw.frame.units },
    ...(before && {
      came: [...now].filter((name) => !before.has(name)),
      gone: [...before].filter((name) => !now.has(name)),
    }),
    touched: drawn.filter((name) => !now.has(name)),
  };
}

/**
 * Names of areas and units that only one of two draws has, or has otherwise.
 * @param whole compare chances as well; on another frame only who was drawn, in which place and with which ticket
 */
function differencesOf(draw: Draw, repeated: Draw, whole: boolean): string[] {
  const [a, b] = [factsOf(draw, whole), factsOf(repeated, whole)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => !isSame(a.get(name), b.get(name)));
}

/** Chances that differ by less, in proportion, are the same: earlier versions gave them to four digits. */
const SAME_CHANCE = 0.001;

/** Where and with which chance an area or a unit was drawn. */
interface Fact {
  place: string;
  chance: number;
}

function isSame(a: Fact | undefined, b: Fact | undefined): boolean {
  const [one, other] = [a?.chance ?? 0, b?.chance ?? 0];
  return a?.place === b?.place && Math.abs(one - other) <= SAME_CHANCE * one;
}

function factsOf(draw: Draw, whole: boolean): Map<string, Fact> {
  const place = ({ role, order, ticket, probability }: DrawnArea | DrawnUnit): Fact => ({
    place: JSON.stringify([role, order, ticket]),
    chance: whole ? probability : 0,
  });
  const facts = new Map<string, Fact>();
  for (const area of draw.areas) {
    facts.set(area.area, place(area));
    for (const [at, name] of namesIn(area).entries()) facts.set(name, place(area.units[at] as DrawnUnit));
  }
  return facts;
}
