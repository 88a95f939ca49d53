import type { Config } from '../config/types.js';
import type { Source } from '../model/source.js';
import { catalogueOf } from './catalogue.js';
import { columnName } from './verdicts.js';

/**
 * Sources with the indicator columns of the wide form among their columns, named by the codes of their indicators:
 * what findings cite them by.
 */
export function indicatorColumns(sources: readonly Source[], config: Config): Source[] {
  const catalogue = catalogueOf(config.indicators);
  return sources.map((source) => {
    if (!source.wide) return source;
    const own = source.wide.map(({ index, heading }) => ({
      name: columnName(catalogue.find(heading) ?? heading),
      index,
      heading,
    }));
    return { ...source, columns: [...source.columns, ...own] };
  });
}
