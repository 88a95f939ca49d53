import type { Config } from '../config/types.js';
import { communityNamer } from '../keys/community.js';
import type { Store } from '../store/store.js';
import { catalogueOf } from './catalogue.js';
import { type FigureRow, figureGatherer, type Reported } from './figures.js';

/** The reported figures of a run. */
export async function readFigures(store: Store, config: Config): Promise<Reported> {
  const { indicators, yearStart, communities } = config;
  const catalogue = catalogueOf(indicators);
  const { reported, take } = figureGatherer(catalogue, yearStart, communityNamer(communities));
  await store.each<FigureRow>(
    'SELECT record, source, area, period, indicator, value, unit FROM figures ORDER BY record, indicator',
    (rows) => rows.forEach(take),
  );
  return reported;
}
