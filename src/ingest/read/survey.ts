import type { Config } from '../../config/types.js';
import { UserError } from '../../messages/index.js';
import type { Source, Survey } from '../../model/source.js';
import { type Desk, openDesk, type SurveyOptions, setByHand } from './desk.js';
import type { Inspected } from './inspect.js';
import { sourcesOf } from './sources-of.js';
import { Unreadable } from './unreadable.js';
import { type FoundFile, walk } from './walk.js';

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
  options.onWalk?.(walked.files);
  const desk = openDesk(config, options);
  desk.passedOver.push(...walked.passedOver);
  const inspected = await lookIntoAll(walked.files, desk, options);
  learnCommunities(inspected, desk);
  const sources: Source[] = [];
  for (const file of inspected) {
    sources.push(...sourcesOrRefusal(file, desk));
  }
  if (sources.length === 0 && desk.refused.length === 0) {
    const passed = desk.passedOver.length;
    throw new UserError(passed > 0 ? 'read.no-ledgers' : 'read.nothing', { paths: paths.join('、'), passed });
  }
  return {
    sources: numbered(sources),
    refused: desk.refused,
    notes: passedOverNotes(desk),
    communities: desk.reader.learntNames(),
  };
}

/** One bad file must not keep the others from being read. */
function sourcesOrRefusal(file: Inspected, desk: Desk): Source[] {
  try {
    return sourcesOf(file, desk);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    desk.refused.push(error.refusal(file.found.path, desk.lang));
    return [];
  }
}

/** The files that hold tables, in the order of the walk, however many are looked into at once. */
async function lookIntoAll(
  files: readonly FoundFile[],
  desk: Desk,
  { onFile, lanes = 1 }: SurveyOptions,
): Promise<Inspected[]> {
  const seen: (Inspected | Unreadable | undefined)[] = new Array(files.length);
  const queue = files.entries();
  let done = 0;
  const lane = async () => {
    for (const [place, found] of queue) {
      seen[place] = await lookInto(found, desk);
      onFile?.(++done, files.length, found.path);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return files.flatMap((found, place) => {
    const file = seen[place];
    if (file instanceof Unreadable) desk.refused.push(file.refusal(found.path, desk.lang));
    else if (file) return [file];
    else desk.passedOver.push(found.path);
    return [];
  });
}

/** What a file holds, nothing where it is no table, or why it cannot be read. */
async function lookInto(found: FoundFile, desk: Desk): Promise<Inspected | Unreadable | undefined> {
  if (setByHand(found, desk).ignore) return undefined;
  try {
    return await desk.inspect(found, desk.known);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return error;
  }
}

/** Community columns and title lines tell which communities there are, before any name is read. */
function learnCommunities(inspected: readonly Inspected[], desk: Desk): void {
  for (const { headers } of inspected.flatMap((file) => file.tables)) {
    const [header] = headers;
    if (!header?.communities) continue;
    const titles = header.titles.map((title) => desk.reader.reportingUnit(title) ?? '');
    desk.reader.learnFrom([...new Set([...header.communities, ...titles])]);
  }
}

/** Numbers depend on what is in the files, not on what they are called, unless two are the same. */
export function numbered(sources: Source[]): Source[] {
  const order = (a: Source, b: Source) =>
    compare(a.sha256, b.sha256) || (a.sheetIndex ?? 0) - (b.sheetIndex ?? 0) || compare(a.path, b.path);
  for (const [index, source] of sources.sort(order).entries()) source.source = index;
  return sources;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** So many of the files that were passed over are named. */
const NAMED = 20;

/** Archives may hold ledgers that nobody unpacked: they are named, all of them. */
const ARCHIVE = /\.(zip|rar|7z|tar|t?gz|tgz|bz2|xz|cab|iso|zipx|arj|lzh)$/i;

function passedOverNotes({ passedOver }: Desk): Survey['notes'] {
  const archives = passedOver.filter((path) => ARCHIVE.test(path));
  const note = (code: string, paths: readonly string[], most: number) =>
    paths.length > 0 ? [{ code, count: paths.length, detail: paths.slice(0, most).join('、') }] : [];
  return [
    ...note('archives-passed-over', archives, archives.length),
    ...note('files-passed-over', passedOver, NAMED),
  ];
}
