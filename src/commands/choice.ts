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

/** The first option given that is none of these, as it is written; undefined where all are. */
export function foreignOption(raw: object, known: readonly string[]): string | undefined {
  const foreign = Object.keys(raw).find((name) => !known.includes(name));
  return foreign && `--${foreign.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** The values of an option that may be given several times, in their order. */
export function collect(value: string, list: readonly string[] = []): string[] {
  return [...list, value];
}
