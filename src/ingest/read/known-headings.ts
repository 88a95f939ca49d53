import type { Config } from '../../config/types.js';
import { withoutBrackets } from '../../keys/text.js';
import type { RegisterName } from '../../registers/types.js';
import { type Vocabulary, vocabularies } from './headings.js';

/** What is known of headings before a table is looked at. */
export interface KnownHeadings {
  /** All that any register knows. */
  keys: ReadonlySet<string>;
  /** Those of figures: what they mean depends on the cells below. */
  figures: Vocabulary;
  /** Those of households: whoever lists people uses them. */
  households: Vocabulary;
}

/** @param words the vocabularies of all registers */
export function knownHeadings(words: ReadonlyMap<RegisterName, Vocabulary>): KnownHeadings {
  const of = (name: RegisterName) => words.get(name) as Vocabulary;
  return { keys: keysOf(words), figures: of('figures'), households: of('households') };
}

/** The keys of all headings that any register knows, with the configuration's own. */
export function headingKeys(headings: Config['headings']): ReadonlySet<string> {
  return keysOf(vocabularies(headings));
}

function keysOf(words: ReadonlyMap<RegisterName, Vocabulary>): ReadonlySet<string> {
  return new Set([...words.values()].flatMap(({ meanings }) => [...meanings.keys()]));
}

/** Whether any register knows a heading. @param key of `headingKey` */
export function knownHeading(key: string, known: ReadonlySet<string>): boolean {
  return known.has(key) || known.has(withoutBrackets(key));
}
