import { readFile } from 'node:fs/promises';
import type { Listener } from '../../ingest/options.js';
import { UserError } from '../../messages/index.js';
import type { Draw } from '../../model/draw.js';
import type { DrawHistory } from '../../model/draw-history.js';
import { VERSION } from '../../version.js';
import { type DrawRequest, drawFrom } from './draw-units.js';
import { parseFrame, type SamplingFrame, samplingFrameOf } from './frame.js';
import { drawnBefore, NO_HISTORY, parseDrawHistory } from './history.js';
import { parseDraw } from './parse-draw.js';
import { type AskedParameters, frameFrom, type Reading } from './read-frame.js';
import { type Verification, verify } from './verify.js';

const TOOL = { name: 'plumbline', version: VERSION };

/** A draw, what it was drawn from, and the history that it reads. */
export interface CompletedDraw {
  draw: Draw;
  frame: SamplingFrame;
  history?: DrawHistory;
}

export interface DrawOptions {
  seed: string;
  round?: string | undefined;
  parameters: AskedParameters;
  /** File of earlier rounds; one that is not there yet has none. */
  history?: string | undefined;
}

/**
 * Draws from the ledgers. Nothing is matched: the frame needs communities and numbers only.
 * @throws UserError where there is nothing to draw from
 */
export async function draw(
  reading: Reading,
  { seed, round, parameters: asked, history: rounds }: DrawOptions,
  listener: Listener = {},
): Promise<CompletedDraw> {
  const history = rounds === undefined ? undefined : await readHistory(rounds);
  const { frame, parameters, refused } = await frameFrom(reading, asked, listener);
  const before = drawnBefore(history ?? NO_HISTORY, parameters.rounds, round);
  const drawn = drawFrom(frame, { seed, round, parameters, drawnBefore: before, refused, tool: TOOL });
  mustCover(drawn);
  return { draw: drawn, frame, history };
}

/** What an extended draw takes more of. */
export type Larger = Partial<Pick<AskedParameters, 'areas' | 'units' | 'reserveAreas' | 'reserveUnits'>>;

export interface ExtendOptions {
  /** The file of the earlier draw. */
  file: string;
  larger: Larger;
  history?: string | undefined;
}

/**
 * A larger draw with the seed, the frame and the parameters of an earlier one, which it contains.
 * @throws UserError where the frame is another one by now
 */
export async function extend(
  reading: Reading,
  { file: path, larger, history: rounds }: ExtendOptions,
  listener: Listener = {},
): Promise<CompletedDraw> {
  const earlier = await loadDraw(path);
  const history = rounds === undefined ? undefined : await readHistory(rounds);
  if (history && earlier.round === undefined) throw new UserError('spot-draw.no-round', { path });
  const { frame, parameters } = await frameFrom(reading, earlier.parameters, listener);
  if (frame.sha256 !== earlier.frame.sha256) throw new UserError('spot-draw.frame-changed', { path });
  mustBeLarger(parameters, larger);
  const request = { ...requestOf(earlier), parameters: { ...parameters, ...larger }, extends: earlier.code };
  return { draw: drawFrom(frame, { ...request, tool: TOOL }), frame, history };
}

export interface VerifyOptions {
  file: string;
  /** The seed that was announced, if it is to be compared. */
  seed?: string | undefined;
  /** Earlier rounds, if what was left out is to be compared with them. */
  history?: string | undefined;
}

/** Repeats a draw and holds it against its file. */
export async function verifyDraw(
  reading: Reading,
  { file, seed, history: rounds }: VerifyOptions,
  listener: Listener = {},
): Promise<Verification> {
  const { draw: given, intact } = await readDraw(file);
  const history = rounds === undefined ? undefined : await readHistory(rounds);
  const { frame } = await frameFrom(reading, given.parameters, listener);
  const old = await oldFrame(file, given);
  const then = old ? { ...frame, ...samplingFrameOf(old, given.parameters.areaKind) } : frame;
  const before = history && { drawnBefore: drawnBefore(history, given.parameters.rounds, given.round) };
  const repeated = drawFrom(then, { ...requestOf(given), ...before });
  return verify({ draw: given, intact, seed, frame, old, repeated, byHistory: history !== undefined });
}

/** Where the frame of a draw is kept: beside its file. */
export function frameFile(path: string): string {
  return `${path.replace(/\.json$/i, '')}.frame`;
}

/**
 * A draw from its file.
 * @throws UserError where it cannot be read, is no draw, or was changed by hand
 */
export async function loadDraw(path: string): Promise<Draw> {
  const { draw: given, intact } = await readDraw(path);
  if (!intact) throw new UserError('spot-draw.altered', { path, code: given.code });
  return given;
}

async function readDraw(path: string): Promise<{ draw: Draw; intact: boolean }> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    const key = cause.code === 'ENOENT' ? 'spot-draw.absent' : 'spot-draw.cannot-read';
    throw new UserError(key, { path, reason: cause.code }, { cause });
  });
  const parsed = parseDraw(text);
  if ('fault' in parsed) throw new UserError('spot-draw.not-a-draw', { path, reason: parsed.fault });
  return parsed;
}

/** What a draw was asked, so that it can be asked again. */
function requestOf({ seed, round, parameters, notes, tool, extends: smaller }: Draw): DrawRequest {
  const named = (code: string) => notes.flatMap((note) => (note.code === code ? (note.names ?? []) : []));
  const { leftOut, ...asked } = parameters;
  return {
    seed,
    round,
    extends: smaller,
    parameters: asked,
    drawnBefore: [...leftOut, ...named('let-in')],
    refused: named('refused'),
    tool,
  };
}

async function oldFrame(path: string, { frame, parameters }: Draw) {
  const text = await readFile(frameFile(path), 'utf8').catch(() => undefined);
  const units = text === undefined ? [] : parseFrame(text);
  return samplingFrameOf(units, parameters.areaKind).sha256 === frame.sha256 ? units : undefined;
}

async function readHistory(path: string): Promise<DrawHistory> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined;
    throw new UserError('spot-draw.cannot-read', { path, reason: cause.code }, { cause });
  });
  const history = text === undefined ? NO_HISTORY : parseDrawHistory(text);
  if ('fault' in history) throw new UserError('spot-draw.bad-history', { path, reason: history.fault });
  return history;
}

function mustBeLarger(parameters: AskedParameters, larger: Larger): void {
  for (const key of ['areas', 'units'] as const) {
    const [before, now] = [parameters[key], larger[key]];
    if (now === undefined) continue;
    if (before === undefined) throw new UserError('spot-draw.whole-already', { now });
    if (now < before) throw new UserError('spot-draw.smaller', { before, now });
  }
}

/** A stratum that nothing is drawn in would be one that no estimate speaks for. */
function mustCover({ strata, parameters }: Draw): void {
  if (strata.every(({ drawnAreas }) => drawnAreas > 0)) return;
  throw new UserError('spot-draw.fewer-than-strata', { areas: parameters.areas, strata: strata.length });
}
