import type { Config } from '../config/types.js';
import { UserError } from '../messages/index.js';
import { nearestOf } from '../messages/nearest.js';
import type { Survey } from '../model/source.js';
import type { ReadOptions } from './options.js';
import { matches } from './read/survey-context.js';

type PointRules = NonNullable<ReadOptions['points']>;

/**
 * Points set by hand, by their names or by words that mean them (系统 is system): of the configured ones, since a misspelt
 * one would be a point of its own that omits everything.
 * @throws UserError that names them
 */
export function pointsAsked(asked: PointRules, config: Config): PointRules {
  return asked.map(({ glob, point }) => ({ glob, point: pointNamed(point, config) }));
}

function pointNamed(word: string, { points }: Config): string {
  const exact = points.find(({ name, words }) => name === word || words.includes(word));
  const [alike, ...others] = points.filter(({ words }) => words.some((one) => one.includes(word)));
  const found = exact ?? (others.length === 0 ? alike : undefined);
  if (found) return found.name;
  const known = points.map(({ name }) => name);
  throw new UserError('cli.unknown-point', {
    name: word,
    nearest: nearestOf(word, known),
    known: points.map(({ name, words: [first] }) => (first ? `${name}（${first}）` : name)).join(' '),
  });
}

/** Globs of `--point` that no file matches: a slip that would go unnoticed. */
export function unusedPoints(asked: PointRules, { sources, refused }: Survey): string[] {
  const paths = [...sources, ...refused].map(({ path }) => path);
  return asked.filter(({ glob }) => !paths.some((path) => matches(glob, path))).map(({ glob }) => glob);
}
