import picomatch from 'picomatch';
import type { Config, FileConfig } from '../config/types.js';
import { UserError } from '../messages/index.js';
import type { RegisterName } from '../registers/types.js';
import type { Lang } from '../report/result.js';
import { knownKeys, possibleHeaders } from './header.js';
import { type Vocabulary, vocabularies } from './headings.js';
import { type Inspected, inspect, rowsInOtherEncodings, type Table } from './inspect.js';
import { NameReader, type TableNames } from './names.js';
import { type Clues, type Fit, type Recognition, recognise } from './recognise.js';
import { makeSource, type Place, titlesOf } from './source.js';
import type { Refusal, Source, Survey } from './types.js';
import { Unreadable } from './unreadable.js';
import { type FoundFile, walk } from './walk.js';

export interface SurveyOptions {
  /** Points set by hand: globs on printed paths, the last match wins. */
  points?: readonly { glob: string; point: string }[];
  lang?: Lang;
  /** Called after each file with the bytes seen so far. */
  onFile?: (files: number, total: number) => void;
}

/** What is known while files are looked at one after the other. */
interface Desk {
  config: Config;
  points: readonly { glob: string; point: string }[];
  lang: Lang;
  vocabularies: ReadonlyMap<RegisterName, Vocabulary>;
  known: ReadonlySet<string>;
  reader: NameReader;
  refused: Refusal[];
  passedOver: string[];
}

/**
 * Finds out what there is to audit: which files under the PATHs are ledgers, their encodings, tables and headers, and
 * the register, point, community and months of each. Every file that may be a ledger and cannot be read is refused
 * with a sentence; none stops the others.
 *
 * @throws UserError where a PATH does not exist, or nothing in it is a ledger
 */
export async function survey(
  paths: readonly string[],
  config: Config,
  options: SurveyOptions = {},
): Promise<Survey> {
  const walked = walk(paths);
  const desk = openDesk(config, options);
  desk.passedOver.push(...walked.passedOver);
  const inspected: Inspected[] = [];
  for (const [index, found] of walked.files.entries()) {
    const file = await attempt(found, desk, () => lookInto(found, desk));
    if (file) inspected.push(file);
    options.onFile?.(index + 1, walked.files.length);
  }
  learnCommunities(inspected, desk);
  const sources: Source[] = [];
  for (const file of inspected) {
    const found = await attempt(file.found, desk, async () => sourcesOf(file, desk));
    if (found) sources.push(...found);
  }
  if (sources.length === 0 && desk.refused.length === 0) {
    throw new UserError('read.no-ledgers', { paths: paths.join('、'), passed: desk.passedOver.length });
  }
  return { sources: numbered(sources), refused: desk.refused, notes: passedOverNotes(desk) };
}

function openDesk(config: Config, options: SurveyOptions): Desk {
  const words = vocabularies(config.headings);
  return {
    config,
    points: options.points ?? [],
    lang: options.lang ?? 'zh',
    vocabularies: words,
    known: knownKeys(words.values()),
    reader: new NameReader(config),
    refused: [],
    passedOver: [],
  };
}

/** One bad file must not keep the others from being looked at. */
async function attempt<T>(found: FoundFile, desk: Desk, look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    desk.refused.push(error.refusal(found.path, desk.lang));
    return undefined;
  }
}

async function lookInto(found: FoundFile, desk: Desk): Promise<Inspected | undefined> {
  const file = setByHand(found, desk).ignore ? undefined : await inspect(found);
  if (!file) desk.passedOver.push(found.path);
  return file;
}

/** What configuration and command line say about a file; the last word wins, the command line's above all. */
function setByHand(found: FoundFile, desk: Desk): Omit<FileConfig, 'glob'> {
  const entries = [...desk.config.files, ...desk.points].filter(({ glob }) => matches(glob, found.path));
  return Object.assign({}, ...entries);
}

/** A glob without a slash is about file names in any folder. */
function matches(glob: string, path: string): boolean {
  return picomatch(glob, { dot: true, basename: !glob.includes('/') })(path);
}

/** Community columns and title lines tell which communities there are, before any name is read. */
function learnCommunities(inspected: readonly Inspected[], desk: Desk): void {
  for (const file of inspected) {
    for (const table of file.tables) {
      const recognition = recogniseTable(file, table, desk, {
        named: [],
        witness: true,
        givesFromName: () => true,
      });
      const fit = 'fit' in recognition ? recognition.fit : undefined;
      const column = fit?.binding.columns.find((one) => one.name === 'community')?.index;
      if (!fit || column === undefined) continue;
      const below = table.rows.slice(fit.header.to + 1).map((row) => (row[column] ?? '').trim());
      const titles = titlesOf(table, fit.header.from).map((title) => desk.reader.reportingUnit(title) ?? '');
      desk.reader.learnFrom([...new Set([...below, ...titles])]);
    }
  }
}

function recogniseTable(file: Inspected, table: Table, desk: Desk, clues: Clues): Recognition {
  const { register } = setByHand(file.found, desk);
  return recognise(table.rows, desk.vocabularies, desk.known, {
    ...clues,
    ...(register && { set: register }),
  });
}

function sourcesOf(file: Inspected, desk: Desk): Source[] {
  const sources: Source[] = [];
  const unread: Table[] = [];
  const misses: { table: Table; nearest: Fit | undefined }[] = [];
  for (const table of file.tables) {
    const place = placeOf(file, table, desk);
    const recognition = recogniseTable(file, table, desk, cluesOf(place, desk));
    if ('tie' in recognition) throw tieError(table, recognition.tie);
    if ('fit' in recognition) sources.push(makeSource(file, table, recognition.fit, place, desk.reader));
    else {
      unread.push(table);
      misses.push({ table, nearest: recognition.nearest });
    }
  }
  if (sources.length === 0) throw unrecognised(file, misses, desk);
  if (unread.length > 0) {
    const detail = unread.map((table) => table.sheet ?? '').join('、');
    sources[0]?.notes.push({ code: 'sheet-not-read', count: unread.length, detail });
  }
  return sources;
}

function placeOf(file: Inspected, table: Table, desk: Desk): Place {
  const set = setByHand(file.found, desk);
  const names: TableNames = {
    file: (file.found.path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, ''),
    ...(table.sheet !== undefined && { sheet: table.sheet }),
    folders: file.found.folders,
    titles: titlesOf(table, possibleHeaders(table.rows, desk.known)[0]?.from ?? 0),
  };
  const point = set.point ?? desk.reader.point(names);
  const witness = desk.reader.isWitness(point);
  return { names, point, witness, ...(set.community && { community: set.community }) };
}

function cluesOf(place: Place, desk: Desk): Clues {
  const { reader } = desk;
  return {
    named: reader.registers(place.names),
    witness: place.witness,
    givesFromName: (register) => reader.named(place.names, register) !== undefined,
  };
}

function tieError(table: Table, [one, other]: [Fit, Fit]): Unreadable {
  const sheet = table.sheet === undefined ? '' : `「${table.sheet}」`;
  return new Unreadable('read.two-registers', {
    sheet,
    one: one.register.heading,
    other: other.register.heading,
  });
}

/** Names the sheet that comes nearest, its register, and what it lacks. */
function unrecognised(
  file: Inspected,
  misses: readonly { table: Table; nearest: Fit | undefined }[],
  desk: Desk,
): Unreadable {
  const encoding = otherEncoding(file, desk);
  if (encoding) return new Unreadable('read.other-encoding', { encoding });
  if (file.encoding === undefined && file.delimiter !== undefined) return new Unreadable('read.no-encoding');
  const [best] = misses
    .filter(({ nearest }) => nearest)
    .sort((a, b) => (b.nearest?.score ?? 0) - (a.nearest?.score ?? 0));
  const fit = best?.nearest;
  if (!fit) return new Unreadable('read.unrecognised');
  const headings = fit.missing.map(
    (name) => fit.register.columns.find((column) => column.name === name)?.heading,
  );
  const sheet = best.table.sheet === undefined ? '' : `「${best.table.sheet}」`;
  return new Unreadable('read.missing-headings', {
    sheet,
    register: fit.register.heading,
    headings: headings.join('、'),
  });
}

function otherEncoding(file: Inspected, desk: Desk): string | undefined {
  if (file.delimiter === undefined || file.encoding?.startsWith('utf')) return undefined;
  const clues: Clues = { named: [], witness: true, givesFromName: () => true };
  const readable = rowsInOtherEncodings(file.found).find(({ rows }) => {
    return 'fit' in recognise(rows, desk.vocabularies, desk.known, clues);
  });
  return readable?.encoding.toUpperCase();
}

/** Numbers depend on what is in the files, not on what they are called, unless two are the same. */
function numbered(sources: Source[]): Source[] {
  const order = (a: Source, b: Source) =>
    compare(a.sha256, b.sha256) || (a.sheetIndex ?? 0) - (b.sheetIndex ?? 0) || compare(a.path, b.path);
  return sources.sort(order).map((source, index) => ({ ...source, source: index }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function passedOverNotes(desk: Desk): Survey['notes'] {
  const count = desk.passedOver.length;
  return count > 0
    ? [{ code: 'files-passed-over', count, detail: desk.passedOver.slice(0, 20).join('、') }]
    : [];
}
