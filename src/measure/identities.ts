import { remember } from '../keys/remember.js';
import type { Areas } from './areas.js';
import { Block, type Frame } from './block.js';
import type { FigureCell, Reported } from './figures.js';
import { type Identity, linear } from './identity.js';
import { SUMS, type Sum } from './indicators/sums.js';
import { keyBefore, keysWithin } from './periods.js';

export function frameOf(reported: Reported, areas: Areas, own: readonly Sum[]): Frame {
  return { reported, areas, catalogue: reported.catalogue, sums: [...SUMS, ...own] };
}

/** Every identity between the reported figures of a run. */
export function identitiesOf(frame: Frame): Identity[] {
  const firsts = frame.reported.cells.firsts();
  const local = firsts.flatMap(({ area, span }) => new Block(frame, area, span).identities());
  return [...local, ...acrossPeriods(frame), ...acrossAreas(frame)];
}

/** Starts are the ends before them; months, quarters and halves make their year. */
function acrossPeriods({ reported: { cells } }: Frame): Identity[] {
  const partsOf = remember(keysWithin);
  return cells.values().flatMap((cell): Identity[] => {
    const { indicator, area, span } = cell;
    if (indicator.kind !== 'count' || !span.months) return [];
    const at = (key: string, code = indicator.code) => cells.get(area, key, code);
    const found: Identity[] = [];
    if (indicator.time === 'start') {
      const before = at(keyBefore(span.months), 'population_end');
      if (before) found.push(linear('totals/carry-over-differs', [cell], [before], '='));
    }
    for (const keys of partsOf(span.months)) {
      const parts = partsInTime(keys, indicator.time, at);
      if (parts) found.push(linear('totals/rollup-differs', parts, [cell], '='));
    }
    return found;
  });
}

/** The cells of the parts of a period that make its flow, or the one that its stock is: undefined where one is missing. */
function partsInTime(
  keys: readonly string[],
  time: string,
  at: (key: string) => FigureCell | undefined,
): FigureCell[] | undefined {
  const wanted =
    time === 'flow' ? keys : time === 'start' ? keys.slice(0, 1) : time === 'end' ? keys.slice(-1) : [];
  const parts = wanted.flatMap((key) => at(key) ?? []);
  return parts.length > 0 && parts.length === wanted.length ? parts : undefined;
}

/** Communities make their street, streets their district, rows the total below them. */
function acrossAreas({ reported, areas }: Frame): Identity[] {
  const { cells, totals } = reported;
  return cells.values().flatMap((cell): Identity[] => {
    const { indicator, area, span } = cell;
    if (indicator.kind !== 'count' || indicator.time === 'unknown') return [];
    const parts = totals.get(area) ?? areas.partsOf(area);
    const inside = totals.has(area) ? withoutWholes(parts, areas) : parts;
    if (inside.length === 0) return [];
    const held = inside.flatMap((part) => cells.get(part, span.key, indicator.code) ?? []);
    if (held.length === 0 || held.includes(cell)) return [];
    return [linear('totals/rollup-differs', held, [cell], held.length === inside.length ? '=' : '<=')];
  });
}

/** Of the rows above a total those that are not wholes of others above it. */
function withoutWholes(rows: readonly string[], areas: Areas): string[] {
  return rows.filter((row) => !areas.communitiesOf(row).some((part) => part !== row && rows.includes(part)));
}
