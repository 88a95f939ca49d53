import { byText } from '../../keys/order.js';
import {
  DRAW_SCHEMA,
  type Draw,
  type DrawNote,
  type DrawnArea,
  type DrawnUnit,
  type DrawParameters,
  type DrawRole,
  type DrawStratum,
} from '../../model/draw.js';
import { inclusionBySize } from '../../statistics/inclusion.js';
import { tickets } from '../../statistics/sampler.js';
import { sumOf } from '../../statistics/sum.js';
import { type FrameUnit, type SamplingFrame, ticketName } from './frame.js';
import { codeOf } from './parse-draw.js';
import { type Area, areasWanted, type Stratum, strataOf, unitsIn } from './strata.js';

export interface DrawRequest {
  seed: string;
  round?: string | undefined;
  /** Code of the draw that this one extends. */
  extends?: string | undefined;
  parameters: Omit<DrawParameters, 'leftOut'>;
  /** Areas drawn in the last rounds. */
  drawnBefore: readonly string[];
  /** Ledgers that could not be read. */
  refused?: readonly string[];
  tool: Draw['tool'];
}

/**
 * Draws areas, and units within them, in the order of their tickets; reserves are the next in that order. A ticket
 * depends on the seed and on the name of its area or unit alone (see `sampler.ts`), so that a larger draw contains the
 * smaller one and what joins or leaves the frame changes no other ticket.
 *
 * @param frame units that can be drawn
 */
export function drawFrom(frame: SamplingFrame, request: DrawRequest): Draw {
  const { parameters, seed, round, tool } = request;
  const strata = strataOf(frame, parameters, request.drawnBefore);
  const wanted = areasWanted(strata, parameters);
  const drawn = strata.map((stratum) => drawAreas(stratum, wanted.get(stratum.stratum) ?? 0, request));
  const areas = drawn.flat().sort(asDrawn(parameters));
  const { list: _, without: __, ...facts } = frame;
  const draw: Omit<Draw, 'code'> = {
    schema: DRAW_SCHEMA,
    tool,
    seed,
    round,
    extends: request.extends,
    frame: facts,
    parameters: { ...parameters, leftOut: strata.flatMap(({ leftOut }) => leftOut).sort() },
    strata: strata.map((stratum, i) => summaryOf(stratum, drawn[i] ?? [])),
    areas,
    notes: notesOf(frame, strata, areas, wanted, request),
  };
  const { schema, ...rest } = draw;
  return { schema, code: codeOf(draw), ...rest };
}

function drawAreas({ stratum, areas }: Stratum, wanted: number, request: DrawRequest): DrawnArea[] {
  const { seed, parameters } = request;
  const { selection, reserveAreas } = parameters;
  const byName = new Map(areas.map((area) => [area.area, area]));
  const chances = chancesOf(areas, wanted, selection);
  const rank = ({ area, ticket }: { area: Area; ticket: string }) =>
    rankOf(ticket, area.units.length, selection);
  const ranked = tickets(byName.keys(), seed)
    .map(({ id, ticket }) => ({ area: byName.get(id) as Area, ticket }))
    .sort((a, b) => rank(a) - rank(b));
  return ranked.slice(0, wanted + reserveAreas).map(({ area, ticket }, i) => ({
    area: area.area,
    community: area.community,
    ...(parameters.areaKind === 'building' ? { building: area.building } : {}),
    ...(area.street === '' ? {} : { street: area.street }),
    stratum,
    order: i + 1,
    role: roleOf(i, wanted),
    ticket,
    size: area.units.length,
    probability: chances.get(area) ?? 0,
    units: drawUnits(area, request),
  }));
}

type Selection = DrawParameters['selection'];

function chancesOf(areas: readonly Area[], wanted: number, selection: Selection): Map<Area, number> {
  const sizes = areas.map(({ units }) => units.length);
  const equal = Number((wanted / areas.length).toPrecision(6));
  const chances = selection === 'size' ? inclusionBySize(sizes, wanted) : areas.map(() => equal);
  return new Map(areas.map((area, i) => [area, chances[i] ?? 0]));
}

function drawUnits({ units }: Area, { seed, parameters }: DrawRequest): DrawnUnit[] {
  const wanted = Math.min(parameters.units ?? units.length, units.length);
  const byName = new Map(units.map((unit) => [ticketName(unit), unit]));
  const ranked = tickets(byName.keys(), seed).slice(0, wanted + parameters.reserveUnits);
  return ranked.map(({ id, ticket }, i) => {
    const { unit, building } = byName.get(id) as FrameUnit;
    return {
      unit,
      ...(building === '' ? {} : { building }),
      order: i + 1,
      role: roleOf(i, wanted),
      ticket,
      probability: Number((wanted / units.length).toPrecision(6)),
    };
  });
}

function roleOf(place: number, wanted: number): DrawRole {
  return place < wanted ? 'drawn' : 'reserve';
}

/** By which areas come: their ticket, or the ticket divided by the area's units. */
function rankOf(ticket: string, size: number, selection: Selection): number {
  return selection === 'size' ? Number(ticket) / size : Number(ticket);
}

/** The drawn before the reserves, each in the order in which they came. */
function asDrawn({ selection }: Pick<DrawParameters, 'selection'>) {
  const key = ({ ticket, size }: DrawnArea) => rankOf(ticket, size, selection);
  return (a: DrawnArea, b: DrawnArea) => {
    if (a.role !== b.role) return a.role === 'drawn' ? -1 : 1;
    return key(a) - key(b) || byText(a.ticket, b.ticket);
  };
}

function summaryOf({ stratum, areas }: Stratum, drawn: readonly DrawnArea[]): DrawStratum {
  const drawnAreas = drawn.filter(({ role }) => role === 'drawn').length;
  return { stratum, areas: areas.length, units: unitsIn(areas), drawnAreas };
}

/** What the parameters alone do not tell a reader of the draw. */
function notesOf(
  frame: SamplingFrame,
  strata: readonly Stratum[],
  areas: readonly DrawnArea[],
  wanted: ReadonlyMap<string, number>,
  { parameters, refused = [] }: DrawRequest,
): DrawNote[] {
  const { areas: asked, units, reserveUnits, reserveAreas, stratify } = parameters;
  const given = sumOf(wanted.values());
  const notes: DrawNote[] = [];
  if (asked !== undefined && given < asked) notes.push({ code: 'fewer-areas', asked, given });
  for (const { stratum, areas: all } of strata) {
    const wish = (wanted.get(stratum) ?? 0) + reserveAreas;
    if (asked !== undefined && reserveAreas > 0 && all.length < wish)
      notes.push({ code: 'fewer-areas', stratum, asked: wish, given: all.length });
  }
  const enough = (units ?? 0) + reserveUnits;
  const small = areas.filter(({ size }) => units !== undefined && size < enough).map(({ area }) => area);
  if (small.length > 0) notes.push({ code: 'fewer-units', asked: enough, names: small });
  for (const { stratum, letIn } of strata) {
    if (letIn.length > 0) notes.push({ code: 'let-in', stratum, names: letIn });
  }
  const homeless = frame.list.filter(({ street }) => stratify === 'street' && street === '');
  const names = [...new Set(homeless.map(({ community }) => community))];
  if (names.length > 0) notes.push({ code: 'no-street', names });
  if (frame.without.length > 0) notes.push({ code: 'no-cards', names: frame.without });
  if (refused.length > 0) notes.push({ code: 'refused', names: [...refused] });
  return notes;
}
