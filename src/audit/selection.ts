import picomatch from 'picomatch';
import { type AcceptedEntry, acceptedPath, readAccepted } from '../config/accepted.js';
import type { Config } from '../config/types.js';
import { UserError } from '../messages/index.js';
import { nearestOf } from '../messages/nearest.js';
import type { Rule } from '../rules/rule.js';
import type { Store } from '../store/store.js';
import type { AuditOptions } from './options.js';

/**
 * The communities to report on by their canonical names. A misspelt one must not look like a clean one.
 * @throws UserError that names the communities that the records do name
 */
export async function communitiesAsked(store: Store, asked: readonly string[], { communities }: Config) {
  if (asked.length === 0) return [];
  const rows = await store.all<{ community: string }>(
    `SELECT community FROM records WHERE community IS NOT NULL
     UNION SELECT community FROM sources WHERE community IS NOT NULL ORDER BY community`,
  );
  const known = rows.map(({ community }) => community);
  return asked.map((name) => {
    const configured = communities.find((one) => one.name === name || one.synonyms.includes(name));
    const canonical = configured?.name ?? name;
    if (known.includes(canonical)) return canonical;
    const nearest = nearestOf(name, known);
    throw new UserError('cli.unknown-community', { name, nearest, known: known.slice(0, 20).join(' ') });
  });
}

/** The rules to check, and which of them to report on. */
export interface RulesAsked {
  checked: Rule[];
  reported(rule: string): boolean;
}

/**
 * The rules that globs on their names choose (a family stands for all of its rules). All but the
 * excepted ones are checked whatever is reported, since a finding may follow from one of another rule.
 * @throws UserError for a glob that chooses no rule, with the nearest name
 */
export function rulesAsked(asked: AuditOptions['rules'], rules: readonly Rule[]): RulesAsked {
  const names = rules.map(({ name }) => name);
  const only = (asked?.only ?? []).map((glob) => chooser(glob, names));
  const except = (asked?.except ?? []).map((glob) => chooser(glob, names));
  return {
    checked: rules.filter(({ name }) => !except.some((chosen) => chosen(name))),
    reported: (rule) => only.length === 0 || only.some((chosen) => chosen(rule)),
  };
}

/**
 * A test whether a glob chooses a name of a rule.
 * @throws UserError where it chooses none
 */
export function chooser(glob: string, names: readonly string[]): (name: string) => boolean {
  const matches = picomatch([glob, `${glob}/*`]);
  if (names.some((name) => matches(name))) return (name) => matches(name);
  throw new UserError('cli.unknown-rule', { name: glob, nearest: nearestOf(glob, names) });
}

/** Decisions about findings, by id, without those about rules that are not checked: nothing follows from their absence. */
export async function acceptedAmong(
  checked: readonly Rule[],
  config: Config,
  paths: readonly string[],
): Promise<Map<string, AcceptedEntry>> {
  const entries = await readAccepted(acceptedPath(config, paths));
  const names = checked.map(({ name }) => name);
  const judged = entries.filter(({ rule }) => rule === undefined || names.includes(rule));
  return new Map(judged.map((entry) => [entry.id, entry]));
}

/** What belongs to the communities asked for; everything where none was. */
export function ofCommunities<Row extends { community: string }>(
  items: Row[],
  asked: readonly string[],
): Row[] {
  return asked.length === 0 ? items : items.filter(({ community }) => asked.includes(community));
}

/** The same of rows that name an area. */
export function ofAreas<Item extends { area: string }>(items: Item[], asked: readonly string[]): Item[] {
  return asked.length === 0 ? items : items.filter(({ area }) => asked.includes(area));
}
