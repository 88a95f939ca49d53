import { z } from 'zod';

/**
 * An object without unknown keys. The message of an unknown key is the list of valid ones, separated by spaces, from
 * which `mistakes.ts` names the nearest.
 */
export function strict<Shape extends z.ZodRawShape>(shape: Shape) {
  const valid = Object.keys(shape).join(' ');
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? valid : undefined),
  });
}

/** Types that the short form of a value may also have, for the JSON schema that editors complete by. */
export const SHORT_FORMS = z.registry<{ also: readonly string[] }>();

/** A name or word; YAML reads a bare 301 as a number, which is a name here all the same. */
export const word = z
  .preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string().trim().min(1))
  .register(SHORT_FORMS, { also: ['number'] });
const asList = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? [value] : value);
const list = z.preprocess(asList, z.array(word)).register(SHORT_FORMS, { also: ['string', 'number'] });
export const words = list.nullish();
export const someWords = z
  .preprocess(asList, z.array(word).min(1))
  .register(SHORT_FORMS, { also: ['string', 'number'] });

/** One optional list of words per name. */
export function wordsOf(names: readonly string[]) {
  return strict(Object.fromEntries(names.map((name) => [name, words]))).nullish();
}
