import { UserError } from '../messages/index.js';

/**
 * One of a few words.
 * @throws UserError that lists them
 */
export function choice<Word extends string>(option: string, value: string, words: readonly Word[]): Word {
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) throw new UserError('cli.bad-choice', { option, value, choices: words.join(' ') });
  return word;
}

/** The values of an option that may be given several times, in their order. */
export function collect(value: string, list: readonly string[] = []): string[] {
  return [...list, value];
}
