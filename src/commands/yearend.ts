import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Command } from 'commander';
import { say, UserError } from '../messages/index.js';
import { type Audit, exitCode, realAudit } from './check.js';
import type { CommandContext } from './context.js';
import { explain } from './explain-error.js';
import { openRunLog, type RunLog } from './run-log.js';
import { isSystemError, reasonOf } from './system-error.js';
import { ResultSet } from './write-set.js';
import { resultFiles, SUMMARY } from './yearend-files.js';
import { parseYearEndOptions, type RawYearEndOptions, type YearEndOptions } from './yearend-options.js';

/** What is not finished, in the folder of results; it is for its owner alone, and goes when the run is complete. */
const WORK = '.plumbline-work';

/** Adds `plumbline yearend CONFIG-OR-DIR`. */
export function registerYearEnd(program: Command, context: CommandContext, audit: Audit = realAudit): void {
  const { lang } = context;
  const collect = (value: string, list: string[] = []) => [...list, value];
  program
    .command('yearend')
    .description(say(lang, 'yearend.about'))
    .argument('<config-or-dir>', say(lang, 'yearend.where'))
    .option('--out <dir>', say(lang, 'yearend.out-option'))
    .option('--period <period>', say(lang, 'cli.period-option'))
    .option('--as-of <date>', say(lang, 'cli.as-of-option'))
    .option('--threshold <rate=percent>', say(lang, 'yearend.threshold-option'), collect)
    .option('--fail-on <severity>', say(lang, 'cli.fail-on-option'))
    .option('--keep-going', say(lang, 'cli.keep-going-option'))
    .option('--cache <dir>', say(lang, 'cache.option'))
    .option('--log <format>', say(lang, 'yearend.log-option'))
    .option('--timestamps', say(lang, 'yearend.timestamps-option'))
    .option('--quiet', say(lang, 'cli.quiet-option'))
    .option('--memory <size>', say(lang, 'cli.memory-option'))
    .option('--threads <n>', say(lang, 'cli.threads-option'))
    .addHelpText('after', `\n${say(lang, 'yearend.epilogue')}`)
    .action(async (where: string, raw: RawYearEndOptions) => {
      context.finish(await run(parseYearEndOptions(where, raw, lang), context, audit));
    });
}

/** Runs with a log; with one for programs, what ends a run is a line of it as well. */
async function run(options: YearEndOptions, context: CommandContext, audit: Audit): Promise<number> {
  const { lang, terminal } = context;
  const { json, quiet, asked } = options;
  const log = openRunLog({ terminal, lang, json, quiet, timestamps: asked.timestamps });
  try {
    return await inFolder(options, context, log, audit);
  } catch (error) {
    if (!json) throw error;
    log.done('failed', { exit: 2, message: explain(error, lang) });
    return 2;
  } finally {
    log.close();
  }
}

/** Keeps other runs out of the folder of results, and takes up what an interrupted one left there. */
async function inFolder(
  options: YearEndOptions,
  context: CommandContext,
  log: RunLog,
  audit: Audit,
): Promise<number> {
  const { lang } = context;
  const { out } = options;
  const { planYearEnd } = await import('../yearend.js');
  const plan = await planYearEnd(options.where, options.asked);
  mustBeOutside(out, plan.audit.paths);
  openFolder(out, lang);
  const { lockFolder } = await import('../lock.js');
  const release = lockFolder(out);
  try {
    const work = join(out, WORK);
    const set = new ResultSet(out, work, lang);
    if (set.takeUp()) log.onNotice('yearend.completed-earlier', {});
    if (existsSync(work)) log.onNotice('yearend.resumed', {});
    mkdirSync(work, { recursive: true, mode: 0o700 });
    const code = await keepOnFailure(join(work, 'cache'), log, (cache) =>
      auditAndWrite({ ...options, plan }, set, cache, context, log, audit),
    );
    rmSync(work, { recursive: true, force: true });
    return code;
  } finally {
    release();
  }
}

/** What was read stays for the next run where this one fails; it holds personal data, so that is said. */
async function keepOnFailure(
  cache: string,
  log: RunLog,
  act: (cache: string) => Promise<number>,
): Promise<number> {
  try {
    return await act(cache);
  } catch (error) {
    if (existsSync(cache)) log.onNotice('yearend.kept', { folder: cache });
    throw error;
  }
}

type Planned = YearEndOptions & { plan: Awaited<ReturnType<typeof import('../yearend.js').planYearEnd>> };

async function auditAndWrite(
  { plan, failOn: asked, out, json, quiet }: Planned,
  set: ResultSet,
  work: string,
  { lang, terminal }: CommandContext,
  log: RunLog,
  audit: Audit,
): Promise<number> {
  const { yearEnd } = await import('../yearend.js');
  const options = { ...plan.audit, cache: plan.cache ?? work };
  const { onProgress, onNotice } = log;
  const found = await yearEnd({ ...plan, audit: options }, audit, { onProgress, onNotice });
  const { result, filing, exceeded } = found;
  const failOn = asked ?? plan.config.yearEnd.failOn ?? 'error';
  const code = exceeded.length > 0 && result.run.complete ? 1 : exitCode(result, failOn);
  const ready = filing.filter((row) => row.ready).length;
  log.done('filing', { areas: filing.length, ready, exceeded: exceeded.length });
  const files = resultFiles(found, plan, { out, exitCode: code, failOn });
  let written = 0;
  const { asOf, period, complete } = result.run;
  const facts = {
    schema: 'plumbline.yearend/1',
    tool: result.tool,
    run: { asOf, period, complete },
    exit: code,
  };
  await set.write(files, facts, (file) => log.done('write', { file, done: ++written, total: files.length }));
  const { error, warning, notice } = result.summary;
  const refused = result.run.refused.length;
  log.done('end', { exit: code, complete, error, warning, notice, refused, areas: filing.length, ready });
  log.close();
  if (!quiet && !json) {
    const { summaryText } = await import('../yearend/summary.js');
    await terminal.out(
      summaryText(
        result,
        filing,
        files.map(({ name }) => name).filter((name) => name !== SUMMARY),
      ),
    );
    terminal.err(`${say(lang, 'cli.written', { path: out })}\n`);
  }
  return code;
}

/** @throws UserError where a run would read its own results */
function mustBeOutside(out: string, paths: readonly string[]): void {
  for (const path of paths) {
    const way = relative(resolve(path), resolve(out));
    if (way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way))
      throw new UserError('yearend.inside', { out, path });
  }
}

function openFolder(out: string, lang: CommandContext['lang']): void {
  try {
    if (statSync(out, { throwIfNoEntry: false })?.isDirectory() === false)
      throw new UserError('yearend.not-a-folder', { path: out });
    mkdirSync(out, { recursive: true });
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    throw new UserError('cli.cannot-write', { path: out, reason: reasonOf(lang, cause) }, { cause });
  }
}
