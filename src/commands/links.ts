import { existsSync } from 'node:fs';
import path from 'node:path';
import { isInside } from '../files/inside.js';
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
  const led = inside.filter((file) => absolute.some((folder) => isInside(file, folder)));
  return [...named, ...led];
}

/**
 * Links from a report to the cells of its sources, relative to the report, so that both can be moved together.
 * @param report where the report will be
 * @param paths the rules of the system's paths
 */
export function linker(
  report: string,
  sources: SourceFinder,
  paths: path.PlatformPath = path,
): (place: MendPlace) => string | undefined {
  const folder = paths.dirname(paths.resolve(report));
  return (place) => {
    const file = sources(place.path);
    if (file === undefined) return undefined;
    const link = linkTo(file, folder, paths);
    if (place.sheet === undefined || !/\.xls[xm]$/i.test(file)) return link;
    const cell = place.anchor ?? place.cells[0] ?? `A${place.row ?? 1}`;
    return `${link}#${encodeURI(`'${place.sheet.replaceAll("'", "''")}'!${cell}`)}`;
  };
}

/** The way from a folder to a file; to a file on another drive or computer there is none, and its address stands for it. */
function linkTo(file: string, folder: string, paths: path.PlatformPath): string {
  const way = paths.relative(folder, file);
  if (!paths.isAbsolute(way)) return way.split(paths.sep).map(encodeURIComponent).join('/');
  const [drive = '', ...steps] = way.split(paths.sep);
  return `file:${drive && '///'}${[drive, ...steps.map(encodeURIComponent)].join('/')}`;
}
