import type { Draw, DrawnUnit } from '../../model/draw.js';
import { noted } from '../../model/noted.js';
import type { AreaSample } from '../../statistics/estimate/clusters.js';
import type { Outcome } from '../sheet/layout.js';
import type { SpotNote } from './visit-notes.js';
import type { AreaVisits, FieldVisit } from './visits.js';

/** What became of a household, or of a drawn record: answered where somebody could say who lives there. */
export type UnitState = 'answered' | 'not-met' | 'refused' | 'open';

/** An area that counts in the estimates: the households of it that count, and what each stands for. */
export interface CountedArea extends AreaSample {
  visits: AreaVisits;
  /** Units that answered and count. */
  answered: ReadonlySet<string>;
  /** Households of the frame that each of them stands for. */
  weight: number;
}

/** Areas that are estimated together: all of them, under no name, and each by itself, which is no sample of others. */
export interface AreaGroup {
  area: string;
  areas: readonly CountedArea[];
}

export function groupsOf(areas: readonly CountedArea[]): AreaGroup[] {
  const alone = areas.map((one) => ({ area: one.area, areas: [{ ...one, areaShare: 1 }] }));
  return [{ area: '', areas }, ...alone];
}

/** Nothing is known of who is not met or does not answer. */
const ANSWERS: readonly (Outcome | null)[] = ['match', 'differs', 'not-found'];

export function isAnswer({ answer }: FieldVisit): boolean {
  return ANSWERS.includes(answer.outcome);
}

/** Seen at the door: on the list, or not, and then whatever stands in the outcome but "not found" and no answer. */
export function isPresent({ listed, answer: { outcome } }: FieldVisit): boolean {
  return outcome === 'match' || outcome === 'differs' || (listed === null && outcome === null);
}

export function unitState(unit: string, visits: readonly FieldVisit[]): UnitState {
  const rows = visits.filter((visit) => visit.listed !== null && visit.unit === unit);
  if (rows.some(isAnswer)) return 'answered';
  if (rows.some(({ answer }) => answer.outcome === 'refused')) return 'refused';
  return rows.some(({ answer }) => answer.outcome === 'not-met') ? 'not-met' : 'open';
}

/**
 * The areas and households that estimates rest on. Reserves take the place of those that gave no answer, only in their
 * drawn order: what was visited beyond it is left out, and said.
 *
 * The weight of a household is one over the chance of its area, times the households of the area over those that
 * answered; areas of a stratum that did not come back are made up for by the others.
 */
export function countedAreas(
  draw: Draw,
  areas: readonly AreaVisits[],
): { counted: CountedArea[]; notes: SpotNote[] } {
  const notes: SpotNote[] = [];
  const used = areasInOrder(areas, notes);
  const counted = used.flatMap((visits): CountedArea[] => {
    const { area } = visits;
    const answered = unitsInOrder(visits, notes);
    if (answered.size === 0) return [];
    const stratum = draw.strata.find((one) => one.stratum === area.stratum);
    const back = used.filter((one) => one.area.stratum === area.stratum).length;
    const chance = Math.min(1, area.probability * (back / Math.max(1, stratum?.drawnAreas ?? back)));
    return [
      {
        stratum: area.stratum,
        area: area.area,
        areaShare: areaShare(draw, chance),
        unitShare: answered.size / Math.max(area.size, answered.size),
        visits,
        answered,
        weight: area.size / answered.size / chance,
      },
    ];
  });
  return { counted, notes };
}

/** With unequal chances the variance is that of a draw with replacement, which errs on the safe side. */
function areaShare({ parameters }: Draw, chance: number): number {
  if (chance >= 1) return 1;
  return parameters.selection === 'equal' ? chance : 0;
}

/** Drawn areas that came back; reserves in their order for those that did not. */
function areasInOrder(areas: readonly AreaVisits[], notes: SpotNote[]): AreaVisits[] {
  const strata = [...new Set(areas.map(({ area }) => area.stratum))];
  return strata.flatMap((stratum) => {
    const inside = areas.filter(({ area }) => area.stratum === stratum);
    const drawn = inside.filter(({ area }) => area.role === 'drawn');
    const back = drawn.filter(({ sheets }) => sheets.length > 0);
    const reserves = inside
      .filter(({ area }) => area.role === 'reserve')
      .sort((a, b) => a.area.order - b.area.order);
    const state = ({ sheets }: AreaVisits) => (sheets.length > 0 ? 'answered' : 'open');
    const { taken, passed } = inOrder(reserves, state, drawn.length - back.length);
    const names = passed.map(({ area }) => area.area).join('、');
    notes.push(...noted('reserve-area-out-of-order', passed.length, names));
    return [...back, ...taken];
  });
}

/** Units that answered: drawn ones, and reserves in their order for those that did not. */
function unitsInOrder({ area, visits }: AreaVisits, notes: SpotNote[]): Set<string> {
  const state = ({ unit }: DrawnUnit) => unitState(unit, visits);
  const drawn = area.units.filter(({ role }) => role === 'drawn');
  const answered = drawn.filter((unit) => state(unit) === 'answered');
  const reserves = area.units.filter(({ role }) => role === 'reserve').sort((a, b) => a.order - b.order);
  const { taken, passed } = inOrder(reserves, state, drawn.length - answered.length);
  notes.push(...noted('reserve-unit-out-of-order', passed.length, area.area));
  return new Set([...answered, ...taken].map(({ unit }) => unit));
}

/** The first reserves that answered, as many as are needed and as long as none was skipped; `passed` are the others. */
function inOrder<Item>(
  reserves: readonly Item[],
  state: (item: Item) => UnitState,
  needed: number,
): { taken: Item[]; passed: Item[] } {
  const taken: Item[] = [];
  const passed: Item[] = [];
  let skipped = false;
  for (const reserve of reserves) {
    const now = state(reserve);
    if (now === 'open') skipped = true;
    else if (now === 'answered') (skipped || taken.length >= needed ? passed : taken).push(reserve);
  }
  return { taken, passed };
}
