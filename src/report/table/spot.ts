import { type Spotted, spotSentences } from '../spot/spotted.js';
import { areaTables, type SpotTable, spotTables } from '../spot/tables.js';
import { cleanAll } from '../text.js';
import { heading, type Page, paragraph, titledGrid } from './page.js';

/** What the door says: the draw, who answered, the rates with their intervals, and the verdict. */
export function renderSpot(page: Page, result: Spotted): string[] {
  const sentences = cleanAll(spotSentences(result));
  const tables = cleanAll([...spotTables(result), ...mainOfAreas(result)]);
  return [
    ...heading(page, page.say('spot-score.section')),
    ...sentences.flatMap((sentence) => paragraph(page, '', sentence)),
    ...tables.flatMap((table, at) => renderTable(page, table, tables[at - 1])),
  ];
}

/** Area by area only what counts most: whether records are right. The other reports have every rate. */
function mainOfAreas(result: Spotted): SpotTable[] {
  const rates = result.spot.rates.filter(({ subject }) => subject === 'record');
  return areaTables({ ...result, spot: { ...result.spot, rates } });
}

/** A legend is not printed twice in a row. */
function renderTable(page: Page, table: SpotTable, before: SpotTable | undefined): string[] {
  const { title, legend = '' } = table;
  return [
    ...titledGrid(page, title, table),
    ...(legend && legend !== before?.legend ? paragraph(page, '', legend, page.paint.dim) : []),
  ];
}
