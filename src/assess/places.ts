import type { Scheme } from '../config/measures.js';
import type { AreaConfig, Config, People } from '../config/types.js';
import { leavesOf } from '../keys/order.js';
import { remember } from '../keys/remember.js';
import type { AreaRow } from '../model/measured.js';
import type { AuditResult } from '../model/result.js';

/** The areas of a result: what they are made of, and under which schemes their people fall. */
export interface Places {
  areas: readonly AreaRow[];
  /** The communities that an area is made of; itself where it is one. */
  communitiesOf(area: string): readonly string[];
  /** Who falls under which scheme; null where an area has both and it is not known how many people they have. */
  schemesOf(area: string): Shares;
}

export type Shares = ReadonlyMap<Scheme, number> | null;

/** What the configuration says of places. */
export type PlaceRules = Pick<Config, 'communities' | 'areas'> & { assessment: { scheme: Scheme } };

/**
 * @param result areas as the audit found them; without them every community that has numbers stands for itself
 * @param population the people of a community, undefined where nobody counted them
 */
export function assessedPlaces(
  result: Pick<AuditResult, 'areas' | 'line' | 'errorRates'>,
  rules: PlaceRules,
  population: (community: string) => number | undefined,
): Places {
  const areas = result.areas ?? communitiesAlone(result);
  const byName = new Map(areas.map((one) => [one.area, one]));
  const communitiesOf = remember((area: string) => leavesOf(area, (name) => byName.get(name)?.parts ?? []));
  const wholes = areas.filter(({ parts }) => parts.length > 0);
  const above = (community: string) =>
    wholes.filter(({ area }) => communitiesOf(area).includes(community)).map(({ area }) => area);
  return { areas, communitiesOf, schemesOf: schemeFinder(rules, { communitiesOf, above, population }) };
}

function communitiesAlone({ line, errorRates }: Pick<AuditResult, 'line' | 'errorRates'>): AreaRow[] {
  const named = [...line, ...errorRates].map(({ community }) => community).filter(Boolean);
  return [...new Set(named)].sort().map((area) => ({ area, level: 'community', parts: [] }));
}

interface Tree {
  communitiesOf(area: string): readonly string[];
  /** The areas that a community belongs to, the lowest first. */
  above(community: string): readonly string[];
  population(community: string): number | undefined;
}

function schemeFinder(rules: PlaceRules, tree: Tree): Places['schemesOf'] {
  const named = [...rules.areas, ...rules.communities];
  const said = new Map<string, Pick<AreaConfig, 'scheme' | 'people'>>(named.map((one) => [one.name, one]));
  const schemeOf = (community: string): Scheme =>
    [community, ...tree.above(community)].map((area) => said.get(area)?.scheme).find(Boolean) ??
    rules.assessment.scheme;
  const peopleOf = (community: string): People | undefined => {
    const split = said.get(community)?.people;
    if (split) return split;
    const all = tree.population(community);
    if (all === undefined) return undefined;
    return schemeOf(community) === 'urban' ? { urban: all, rural: 0 } : { urban: 0, rural: all };
  };
  return (area) => {
    const own = said.get(area)?.people;
    if (own) return shares(own);
    const communities = tree.communitiesOf(area);
    const isSplit = communities.some((community) => said.get(community)?.people);
    const schemes = new Set(communities.map(schemeOf));
    const [only] = schemes;
    if (only && schemes.size === 1 && !isSplit) return new Map([[only, 1]]);
    const counted = communities.map(peopleOf);
    if (counted.some((people) => people === undefined)) return null;
    return shares(counted.reduce<People>((sum, people) => added(sum, people), { urban: 0, rural: 0 }));
  };
}

function added(sum: People, people: People | undefined): People {
  return { urban: sum.urban + (people?.urban ?? 0), rural: sum.rural + (people?.rural ?? 0) };
}

function shares({ urban, rural }: People): Shares {
  const held = [['urban', urban] as const, ['rural', rural] as const].filter(([, people]) => people > 0);
  return held.length === 0 ? null : new Map(held);
}
