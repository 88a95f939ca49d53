import type { Config } from '../config/types.js';
import { communityNamer } from '../normalise/community.js';
import type { Store } from '../store/store.js';
import { catalogueOf } from './catalogue.js';
import { type FigureRow, gatherFigures, type Reported } from './figures.js';

/** The reported figures of a run. */
export async function readFigures(store: Store, config: Config): Promise<Reported> {
  const rows = await store.all<FigureRow>(
    'SELECT record, source, area, period, indicator, value, unit FROM figures ORDER BY record, indicator',
  );
  const { indicators, yearStart, communities } = config;
  return gatherFigures(rows, {
    catalogue: catalogueOf(indicators),
    yearStart,
    nameArea: communityNamer(communities),
  });
}
