import type { Config } from '../../config/types.js';
import { sideBySide } from '../../files/side-by-side.js';
import { byText } from '../../keys/order.js';
import { UserError } from '../../messages/index.js';
import { noted } from '../../model/noted.js';
import type { Source, Survey } from '../../model/source.js';
import { isArchive } from './archive.js';
import type { InspectedFile } from './inspect.js';
import { sourcesOf } from './sources-of.js';
import { type SurveyContext, type SurveyOptions, setByHand, surveyContext } from './survey-context.js';
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
  const context = surveyContext(config, options);
  context.passedOver.push(...walked.passedOver);
  const inspected = await lookIntoAll(walked.files, context, options);
  learnCommunities(inspected, context);
  const sources: Source[] = [];
  for (const file of inspected) {
    sources.push(...sourcesOrRefusal(file, context));
  }
  if (sources.length === 0 && context.refused.length === 0) {
    const passed = context.passedOver.length;
    throw new UserError(passed > 0 ? 'read.no-ledgers' : 'read.nothing', { paths: paths.join('、'), passed });
  }
  return {
    sources: numberedSources(sources),
    refused: context.refused,
    notes: passedOverNotes(context),
    communities: context.reader.learntNames(),
  };
}

/** One bad file must not keep the others from being read. */
function sourcesOrRefusal(file: InspectedFile, context: SurveyContext): Source[] {
  try {
    return sourcesOf(file, context);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    context.refused.push(error.refusal(file.found.path, context.lang));
    return [];
  }
}

/** The files that hold tables, in the order of the walk, however many are looked into at once. */
async function lookIntoAll(
  files: readonly FoundFile[],
  context: SurveyContext,
  { onFile, concurrency = 1 }: SurveyOptions,
): Promise<InspectedFile[]> {
  let done = 0;
  const seen = await sideBySide(files, concurrency, async (found) => {
    const look = await lookInto(found, context);
    onFile?.(++done, files.length, found.path);
    return look;
  });
  return files.flatMap((found, place) => {
    const file = seen[place];
    if (file instanceof Unreadable) context.refused.push(file.refusal(found.path, context.lang));
    else if (file) return [file];
    else context.passedOver.push(found.path);
    return [];
  });
}

/** What a file holds, nothing where it is no table, or why it cannot be read. */
async function lookInto(
  found: FoundFile,
  context: SurveyContext,
): Promise<InspectedFile | Unreadable | undefined> {
  if (setByHand(found, context).ignore) return undefined;
  try {
    return await context.inspect(found, context.known);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return error;
  }
}

/** Community columns and title lines tell which communities there are, before any name is read. */
function learnCommunities(inspected: readonly InspectedFile[], context: SurveyContext): void {
  for (const { headers } of inspected.flatMap((file) => file.tables)) {
    const [header] = headers;
    if (!header?.communities) continue;
    const titles = header.titles.map((title) => context.reader.reportingUnit(title) ?? '');
    context.reader.learnFrom([...new Set([...header.communities, ...titles])]);
  }
}

/** Numbers depend on what is in the files, not on what they are called, unless two are the same. */
export function numberedSources(sources: Source[]): Source[] {
  const order = (a: Source, b: Source) =>
    byText(a.sha256, b.sha256) || (a.sheetIndex ?? 0) - (b.sheetIndex ?? 0) || byText(a.path, b.path);
  for (const [index, source] of sources.sort(order).entries()) source.source = index;
  return sources;
}

/** So many of the files that were passed over are named. */
const NAMED = 20;

/** Archives are named, all of them. */
function passedOverNotes({ passedOver }: SurveyContext): Survey['notes'] {
  const archives = passedOver.filter(isArchive);
  return [
    ...noted('archives-passed-over', archives.length, archives.join('、')),
    ...noted('files-passed-over', passedOver.length, passedOver.slice(0, NAMED).join('、')),
  ];
}
