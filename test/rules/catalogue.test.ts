import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KNOWN_PARAMS } from '../../src/findings/params.js';
import { EVENT_KINDS } from '../../src/model/event-kinds.js';
import { RULES } from '../../src/rules/index.js';
import type { Store } from '../../src/store/store.js';
import { emptyTables } from './tables.js';

const FOLDER = fileURLToPath(new URL('../../src/rules', import.meta.url));
/** The folder of the rules that all kinds of events have; one file holds those of a kind. */
const OF_EVENTS = 'events';
const EVENT_RULES = EVENT_KINDS.flatMap((kind) =>
  ['omitted', 'duplicated', 'mismatched'].map((slug) => `${kind}/${slug}`),
);

const FILES = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== OF_EVENTS)
  .flatMap(({ name }) => readdirSync(join(FOLDER, name)).map((file) => `${name}/${basename(file, '.ts')}`))
  .filter((file) => !file.endsWith('/index'));

let store: Store;

beforeAll(async () => {
  store = await emptyTables();
});

afterAll(() => store.close());

describe('the catalogue', () => {
  it('holds every rule file once, under the name of its file', () => {
    expect(RULES.map(({ name }) => name).sort()).toEqual([...FILES, ...EVENT_RULES].sort());
  });

  it.each(RULES)('$name says what, why and what to do, in both languages', (rule) => {
    for (const { zh } of [rule.title, rule.why, rule.remedy]) expect(zh).toMatch(/\p{Script=Han}/u);
    for (const { en } of [rule.title, rule.why, rule.remedy, rule.message]) {
      expect(en).toMatch(/^[^\p{Script=Han}]+$/u);
    }
    expect(rule.message.zh).not.toBe('');
    expect(rule.remedy.zh).toMatch(/。$/);
    expect(rule.title.zh).not.toMatch(/。$/);
  });

  it.each(RULES)('$name has a SELECT with the columns of the contract and of its sentences', async (rule) => {
    const context = { options: rule.defaults, supplied: new Map() };
    const described = await store.all<{ column_name: string }>(`DESCRIBE ${rule.select(context)}`);
    const columns = described.map(({ column_name }) => column_name);
    expect(columns).toEqual(expect.arrayContaining(['finding', 'ordinal', 'record', 'columns', 'community']));
    const sentences = [rule.message, rule.remedy].map(({ zh, en }) => zh + en).join('');
    const named = [...sentences.matchAll(/\{(\w+)\}/g)].map((found) => found[1]);
    expect([...columns, ...KNOWN_PARAMS]).toEqual(expect.arrayContaining(named));
  });

  it.each(RULES)('$name finds nothing in empty registers', async (rule) => {
    expect(await store.all(rule.select({ options: rule.defaults, supplied: new Map() }))).toEqual([]);
  });
});
