import { say } from '../../messages/index.js';
import type { Lang } from '../../model/language.js';
import { noted } from '../../model/noted.js';
import type { Source } from '../../model/source.js';
import { REGISTERS } from '../../registers/index.js';
import { type FoundTable, type InspectedFile, tablesInOtherEncodings } from './inspect.js';
import type { TableNames } from './names.js';
import type { Clues, Fit } from './recognise.js';
import { makeSource, type TablePlace } from './source.js';
import { type SetByHand, type SurveyContext, setByHand } from './survey-context.js';
import { Unreadable } from './unreadable.js';

/** Registers that have a column whose value a name may give. */
const FROM_NAME = Object.values(REGISTERS).filter(({ fromName }) => fromName !== undefined);

/**
 * The tables of a file that are registers, each with its point, community and months.
 *
 * @throws Unreadable where none is, or one could be either of two
 */
export function sourcesOf(file: InspectedFile, context: SurveyContext): Source[] {
  if (isText(file) && file.encoding === undefined) throw unrecognised(file, [], context);
  const sources: Source[] = [];
  const unread: FoundTable[] = [];
  const misses: { table: FoundTable; nearest: Fit | undefined }[] = [];
  const set = setByHand(file.found, context);
  for (const table of file.tables) {
    const place = placeOf(file, table, set, context);
    const recognition = context.recogniser.recognise(table.headers, cluesOf(place, set, context));
    if ('doubt' in recognition) throw doubtError(file, table, recognition.doubt, context);
    if ('fit' in recognition) sources.push(makeSource(file, table, recognition.fit, place, context.reader));
    else {
      unread.push(table);
      misses.push({ table, nearest: recognition.nearest });
    }
  }
  if (sources.length === 0) throw unrecognised(file, misses, context);
  const names = unread.map((table) => table.sheet ?? '').join('、');
  sources[0]?.notes.push(...noted('sheet-not-read', unread.length, names));
  return sources;
}

function placeOf(file: InspectedFile, table: FoundTable, set: SetByHand, context: SurveyContext): TablePlace {
  const names: TableNames = {
    file: (file.found.path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, ''),
    ...(table.sheet !== undefined && { sheet: table.sheet }),
    folders: file.found.folders,
    titles: table.headers[0]?.titles ?? [],
  };
  const point = set.point ?? context.reader.point(names);
  const witness = context.reader.isWitness(point);
  return { names, point, witness, ...(set.community && { community: set.community }) };
}

function cluesOf({ names, witness }: TablePlace, { register }: SetByHand, { reader }: SurveyContext): Clues {
  return {
    ...(register && { set: register }),
    named: reader.registers(names),
    witness,
    fromName: FROM_NAME.filter((one) => reader.named(names, one) !== undefined).map(({ name }) => name),
  };
}

/** Names both registers, what speaks for and against each, and the line that settles it. */
function doubtError(
  file: InspectedFile,
  table: FoundTable,
  [one, other]: [Fit, Fit],
  { lang }: SurveyContext,
): Unreadable {
  return new Unreadable('read.two-registers', {
    table: nameOf(table, lang),
    one: one.register.heading,
    other: other.register.heading,
    one_for: headingsOf(one),
    other_for: headingsOf(other),
    one_against: against(one, lang),
    other_against: against(other, lang),
    path: file.found.path,
    register: other.register.name,
  });
}

/** A text file holds one table; of a workbook the sheet is named. */
function nameOf({ sheet }: FoundTable, lang: Lang): string {
  return sheet === undefined ? say(lang, 'read.this-table') : say(lang, 'read.this-sheet', { sheet });
}

function headingsOf({ binding }: Fit): string {
  return binding.columns.map(({ heading }) => heading).join('、');
}

function missingHeadings({ register, missing }: Fit): string {
  return missing.map((name) => register.columns.find((column) => column.name === name)?.heading).join('、');
}

function against(fit: Fit, lang: Lang): string {
  const { missing, denial } = fit;
  const lacks = missing.length > 0 ? [say(lang, 'read.lacks', { headings: missingHeadings(fit) })] : [];
  const denied = denial ? [say(lang, `read.denied-${denial}`)] : [];
  return [...denied, ...lacks].join(say(lang, 'read.and')) || say(lang, 'read.nothing-against');
}

/** Names the sheet that comes nearest, its register, and what it lacks. */
function unrecognised(
  file: InspectedFile,
  misses: readonly { table: FoundTable; nearest: Fit | undefined }[],
  context: SurveyContext,
): Unreadable {
  const encoding = otherEncoding(file, context);
  if (encoding) return new Unreadable('read.other-encoding', { encoding });
  if (isText(file) && file.encoding === undefined) return new Unreadable('read.no-encoding');
  const [best] = misses
    .filter(({ nearest }) => nearest)
    .sort((a, b) => (b.nearest?.score ?? 0) - (a.nearest?.score ?? 0));
  const fit = best?.nearest;
  if (!fit) return new Unreadable('read.unrecognised');
  return new Unreadable('read.missing-headings', {
    table: nameOf(best.table, context.lang),
    register: fit.register.heading,
    headings: missingHeadings(fit),
  });
}

function isText(file: InspectedFile): boolean {
  return file.delimiter !== undefined;
}

/** The encoding that makes a header readable where ours do not. */
function otherEncoding(file: InspectedFile, context: SurveyContext): string | undefined {
  if (!isText(file) || file.encoding?.startsWith('utf')) return undefined;
  const clues: Clues = { named: [], witness: true, fromName: FROM_NAME.map(({ name }) => name) };
  const readable = tablesInOtherEncodings(file.found, context.known).find(
    ({ table }) => 'fit' in context.recogniser.recognise(table.headers, clues),
  );
  return readable?.encoding.toUpperCase();
}
