import type { AreaList, Listed } from '../sheet/people.js';
import type { FilledRow, FilledSheet } from './answers.js';

/** A row of a sheet that came back, with whom it is about. */
export interface FieldVisit {
  sheet: FilledSheet;
  answer: FilledRow;
  /** Nobody where the person was found at the door and is on no list. */
  listed: Listed | null;
  /** Household number, or fingerprint of a drawn record; null where nobody wrote the household down. */
  unit: string | null;
}

/** An area and what came back from it. */
export interface AreaVisits extends AreaList {
  sheets: FilledSheet[];
  visits: FieldVisit[];
}

/** Everybody who was visited; visits are numbered by their place in it. */
export function visitsOf(areas: readonly AreaVisits[]): FieldVisit[] {
  return areas.flatMap(({ visits }) => visits);
}

/** A visit with its number and where it was made. */
export type NumberedVisit = ReturnType<typeof numberedVisits>[number];

/** Differences are named wherever they were seen, in households that count and in others. */
export function numberedVisits(areas: readonly AreaVisits[], numbers: ReadonlyMap<FieldVisit, number>) {
  return areas.flatMap(({ area: { community }, visits }) =>
    visits.map((visit) => ({ visit, number: numbers.get(visit) ?? -1, community })),
  );
}
