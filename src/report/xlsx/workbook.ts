import type { AuditResult } from '../../model/result.js';
import type { Sheet } from '../../workbook/sheet.js';
import type { RenderOptions } from '../reporter.js';
import { findingRows } from '../rows.js';
import { isSpotted } from '../spot/spotted.js';
import { allSheets } from './all.js';
import { type CommunitySheet, communitySheets } from './communities.js';
import { indicatorSheet, rateSheet } from './figures.js';
import { rosterSheets } from './rosters.js';
import { spotSheetOf } from './spot.js';
import { summarySheet } from './summary.js';

/** The report as a workbook: a summary, one sheet for each community, then all percentages and figures. */
export function* reportSheets(
  result: AuditResult,
  options: Pick<RenderOptions, 'linkTo' | 'ticks'>,
): Iterable<Sheet> {
  const rows = findingRows(result);
  const communities: CommunitySheet[] = communitySheets(rows, result, options);
  yield summarySheet(result, communities);
  if (isSpotted(result)) yield spotSheetOf(result);
  yield* allSheets(rows, communities, result, options);
  for (const { sheet } of communities) yield sheet;
  if (result.errorRates.length > 0) yield rateSheet(result);
  yield* rosterSheets(result);
  if (result.indicators.length > 0) yield indicatorSheet(result);
}
