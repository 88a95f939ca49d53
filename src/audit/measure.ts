import { measureEstimates } from '../measure/estimates.js';
import { readHandedIn } from '../measure/handed-in.js';
import { type Measured, type MeasureOptions, measure } from '../measure/measure.js';
import { measurePatterns } from '../measure/patterns/patterns.js';
import { readFigures } from '../measure/read-figures.js';
import type { Source } from '../model/source.js';
import type { Matching } from './match.js';
import type { Workspace } from './open.js';

/**
 * Fifth stage, which runs beside the rules: once persons and events are known, recounts figures, looks for patterns and
 * estimates what every point misses. Some rules read the tables that it leaves.
 */
export async function measureAll(
  { store, config }: Workspace,
  sources: readonly Source[],
  { period, events }: Matching,
  options: Omit<MeasureOptions, 'period'> = {},
): Promise<Measured> {
  const handed = events.then(() => readHandedIn(store));
  const given = Promise.all([readFigures(store, config), handed]).then(([reported, handedIn]) => {
    return { reported, handedIn };
  });
  const [measured] = await Promise.all([
    given.then((all) => measure(store, sources, config, { ...options, period }, all)),
    given.then((all) => measurePatterns(store, period, all)),
    events.then(() => measureEstimates(store, config)),
  ]);
  return measured;
}
