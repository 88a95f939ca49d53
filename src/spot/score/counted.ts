import type { Draw } from '../../model/draw.js';
import { noted } from '../../model/noted.js';
import { type CountedArea, isAnswer, isPresent } from './sample.js';
import type { SpotNote } from './visit-notes.js';
import type { AreaVisits, FieldVisit } from './visits.js';

/** A visit that counts, with the household that it counts in. */
export interface CountedVisit {
  visit: FieldVisit;
  number: number;
  area: CountedArea;
  unit: string;
}

/** The visits of households that answered and count; the others say nothing. */
export function countedVisits(
  visits: readonly FieldVisit[],
  numbers: ReadonlyMap<FieldVisit, number>,
  area: CountedArea,
  draw: Draw,
): CountedVisit[] {
  return visits.flatMap((visit): CountedVisit[] => {
    const unit = visit.unit ?? '';
    const counts = area.answered.has(unit) || isNewHousehold(visit, area, draw);
    return counts && (isAnswer(visit) || isPresent(visit))
      ? [{ visit, number: numbers.get(visit) ?? -1, area, unit }]
      : [];
  });
}

/** People on no list whose household does not count, or was not written down: they are in no rate. */
export function addedElsewhere(areas: readonly AreaVisits[], counted: readonly CountedVisit[]): SpotNote[] {
  const added = areas.flatMap(({ visits }) => visits).filter(({ listed }) => listed === null);
  const inside = new Set(counted.map(({ visit }) => visit));
  return noted('added-elsewhere', added.filter((visit) => !inside.has(visit)).length);
}

/** Where a whole area was drawn, a household that no card names is one of its omissions. */
function isNewHousehold({ listed, unit }: FieldVisit, { visits }: CountedArea, draw: Draw): boolean {
  if (listed !== null || draw.parameters.unitKind !== 'area') return false;
  return !visits.area.units.some((one) => one.unit === unit);
}
