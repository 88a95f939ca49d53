import type { OwnRule } from '../config/own-rules.js';
import type { Config } from '../config/types.js';
import { KNOWN_PARAMS } from '../findings/params.js';
import { say, UserError } from '../messages/index.js';
import type { Lang } from '../model/language.js';
import type { Rule } from '../rules/rule.js';
import { createTables, defineRecords } from '../store/fill.js';
import type { Store } from '../store/store.js';
import { startMatching } from './match.js';
import { measureAll } from './measure.js';
import { NO_ROWS, withWorkspaceOf } from './open.js';

/** What every rule's SELECT returns (see `rules/rule.ts`). */
const CONTRACT = ['finding', 'ordinal', 'record', 'columns', 'community'];
const WHOLE = ['ordinal', 'record'];

/**
 * A bureau's own rules, checked before any ledger is read, against empty tables: one SELECT each, which reads
 * those tables and nothing else, and returns the columns of the contract.
 *
 * @throws UserError that names the file and what is wrong
 */
export async function loadOwnRules(config: Config, lang: Lang): Promise<Rule[]> {
  if (config.rulesFolder === undefined) return [];
  const { readOwnRules } = await import('../config/own-rules.js');
  const own = await readOwnRules(config);
  await withEmptyTables(config, async (store) => {
    for (const one of own) await checkOwnRule(store, one, lang);
  });
  return own.map(({ rule }) => rule);
}

/** Works with the tables that rules read, without a row, in a store that a statement cannot change. */
export function withEmptyTables<Result>(
  config: Config,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  return withWorkspaceOf(config, NO_ROWS, async (workspace) => {
    const { store } = workspace;
    await store.lock(1);
    await createTables(store);
    await defineRecords(store, []);
    const matching = await startMatching(workspace, { period: '2000' });
    await measureAll(workspace, [], matching);
    return work(store);
  });
}

/**
 * @param store with the tables of `withEmptyTables`
 * @throws UserError where the rule may not be run, or says something that it does not know
 */
export async function checkOwnRule(store: Store, { path, rule, sql }: OwnRule, lang: Lang): Promise<void> {
  const inspected = await store.inspect(sql);
  if ('refused' in inspected)
    throw new UserError(`own.${inspected.refused}`, { path, detail: inspected.detail });
  const types = new Map(inspected.columns.map(({ name, type }) => [name, type]));
  for (const name of CONTRACT) {
    const type = types.get(name);
    if (type === undefined) throw new UserError('own.column', { path, name, valid: CONTRACT.join(', ') });
    const whole = WHOLE.includes(name);
    if (type === '"NULL"' || (whole ? /INT/ : /VARCHAR/).test(type)) continue;
    const expected = say(lang, whole ? 'own.whole-number' : 'template.type-text');
    throw new UserError('own.column-type', { path, name, type, expected });
  }
  const valid = [...types.keys(), ...KNOWN_PARAMS];
  const sentences = [rule.message, rule.remedy].map(({ zh, en }) => zh + en).join('');
  for (const [, name = ''] of sentences.matchAll(/\{(\w+)\}/g)) {
    if (!valid.includes(name))
      throw new UserError('own.placeholder', { path, name, valid: valid.join(', ') });
  }
}
