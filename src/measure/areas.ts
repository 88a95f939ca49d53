import type { AreaConfig, CommunityConfig } from '../config/types.js';
import { byText, leavesOf } from '../keys/order.js';
import { remember } from '../keys/remember.js';

export type AreaLevel = 'community' | 'street' | 'district';

/** Who is part of whom: communities, streets, districts. */
export interface Areas {
  /** Areas directly below, in order; empty for communities. */
  partsOf(area: string): readonly string[];
  /** The communities below, or the area itself where nothing is below it. */
  communitiesOf(area: string): readonly string[];
  levelOf(area: string): AreaLevel;
  /** All areas that have parts, the lowest first. */
  wholes: readonly string[];
}

/** Where a register says that a community lies. */
export interface Location {
  community: string;
  street: string | null;
  district: string | null;
}

export interface AreaSources {
  configured: readonly AreaConfig[];
  communities: readonly CommunityConfig[];
  located: readonly Location[];
  /** Communities that registers name. */
  known: readonly string[];
  /** Areas that figures are reported for. */
  reported: readonly string[];
}

/**
 * The hierarchy (docs/domain.md#areas): from the configuration, else from street and district columns, else a single area
 * in the figures that is no community is the parent of all.
 */
export function areasOf(sources: AreaSources): Areas {
  const parts = new Map<string, Set<string>>();
  const put = (whole: string | null | undefined, part: string) => {
    if (!whole || whole === part) return;
    parts.set(whole, (parts.get(whole) ?? new Set()).add(part));
  };
  for (const { name, parts: given } of sources.configured) for (const part of given) put(name, part);
  for (const { name, street, district } of sources.communities) locate(put, name, street, district);
  if (parts.size === 0) {
    for (const { community, street, district } of sources.located) locate(put, community, street, district);
  }
  if (parts.size === 0) putUnderOne(put, sources);
  return treeOf(parts);
}

type Put = (whole: string | null | undefined, part: string) => void;

function locate(put: Put, community: string, street?: string | null, district?: string | null): void {
  put(street ?? district, community);
  if (street) put(district, street);
}

function putUnderOne(put: Put, { known, reported }: AreaSources): void {
  const communities = new Set(known);
  const others = reported.filter((area) => !communities.has(area));
  const [whole] = others;
  if (others.length !== 1 || !whole) return;
  for (const community of known) put(whole, community);
}

function treeOf(parts: ReadonlyMap<string, ReadonlySet<string>>): Areas {
  const below = new Map([...parts].map(([whole, held]) => [whole, [...held].sort()]));
  const partsOf = (area: string) => below.get(area) ?? [];
  const all = new Set([...parts.values()].flatMap((held) => [...held]));
  const communitiesOf = remember((area: string) => leavesOf(area, partsOf));
  const levelOf = remember((area: string): AreaLevel => {
    if (!below.has(area)) return 'community';
    const ofWholes = partsOf(area).some((part) => below.has(part));
    return ofWholes || !all.has(area) ? 'district' : 'street';
  });
  const depth = (area: string) => (partsOf(area).some((part) => below.has(part)) ? 1 : 0);
  const wholes = [...below.keys()].sort((a, b) => depth(a) - depth(b) || byText(a, b));
  return { partsOf, communitiesOf, levelOf, wholes };
}
