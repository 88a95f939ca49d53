import { withoutBrackets } from '../../keys/text.js';
import type { RegisterName } from '../../registers/types.js';
import type { Vocabulary } from './headings.js';

/** What is known of headings before a table is looked at. */
export interface KnownHeadings {
  /** All that any register knows. */
  keys: ReadonlySet<string>;
  /** Those of figures: what they mean depends on the cells below. */
  figures: Vocabulary;
  /** Those of households: whoever lists people uses them. */
  households: Vocabulary;
}

/** @param vocabularies of all registers */
export function knownHeadings(vocabularies: ReadonlyMap<RegisterName, Vocabulary>): KnownHeadings {
  const keys = new Set<string>();
  for (const { meanings } of vocabularies.values()) for (const key of meanings.keys()) keys.add(key);
  const of = (name: RegisterName) => vocabularies.get(name) as Vocabulary;
  return { keys, figures: of('figures'), households: of('households') };
}

/** Whether any register knows a heading. @param key of `headingKey` */
export function knownHeading(key: string, known: ReadonlySet<string>): boolean {
  return known.has(key) || known.has(withoutBrackets(key));
}
