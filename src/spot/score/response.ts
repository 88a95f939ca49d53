import type { Draw } from '../../model/draw.js';
import type { SpotArea, SpotResult } from '../../model/spot-result.js';
import { type CountedArea, type UnitState, unitState } from './sample.js';
import type { AreaVisits, FieldVisit } from './visits.js';

/** What became of every area, its households and the people on its list; those not met are counted apart from those not there. */
export function responseOf(areas: readonly AreaVisits[], counted: readonly CountedArea[]): SpotArea[] {
  return areas.map((visits) => {
    const { area, stratum, role, order } = visits.area;
    const inSample = counted.some((one) => one.area === area);
    return { area, stratum, role, order, state: areaState(visits, inSample), ...countsOf(visits) };
  });
}

function areaState({ area, sheets, visits }: AreaVisits, inSample: boolean): SpotArea['state'] {
  if (inSample) return 'counted';
  if (sheets.length === 0) return area.role === 'drawn' ? 'not-returned' : 'unused';
  const answered = area.units.some(({ unit }) => unitState(unit, visits) === 'answered');
  return answered && area.role === 'reserve' ? 'out-of-order' : 'no-answer';
}

function countsOf({ area, sheets, visits }: AreaVisits): Pick<SpotArea, 'households' | 'persons'> {
  const states = area.units
    .map(({ unit, role }) => ({ role, state: unitState(unit, visits) }))
    // A reserve that nobody needed is no household that gave no answer.
    .filter(({ role, state }) => role === 'drawn' || state !== 'open');
  const of = (state: UnitState) =>
    sheets.length === 0 ? 0 : states.filter((one) => one.state === state).length;
  const households = {
    visited: sheets.length === 0 ? 0 : states.length,
    answered: of('answered'),
    notMet: of('not-met'),
    refused: of('refused'),
    open: of('open'),
  };
  return { households, persons: personsOf(sheets.length === 0 ? [] : visits) };
}

function personsOf(visits: readonly FieldVisit[]): SpotArea['persons'] {
  const listed = visits.filter(
    ({ listed: one, answer }) => one !== null && (one.unit.role === 'drawn' || answer.outcome !== null),
  );
  const of = (outcome: FieldVisit['answer']['outcome']) =>
    listed.filter(({ answer }) => answer.outcome === outcome).length;
  return {
    listed: listed.length,
    match: of('match'),
    differs: of('differs'),
    notFound: of('not-found'),
    notMet: of('not-met'),
    refused: of('refused'),
    open: of(null),
    added: visits.filter((visit) => visit.listed === null).length,
  };
}

/** What was drawn, as the report states it. */
export function drawSummary({ code, seed, round, frame, parameters, areas }: Draw): SpotResult['draw'] {
  const { areaKind, unitKind, register, point } = parameters;
  return {
    code,
    seed,
    round,
    areaKind,
    unitKind,
    register,
    point,
    frameAreas: frame.areas,
    frameUnits: frame.units,
    drawnAreas: areas.filter(({ role }) => role === 'drawn').length,
  };
}
