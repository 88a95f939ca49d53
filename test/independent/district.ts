/** An invented district: communities full of stories, and what is on record of them at every point. */
import type { Family } from './family.js';
import { AWAY } from './journeys.js';
import { AT_HOME } from './lives.js';
import { KEPT, type Row, rowsAt } from './rows.js';
import { Story } from './stories.js';
import { Dice, Registry } from './values.js';

const NAMES = ['柳溪社区', '松岭社区', '石桥社区', '东湖社区', '梨园村', '双河村'];

export interface Plan {
  seed: number;
  communities: number;
  /** How often each story is told in each community. */
  each: number;
  points: readonly string[];
  /** Registers that a point does not keep here, as `point/register`. */
  without?: readonly string[];
  /** Columns that nobody has, as `register/column`. */
  hidden?: readonly string[];
  layout: 'csv' | 'xlsx';
  /** Stories that are not told here. */
  untold?: readonly string[];
}

/** Whether the registers of a point have no such column. */
export function isHidden({ hidden = [] }: Plan, point: string, register: string, column: string): boolean {
  return [`${register}/${column}`, `${point}/${register}/${column}`].some((one) => hidden.includes(one));
}

export interface District {
  plan: Plan;
  dice: Dice;
  registry: Registry;
  communities: string[];
  families: Family[];
  rows: Row[];
}

export function districtOf(plan: Plan): District {
  const dice = new Dice(plan.seed);
  const registry = new Registry(dice);
  const communities = NAMES.slice(0, plan.communities);
  const families: Family[] = [];
  for (const [n, community] of communities.entries()) {
    const region = `23019${n}`;
    const elsewhere = communities[(n + 1) % communities.length] ?? community;
    let number = 0;
    for (let round = 0; round < plan.each; round++)
      for (const [name, tell] of Object.entries({ ...AT_HOME, ...AWAY })) {
        if (plan.untold?.includes(name)) continue;
        if (elsewhere === community && (name === 'crossing' || name === 'movedOver')) continue;
        const story = new Story(registry, community, region, elsewhere, ++number, name);
        tell(story);
        families.push(story.family);
      }
  }
  const rows = plan.points.flatMap((point) => families.flatMap((family) => rowsAt(point, family)));
  const buildings = plan.points.includes('ledger') ? buildingsOf(communities, families) : [];
  const absent = (row: Row): boolean =>
    (plan.without ?? []).some((one) => one === `${row.point}/${row.register}`) || isGone(plan, row);
  return {
    plan,
    dice,
    registry,
    communities,
    families,
    rows: [...rows, ...buildings].filter((row) => !absent(row)),
  };
}

/** The dead stand on a card that says so, and on no other. */
function isGone(plan: Plan, { point, register, values }: Row): boolean {
  return (
    register === 'households' && values.death_date !== '' && isHidden(plan, point, register, 'death_date')
  );
}

/** The building list, counted from the cards. */
function buildingsOf(communities: string[], families: Family[]): Row[] {
  if (!KEPT.ledger?.includes('buildings')) return [];
  const cards = families.flatMap((family) => family.cards);
  return communities.flatMap((community) => {
    const own = cards.filter((card) => card.community === community);
    return [...new Set(own.map(({ building }) => building))].sort().map((building): Row => {
      const here = own.filter((card) => card.building === building);
      const persons = here.flatMap(({ members }) => members).filter(({ died }) => died === undefined).length;
      const values = { community, building, households: String(here.length), persons: String(persons) };
      return {
        register: 'buildings',
        point: 'ledger',
        community,
        values,
        family: undefined,
        fact: undefined,
      };
    });
  });
}
