import { say } from '../../messages/index.js';
import type { Lang } from '../../model/language.js';
import type { RenderOptions } from '../reporter.js';
import { type FindingRow, whereOf } from '../rows.js';
import { cellText } from './cells.js';

/** What every sheet of findings says of one: its kind, its place with a link where it can be opened, and what to do. */
export function findingCells(row: FindingRow, lang: Lang, linkTo: RenderOptions['linkTo']) {
  const { severity, building, message, suggestion, title, finding, place } = row;
  const link = place && linkTo?.(place);
  return {
    severity: cellText(severity),
    building: cellText(building),
    file: cellText(place?.path ?? ''),
    open: link ? { text: say(lang, 'reports.open'), hyperlink: link } : null,
    place: cellText(placeCell(row, lang)),
    message: cellText(message),
    suggestion: cellText(suggestion),
    kind: cellText(title),
    id: finding.id,
  };
}

/** The place in the file of the row, and in the cell the other places too, as far as they fit; a file is named where it is another. */
function placeCell({ place, places, missing }: FindingRow, lang: Lang): string {
  if (!place) return missing;
  const first = whereOf({ ...place, path: '' }, lang);
  const own = ` · ${place.path} › `;
  const others = places.slice(1, MOST_PLACES).map((text) => text.split(own).at(-1) ?? text);
  const more = places.length - others.length - 1;
  const rest = more > 0 ? [say(lang, 'page.more-places', { count: more })] : [];
  return [first, ...others, ...rest].join(say(lang, 'report.semicolon'));
}

/** Places that a cell has room for. */
const MOST_PLACES = 4;
