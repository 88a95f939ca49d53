import type { Config } from '../config/types.js';
import { UserError } from '../messages/index.js';
import { nearestOf } from '../messages/nearest.js';
import type { ReadOptions } from './options.js';

/**
 * Points set by hand: of the configured ones, since a misspelt one would be a point of its own that omits everything.
 * @throws UserError that names them
 */
export function pointsAsked(asked: ReadOptions['points'], config: Config): ReadOptions['points'] {
  const known = config.points.map(({ name }) => name);
  for (const { point } of asked) {
    if (known.includes(point)) continue;
    throw new UserError('cli.unknown-point', {
      name: point,
      nearest: nearestOf(point, known),
      known: known.join(' '),
    });
  }
  return asked;
}
