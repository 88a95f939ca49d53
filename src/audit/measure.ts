import { measureEstimates } from '../measure/estimates.js';
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
  const figures = Promise.all([readFigures(store, config), events]);
  const [measured] = await Promise.all([
    figures.then(([reported]) => measure(store, sources, config, { ...options, period }, reported)),
    figures.then(([reported]) => measurePatterns(store, period, reported)),
    events.then(() => measureEstimates(store, config)),
  ]);
  return measured;
}
