import { existsSync } from 'node:fs';
import path from 'node:path';
import type { MendPlace } from '../report/rows.js';

/** Finds the file that a printed path stands for; undefined where it is not at hand. */
export type SourceFinder = (printed: string) => string | undefined;

/**
 * Printed paths are relative to the PATH argument that led to them, with several arguments prefixed by its base name;
 * this is the way back.
 * @param paths the arguments of the command line
 */
export function sourceFinder(paths: readonly string[]): SourceFinder {
  const known = new Map<string, string | undefined>();
  return (printed) => {
    if (!known.has(printed)) known.set(printed, candidates(paths, printed).find(existsSync));
    return known.get(printed);
  };
}

function candidates(paths: readonly string[], printed: string): string[] {
  const absolute = paths.map((argument) => path.resolve(argument));
  const named = absolute.filter((file) => path.basename(file) === printed);
  const inside = absolute.map((folder) =>
    path.join(paths.length > 1 ? path.dirname(folder) : folder, printed),
  );
  const led = inside.filter((file) => absolute.some((folder) => file.startsWith(folder + path.sep)));
  return [...named, ...led];
}

/**
 * Links from a report to the cells of its sources, relative to the report, so that both can be moved together.
 * @param report where the report will be
 */
export function linker(report: string, sources: SourceFinder): (place: MendPlace) => string | undefined {
  const folder = path.dirname(path.resolve(report));
  return (place) => {
    const file = sources(place.path);
    if (file === undefined) return undefined;
    const steps = path.relative(folder, file).split(path.sep);
    const link = steps.map(encodeURIComponent).join('/');
    if (place.sheet === undefined || !/\.xls[xm]$/i.test(file)) return link;
    const cell = place.anchor ?? place.cells[0] ?? `A${place.row ?? 1}`;
    return `${link}#${encodeURI(`'${place.sheet.replaceAll("'", "''")}'!${cell}`)}`;
  };
}
