import { stringify } from 'yaml';
import { DEFAULT_CONFIG } from '../config/defaults.js';
import { byText } from '../keys/order.js';
import { type MessageKey, type MessageParams, say } from '../messages/index.js';
import type { Lang } from '../model/language.js';
import type { Source, Survey } from '../model/source.js';
import { REGISTERS } from '../registers/index.js';

/** Where communities stand, totals stand as well. */
const TOTAL = /^(合计|小计|总计|汇总|共计|累计|全[区县市镇乡])$/;

/** Files that are listed; the patterns of a large district are seen in fewer. */
const MOST_FILES = 200;

/**
 * The text of a `plumbline.yaml` for what a folder holds: its communities, what every table was taken for, and as
 * questions whatever the program is not sure of. What it says without a `#` is what an audit without it assumes.
 */
export function proposeConfig(found: Survey, lang: Lang): string {
  const ask = (key: MessageKey, params?: MessageParams) =>
    `# ${say(lang, key, params).replaceAll('\n', '\n# ')}`;
  const communities = communitiesOf(found);
  const unsure = questions(found, communities);
  const lines = [
    ask('init.head'),
    '',
    ask('init.communities'),
    ...(communities.length > 0
      ? ['communities:', ...communities.map((name) => `  - ${stringify(name).trimEnd()}`)]
      : ['communities: []']),
    '',
    ask('init.files', { count: found.sources.length }),
    ...found.sources
      .toSorted((a, b) => byText(a.path, b.path))
      .slice(0, MOST_FILES)
      .map((source) => `#   ${describe(source, lang)}`),
    ...(found.sources.length > MOST_FILES ? ['#   …'] : []),
    '',
    ask('init.questions', { count: unsure.length }),
    ...unsure.flatMap((one) => [ask(one.key, one.params), ...(one.entry ? [`#   ${flow(one.entry)}`] : [])]),
    'files: []',
    '',
  ];
  return `${lines.join('\n')}`;
}

function communitiesOf({ sources, communities = [] }: Survey): string[] {
  const named = [
    ...communities.filter((name) => !TOTAL.test(name)),
    ...sources.flatMap(({ community }) => community ?? []),
  ];
  return [...new Set(named)].sort();
}

/** Point, register and community of a table, as they would stand under `files`. */
function describe({ path, sheet, register, point, community }: Source, lang: Lang): string {
  const place = sheet === undefined ? path : `${path} › ${sheet}`;
  const name = lang === 'zh' ? REGISTERS[register].heading : register;
  return `${place}: ${[point, name, community].filter(Boolean).join(' · ')}`;
}

interface Question {
  key: MessageKey;
  params: MessageParams;
  /** The entry under `files` or `headings` that would settle it. */
  entry?: Record<string, unknown>;
}

/** What the program has guessed, could not read, or does not know. */
function questions({ sources, refused }: Survey, communities: readonly string[]): Question[] {
  const asked: Question[] = [];
  const ask = (key: MessageKey, params: MessageParams, entry?: Question['entry']) =>
    asked.push({ key, params, entry });
  for (const { path, reason } of refused) ask('init.refused', { path, reason }, { glob: path, ignore: true });
  for (const path of new Set(sources.filter(isGuessedPoint).map((source) => source.path)))
    ask('init.point', { path }, { glob: path, point: 'system' });
  for (const { path, register, notes } of sources)
    for (const { code, detail } of notes)
      if (code === 'unknown-column') ask('init.column', { path, register, headings: detail });
  for (const [one, other] of alike(communities))
    ask('init.alike', { one, other }, { name: one, synonyms: [other] });
  return asked;
}

/** No word in its name says which point it is of: it was taken for the ledger. */
function isGuessedPoint({ point, path, sheet = '' }: Source): boolean {
  const words = DEFAULT_CONFIG.points.find(({ name }) => name === 'ledger')?.words ?? [];
  return point === 'ledger' && !words.some((word) => (path + sheet).includes(word));
}

/** Pairs of names of which one holds the other: 永安 and 永安村. */
function alike(names: readonly string[]): [string, string][] {
  return names.flatMap((one) => {
    const within = names.filter((other) => other !== one && one.startsWith(other));
    return within.map((other): [string, string] => [one, other]);
  });
}

function flow(entry: Record<string, unknown>): string {
  return `- ${stringify(entry, { collectionStyle: 'flow', lineWidth: 0 }).trimEnd()}`;
}
