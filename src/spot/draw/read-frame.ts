import { ingest } from '../../audit/ingest.js';
import { type Workspace, withWorkspace } from '../../audit/open.js';
import type { AuditOptions } from '../../audit/options.js';
import type { Config } from '../../config/types.js';
import type { Gathered, Listener } from '../../ingest/options.js';
import { monthsOfPeriod } from '../../keys/months.js';
import { byText } from '../../keys/order.js';
import { UserError } from '../../messages/index.js';
import type { AreaKind } from '../../model/draw.js';
import { FIELD } from '../../model/point.js';
import type { Source } from '../../model/source.js';
import { ROW_DATES } from '../../registers/event-dates.js';
import type { RegisterName } from '../../registers/types.js';
import type { DrawRequest } from './draw-units.js';
import { readFrame, type SamplingFrame } from './frame.js';
import { streetsOf } from './streets.js';

/** What is read, and how. */
export type Reading = Pick<AuditOptions, 'paths' | 'config' | 'keepGoing' | 'lang' | 'memory' | 'threads'>;
export type AskedParameters = DrawRequest['parameters'];

interface Framed {
  frame: SamplingFrame;
  /** As asked, with the point that records are drawn at. */
  parameters: AskedParameters;
  refused: string[];
}

/**
 * From files to a frame: opens, ingests, then asks the tables what can be drawn. Nothing is matched.
 * @throws UserError where there is nothing to draw from
 */
export function frameFrom(reading: Reading, asked: AskedParameters, listener: Listener): Promise<Framed> {
  return withWorkspace(reading, async (workspace) => {
    monthsOf(asked, workspace.config);
    return frameIn(workspace, await ingest(workspace, reading, listener), asked);
  });
}

/** The frame of what has been read. @throws UserError as `frameFrom` */
export async function frameIn(
  { store, config }: Pick<Workspace, 'store' | 'config'>,
  gathered: Gathered,
  asked: AskedParameters,
): Promise<Framed> {
  const months = monthsOf(asked, config);
  const parameters = withPoint(asked, gathered, config);
  const { register, point = '', areaKind, stratify } = parameters;
  const streetOf = stratify === 'street' ? await streetsOf(store, config) : new Map<string, string>();
  if (stratify === 'street' && streetOf.size === 0) throw new UserError('spot-draw.no-streets');
  const records = register && { register, point, months };
  const inputs = inputsOf(gathered, register, point);
  const frame = await readFrame(store, { areaKind, streetOf, inputs, ...(records && { records }) });
  mustHoldSomething(frame, areaKind);
  return { frame, parameters, refused: gathered.refused.map(({ path }) => path) };
}

function monthsOf({ period, register }: AskedParameters, config: Config) {
  if (period === undefined || register === undefined) return undefined;
  if (!ROW_DATES[register]) throw new UserError('spot-draw.no-event-date', { register });
  const months = monthsOfPeriod(period, config.yearStart);
  if (!months) throw new UserError('cli.bad-period', { value: period });
  return months;
}

/** Records are drawn at one point: the one asked for, the only one that has them, or else the ledger. */
function withPoint(asked: AskedParameters, { sources }: Gathered, { points }: Config): AskedParameters {
  const { register = 'households' } = asked;
  const witnesses = points.filter(({ witness }) => witness).map(({ name }) => name);
  const having = [...new Set(sources.filter((one) => one.register === register).map(({ point }) => point))]
    .filter((name) => name !== FIELD)
    .sort();
  if (having.length === 0) throw new UserError('spot-draw.no-register', { register });
  if (asked.register === undefined) return asked;
  const own = having.filter((name) => !witnesses.includes(name));
  const point = asked.point ?? (own.length === 1 ? own[0] : own.find((name) => name === 'ledger'));
  if (point === undefined || !having.includes(point)) {
    throw new UserError('spot-draw.which-point', { register, points: having.join(' ') });
  }
  return { ...asked, point };
}

function inputsOf({ sources }: Gathered, register: RegisterName = 'households', point: string) {
  const isOf = (one: Source) => (point === '' ? one.point !== FIELD : one.point === point);
  const used = sources.filter((one) => one.register === register && isOf(one));
  const byPath = new Map(used.map(({ path, sha256 }) => [path, sha256]));
  return [...byPath].map(([path, sha256]) => ({ path, sha256 })).sort((a, b) => byText(a.path, b.path));
}

function mustHoldSomething({ units, unplaced, unnumbered }: SamplingFrame, areaKind: AreaKind): void {
  if (units > 0) return;
  if (areaKind === 'building' && unplaced > 0) throw new UserError('spot-draw.no-buildings', { unplaced });
  throw new UserError('spot-draw.empty', { unnumbered });
}
