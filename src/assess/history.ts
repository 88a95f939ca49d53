import { byText } from '../keys/order.js';
import type { HistoryEntry } from '../model/assessment-history.js';
import { ASSESSMENT_HISTORY_SCHEMA, assessmentHistorySchema } from '../model/assessment-history.js';
import { parseJson } from '../report/parse-json.js';
import type { AreaScore, Assessment, Warning } from './types.js';

/**
 * The entries that the text of a history holds.
 * @returns them, or where it is none: the first place that is wrong
 */
export function parseHistory(text: string): { entries: HistoryEntry[] } | { fault: string } {
  const parsed = parseJson(text, assessmentHistorySchema);
  return 'fault' in parsed ? { fault: parsed.at } : { entries: parsed.value.entries };
}

/** A history as its file holds it: by year, area and item, an entry a line. */
export function historyText(entries: readonly HistoryEntry[]): string {
  const lines = [...entries].sort(inOrder).map((entry) => `    ${JSON.stringify(ordered(entry))}`);
  const body = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "schema": ${JSON.stringify(ASSESSMENT_HISTORY_SCHEMA)},\n  "entries": ${body}\n}\n`;
}

function ordered({ year, area, item, value, missed, numerator, denominator }: HistoryEntry): HistoryEntry {
  return { year, area, item, value, missed, numerator, denominator };
}

function inOrder(a: HistoryEntry, b: HistoryEntry): number {
  return a.year - b.year || byText(a.area, b.area) || byText(a.item, b.item);
}

/** What an assessment of a year adds to the history: every value that has a target. */
function entriesOf(year: number, areas: readonly AreaScore[]): HistoryEntry[] {
  return areas.flatMap(({ area, schemes }) => {
    const judged = new Map<string, HistoryEntry>();
    for (const { item, value, missed, numerator, denominator } of schemes.flatMap(({ items }) => items)) {
      if (value === null || missed === undefined || judged.get(item)?.missed) continue;
      judged.set(item, { year, area, item, value, missed, numerator, denominator });
    }
    return [...judged.values()];
  });
}

/**
 * A history with the entries of a year. What is known of other areas and years stays.
 * @returns the new history; or, where an area of this year has other entries and they are not to be replaced, the first
 *   entry that differs
 */
export function record(
  history: readonly HistoryEntry[],
  fresh: readonly HistoryEntry[],
  replace: boolean,
): { entries: HistoryEntry[]; differs?: undefined } | { differs: HistoryEntry } {
  const placeOf = ({ year, area }: HistoryEntry) => `${year}|${area}`;
  const places = new Set(fresh.map(placeOf));
  const old = history.filter((entry) => places.has(placeOf(entry)));
  const text = (entry: HistoryEntry) => JSON.stringify(ordered(entry));
  const [known, given] = [new Set(old.map(text)), new Set(fresh.map(text))];
  const recorded = new Set(old.map(placeOf));
  const added = fresh.filter((entry) => recorded.has(placeOf(entry)) && !known.has(text(entry)));
  const [differs] = [...added, ...old.filter((entry) => !given.has(text(entry)))].sort(inOrder);
  if (differs && !replace) return { differs };
  return { entries: [...history.filter((entry) => !places.has(placeOf(entry))), ...fresh].sort(inOrder) };
}

/** Targets of data quality that were missed this year and in the years right before it; a year without data ends the row. */
export function warningsOf(
  year: number,
  areas: readonly AreaScore[],
  history: readonly HistoryEntry[],
): Warning[] {
  const keyOf = ({ year: of, area, item }: HistoryEntry) => `${of}|${area}|${item}`;
  const missed = new Map(history.filter((entry) => entry.missed).map((entry) => [keyOf(entry), entry]));
  const levels = new Map(areas.map(({ area, level }) => [area, level]));
  return entriesOf(year, areas).flatMap((entry): Warning[] => {
    if (!entry.missed) return [];
    const years = [entry];
    for (let back = year - 1; ; back--) {
      const before = missed.get(keyOf({ ...entry, year: back }));
      if (!before) break;
      years.unshift(before);
    }
    if (years.length < 2) return [];
    const { area, item } = entry;
    const level = levels.get(area) ?? 'community';
    const stage = years.length === 2 ? 'two-years' : 'three-years';
    return [{ area, level, item, years: years.map(numbersOf), stage }];
  });
}

function numbersOf({ year, value, numerator, denominator }: HistoryEntry): Warning['years'][number] {
  return { year, value, numerator, denominator };
}

/** The year that an assessment is of, and what it would record. */
export function freshEntries({ run, areas }: Pick<Assessment, 'run' | 'areas'>): HistoryEntry[] {
  return run.year === undefined ? [] : entriesOf(run.year, areas);
}
