import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { say } from '../messages/index.js';
import type { AuditResult } from '../model/result.js';
import { withoutAccepted, withoutKnown } from '../report/faults.js';
import { areasToMend, partOf } from '../report/part.js';
import type { Rendered, RenderOptions } from '../report/reporter.js';
import { render } from '../report/reporters.js';
import type { CommandContext } from './context.js';
import { ticksAt } from './ticks-at.js';
import { writeRendered } from './write-out.js';

/** What the letters and workbooks need besides the result, for a file at a path. */
export type SplitOptions = (path: string) => RenderOptions;

/**
 * Writes what is handed out: to each area that has something to mend its workbook and its notice, the circular to all,
 * and one page to the chief. What was ticked in workbooks that are there is taken over.
 * @throws UserError that names the file that cannot be written
 */
export async function writeSplit(
  whole: AuditResult,
  folder: string,
  optionsFor: SplitOptions,
  { lang, terminal }: Pick<CommandContext, 'lang' | 'terminal'>,
  quiet: boolean | undefined,
): Promise<void> {
  const result = withoutAccepted(withoutKnown(whole));
  const { renderBrief, renderCircular, renderNotice } = await import('../report/docx/document.js');
  await mkdir(folder, { recursive: true });
  const write = (name: string, rendered: Rendered) => writeRendered(join(folder, name), rendered, lang);
  const letter = (name: string, bytes: Uint8Array) => write(`${name}.docx`, { kind: 'bytes', bytes });
  const areas = areasToMend(result);
  for (const area of areas) {
    const name = safeName(area);
    const path = join(folder, `${name}.xlsx`);
    const options = { ...optionsFor(path), ticks: await ticksAt(path) };
    const part = partOf(area, result);
    await write(`${name}.xlsx`, await render('xlsx', part, options));
    const notice = await renderNotice(area, result, options);
    if (notice) await letter(`${name}-${say(lang, 'circular.notice-title')}`, notice);
  }
  const options = optionsFor(folder);
  await letter(say(lang, 'circular.file-circular'), await renderCircular(result, options));
  await letter(say(lang, 'circular.file-brief'), await renderBrief(result, options));
  if (!quiet) terminal.err(`${say(lang, 'reports.split', { count: areas.length, folder })}\n`);
}

/** A name that every file system takes. */
export function safeName(area: string): string {
  return area.replace(/[\p{Cc}\\/:*?"<>|]+/gu, '_').replace(/^\.+|[. ]+$/g, '') || '_';
}
