import type { Config } from '../../config/types.js';
import { toSimplified } from '../../keys/name.js';
import { put } from '../../keys/order.js';
import type { BoundColumn } from '../../model/source.js';
import { REGISTERS } from '../../registers/index.js';
import { REGISTER_NAMES, type Register, type RegisterName } from '../../registers/types.js';
import { ownText } from './own-text.js';

/** The heading of one column of a file: as it reads, and the forms in which it may be known, the best first. */
export interface Heading {
  index: number;
  text: string;
  keys: string[];
  /** Forms to try last, where nothing else claims the column: the lower line of a two-line heading by itself. */
  looseKeys: string[];
}

/** Which columns a heading can stand for in one register. */
interface Meaning {
  canonical?: string;
  synonyms: string[];
}

/** Headings of one register, by their comparable form. */
export interface Vocabulary {
  register: Register;
  meanings: ReadonlyMap<string, Meaning>;
}

/** How the columns of a file serve a register. */
export interface Binding {
  columns: readonly BoundColumn[];
  /** Columns that lost against another one of the same canonical name: compared with it row by row. */
  rivals: readonly BoundColumn[];
  /** Headings that mean nothing in this register. */
  unknown: readonly Heading[];
}

/** What is longer is no heading. */
const LONGEST_HEADING = 60;
/** Headings repeat from sheet to sheet; cells below them do not, and are not remembered without end. */
const MOST_KEYS = 20_000;

/** A running number says nothing about a record. */
const IGNORED = new Set(['序号', '编号', '行号', 'no', 'no.', '顺序号', '#']);

const keys = new Map<string, string>();

/** A heading as it is compared: without white space, asterisks, full-width forms, traditional and old spellings. */
export function headingKey(text: string): string {
  let key = keys.get(text);
  if (key === undefined) {
    const plain = toSimplified(text.slice(0, LONGEST_HEADING).normalize('NFKC')).toLowerCase();
    key = plain.replace(/[\s*※★_:：'"“”、=]+/g, '').replaceAll('台帐', '台账');
    if (keys.size < MOST_KEYS) keys.set(...ownText([text, key] as const));
  }
  return key;
}

/** The vocabularies of all registers, with the configuration's own headings as synonyms. */
export function vocabularies(headings: Config['headings']): ReadonlyMap<RegisterName, Vocabulary> {
  return new Map(REGISTER_NAMES.map((name) => [name, vocabulary(REGISTERS[name], headings[name] ?? {})]));
}

function vocabulary(register: Register, extra: Record<string, string[]>): Vocabulary {
  const meanings = new Map<string, Meaning>();
  const meaning = (text: string): Meaning => {
    const key = headingKey(text);
    const known = meanings.get(key) ?? { synonyms: [] };
    meanings.set(key, known);
    return known;
  };
  for (const column of register.columns) {
    for (const text of [column.heading, column.name]) meaning(text).canonical ??= column.name;
    const own = meaning(column.heading);
    own.canonical = column.name;
    for (const text of [...column.synonyms, ...(extra[column.name] ?? [])])
      meaning(text).synonyms.push(column.name);
  }
  return { register, meanings };
}

const bindings = new WeakMap<readonly Heading[], Map<Vocabulary, Binding>>();

/** As `settleNames`, but worked out once for headings that many tables share. */
export function bind(vocabulary: Vocabulary, headings: readonly Heading[]): Binding {
  const known = bindings.get(headings) ?? new Map<Vocabulary, Binding>();
  const binding = known.get(vocabulary) ?? settleNames(vocabulary, headings);
  bindings.set(headings, known.set(vocabulary, binding));
  return binding;
}

/**
 * Gives every column of a file its canonical name. The canonical heading wins over a synonym; a synonym that is also
 * the heading of another column goes there; a synonym of two columns goes to the first that is still free; of two
 * columns left for one name the left one counts.
 */
function settleNames(vocabulary: Vocabulary, headings: readonly Heading[]): Binding {
  const claims = new Map<string, { heading: Heading; canonical: boolean }[]>();
  const claim = (name: string, heading: Heading, canonical: boolean) => {
    put(claims, name, { heading, canonical });
  };
  const undecided: { heading: Heading; names: string[] }[] = [];
  const unknown: Heading[] = [];
  for (const heading of headings) {
    const meaning = firstMeaning(vocabulary, heading.keys);
    if (meaning?.canonical) claim(meaning.canonical, heading, true);
    else if (meaning?.synonyms.length === 1) claim(meaning.synonyms[0] as string, heading, false);
    else if (meaning) undecided.push({ heading, names: meaning.synonyms });
    else if (!IGNORED.has(heading.keys[0] ?? '')) unknown.push(heading);
  }
  for (const { heading, names } of undecided) {
    claim(names.find((name) => !claims.has(name)) ?? (names[0] as string), heading, false);
  }
  const left = unknown.filter((heading) => {
    const meaning = firstMeaning(vocabulary, heading.looseKeys);
    const name = [meaning?.canonical, ...(meaning?.synonyms ?? [])].find((one) => one && !claims.has(one));
    if (name) claim(name, heading, false);
    return !name;
  });
  return settle(claims, left);
}

function firstMeaning(vocabulary: Vocabulary, keys: readonly string[]): Meaning | undefined {
  return keys.map((key) => vocabulary.meanings.get(key)).find((meaning) => meaning !== undefined);
}

function settle(
  claims: ReadonlyMap<string, { heading: Heading; canonical: boolean }[]>,
  unknown: Heading[],
): Binding {
  const columns: BoundColumn[] = [];
  const rivals: BoundColumn[] = [];
  const unclaimed = [...unknown];
  for (const [name, all] of claims) {
    const hasCanonical = all.some((one) => one.canonical);
    const equals = all.filter((one) => one.canonical === hasCanonical);
    const [winner, ...others] = equals.map(({ heading }) => boundTo(name, heading));
    if (winner) columns.push(winner);
    rivals.push(...others);
    unclaimed.push(...all.filter((one) => one.canonical !== hasCanonical).map((one) => one.heading));
  }
  columns.sort((a, b) => a.index - b.index);
  unclaimed.sort((a, b) => a.index - b.index);
  return { columns, rivals, unknown: unclaimed };
}

function boundTo(name: string, heading: Heading): BoundColumn {
  return { name, index: heading.index, heading: heading.text };
}
