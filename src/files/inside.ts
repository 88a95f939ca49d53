import { existsSync, realpathSync } from 'node:fs';
import nodePath from 'node:path';

/**
 * Whether an absolute path is a folder or lies in it. What lies on another drive lies in none of this one.
 * @param paths the rules of the system's paths
 */
export function isInside(path: string, folder: string, paths: nodePath.PlatformPath = nodePath): boolean {
  const way = paths.relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${paths.sep}`) && !paths.isAbsolute(way));
}

/** The real path of a file or folder, or of the nearest above it that exists, with what is missing behind it. */
export function realPath(given: string): string {
  const absolute = nodePath.resolve(given);
  const above = nodePath.dirname(absolute);
  if (existsSync(absolute) || above === absolute) return realpathSync(absolute);
  return nodePath.join(realPath(above), nodePath.basename(absolute));
}
