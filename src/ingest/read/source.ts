import { columnLetters } from '../../keys/column-letters.js';
import type { Note } from '../../model/input.js';
import { noted } from '../../model/noted.js';
import type { SheetProblem, Source } from '../../model/source.js';
import type { Header } from './header.js';
import type { Heading } from './headings.js';
import type { FoundTable, InspectedFile } from './inspect.js';
import type { NameReader, TableNames } from './names.js';
import type { Fit } from './recognise.js';
import { withStayDates } from './stay-dates.js';

/** What decides about a source besides its headings. */
export interface TablePlace {
  names: TableNames;
  point: string;
  witness: boolean;
  /** Community set by hand. */
  community?: string;
}

/**
 * Puts together what is known of one table. Its number is given when all sources are known. All its texts are their own
 * (`ownText`), or those of the program: sources outlive the files that were read for them.
 */
export function makeSource(
  file: InspectedFile,
  table: FoundTable,
  fit: Fit,
  place: TablePlace,
  reader: NameReader,
): Source {
  const { found, sha256, bytes, encoding, delimiter, date1904 } = file;
  const header = table.headers[fit.at] as Header;
  const names = { ...place.names, titles: header.titles };
  const community = place.community ?? reader.community(names);
  const months = reader.months(names);
  const named = reader.named(names, fit.register);
  const binding = fit.register.name === 'migrants' ? withStayDates(fit.binding, named) : fit.binding;
  return {
    source: 0,
    path: found.path,
    file: found.file,
    kind: table.sheet === undefined ? 'csv' : 'xlsx',
    ...(table.sheet !== undefined && { sheet: table.sheet }),
    ...(table.sheetIndex !== undefined && { sheetIndex: table.sheetIndex }),
    sha256,
    bytes,
    ...(encoding && { encoding }),
    ...(delimiter && { delimiter }),
    register: fit.register.name,
    point: place.point,
    witness: place.witness,
    ...(community && { community }),
    ...(months && { months }),
    ...(named && { named }),
    header: { from: header.from + 1, to: header.to + 1 },
    columns: binding.columns,
    rivals: binding.rivals,
    ...(fit.wide && { wide: fit.wide }),
    width: widthOf(header),
    problems: problemsOf(fit, header, place.witness || community !== undefined),
    notes: notesOf(table, header, fit),
    ...(date1904 && { date1904 }),
  };
}

function widthOf({ headings, cells }: Header): Source['width'] {
  return { headings: Math.max(1, ...headings.map(({ index }) => index + 1)), cells };
}

function problemsOf(fit: Fit, header: Header, hasCommunity: boolean): SheetProblem[] {
  const bound = fit.binding.columns.some((column) => column.name === 'community');
  const needed = fit.register.columns.some((column) => column.name === 'community');
  const missing = needed && !bound && !hasCommunity ? ['community', ...fit.missing] : fit.missing;
  return missing.map((column) => ({ code: 'missing-column', column, row: header.to + 1 }));
}

function notesOf(table: FoundTable, header: Header, fit: Fit): Note[] {
  const ofHeadings = (code: string, headings: readonly Heading[]) =>
    noted(code, headings.length, headings.map(({ text }) => text).join('、'));
  const { beside = -1, from, headings } = header;
  const place = `${columnLetters(beside)}${from + 1}`;
  const hidden = headings.filter(({ index }) => table.hiddenColumns.includes(index));
  return [
    ...ofHeadings('unknown-column', fit.binding.unknown),
    ...noted('second-table', Number(beside >= 0), table.sheet ? `${table.sheet} ${place}` : place),
    ...noted('hidden-sheet', Number(table.hidden), table.sheet || undefined),
    ...ofHeadings('hidden-columns', hidden),
  ];
}
