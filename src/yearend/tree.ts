import type { AreaRow } from '../model/measured.js';
import type { FilingRow } from './types.js';

/** An area and where it stands. */
export interface Node extends Pick<FilingRow, 'area' | 'level' | 'parent' | 'depth'> {
  parts: string[];
}

/**
 * The areas from the top down, each whole before its parts, names in the order of their characters. What has no single
 * area above it stands under a nameless whole, so that there is always one row for everything.
 */
export function treeOf(areas: readonly AreaRow[]): Node[] {
  const rows = new Map(areas.map((row) => [row.area, row]));
  const held = new Set(areas.flatMap(({ parts }) => parts));
  const tops = areas.filter(({ area }) => !held.has(area)).map(({ area }) => area);
  const nodes: Node[] = [];
  const placed = new Set<string>();
  const place = (area: string, parent: string, depth: number): void => {
    const row = rows.get(area);
    if (!row || placed.has(area)) return;
    placed.add(area);
    const parts = row.parts.filter((part) => rows.has(part)).sort();
    nodes.push({ area, level: row.level, parent, depth, parts });
    for (const part of parts) place(part, area, depth + 1);
  };
  if (tops.length !== 1) nodes.push({ area: '', level: 'all', parent: '', depth: 0, parts: tops.sort() });
  for (const top of tops.sort()) place(top, '', tops.length === 1 ? 0 : 1);
  return nodes;
}
