import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../messages/index.js';
import type { YearEnd } from '../yearend/run.js';
import { type Audit, exitCode, realAudit } from './check.js';
import { collect } from './choice.js';
import type { CommandContext } from './context.js';
import { explain } from './explain-error.js';
import { openRunLog, type RunLog } from './run-log.js';
import { openTimings, printTimings, timingLines } from './timings.js';
import type { Verb } from './verb.js';
import { ResultSet, type SetFile } from './write-set.js';
import { loadMeanwhile, resultFiles, SUMMARY } from './yearend-files.js';
import { holdsRows, mustBeOutside, openFolder } from './yearend-folder.js';
import {
  parseYearEndOptions,
  type RawYearEndOptions,
  type YearEndFailOn,
  type YearEndOptions,
} from './yearend-options.js';

/** What is not finished, in the folder of results; it is for its owner alone, and goes when the run is complete. */
const WORK = '.plumbline-work';

/** Adds `plumbline yearend CONFIG-OR-DIR`. */
export function registerYearEnd(program: Verb, context: CommandContext, audit: Audit = realAudit): void {
  const { lang } = context;
  program
    .verb('yearend', 'yearend.about')
    .takes('<config-or-dir>', 'yearend.where')
    .with('-o, --out <dir>', 'yearend.out-option')
    .with('-p, --period <period>', 'cli.period-option')
    .with('--as-of <date>', 'cli.as-of-option')
    .with('--threshold <rate=percent>', 'yearend.threshold-option', collect)
    .with('--fail-on <severity>', 'yearend.fail-on-option')
    .with('--keep-going', 'cli.keep-going-option')
    .with('--cache <dir>', 'cache.option')
    .with('--log <format>', 'yearend.log-option')
    .with('--timestamps', 'yearend.timestamps-option')
    .with('--timings', 'cli.timings-option')
    .runOptions()
    .engineOptions()
    .addHelpText('after', `\n${say(lang, 'yearend.epilogue')}`)
    .ends((where: string, raw: RawYearEndOptions) =>
      run(parseYearEndOptions(where, raw, lang), context, audit),
    );
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
async function inFolder(options: YearEndOptions, context: CommandContext, log: RunLog, audit: Audit) {
  const { lang } = context;
  const { out } = options;
  const { planYearEnd } = await import('../yearend/run.js');
  const plan = await planYearEnd(options.where, options.asked);
  mustBeOutside(out, plan.audit.paths);
  openFolder(out, lang);
  const { lockFolder } = await import('../files/lock.js');
  const release = lockFolder(out);
  context.interrupted = 'yearend.interrupted';
  try {
    const work = join(out, WORK);
    const set = new ResultSet(out, work, lang);
    if (set.takeUp()) log.onNotice('yearend.completed-earlier', {});
    if (existsSync(work)) log.onNotice('yearend.resumed', {});
    mkdirSync(work, { recursive: true, mode: 0o700 });
    const code = await keepOnFailure(work, log, (cache) =>
      auditAndWrite({ ...options, plan }, set, cache, context, log, audit),
    );
    rmSync(work, { recursive: true, force: true });
    return code;
  } finally {
    release();
  }
}

/**
 * What was read stays for the next run where this one fails; it holds personal data, so that is said. Where nothing had
 * been read, nothing stays.
 */
async function keepOnFailure(work: string, log: RunLog, act: (cache: string) => Promise<number>) {
  const cache = join(work, 'cache');
  try {
    return await act(cache);
  } catch (error) {
    if (holdsRows(cache)) log.onNotice('yearend.kept', { folder: cache });
    else rmSync(work, { recursive: true, force: true });
    throw error;
  }
}

type Planned = YearEndOptions & { plan: Awaited<ReturnType<typeof import('../yearend/run.js').planYearEnd>> };

async function auditAndWrite(
  options: Planned,
  set: ResultSet,
  cache: string,
  context: CommandContext,
  log: RunLog,
  audit: Audit,
): Promise<number> {
  const { plan, failOn = plan.config.yearEnd.failOn ?? 'error' } = options;
  const { yearEnd } = await import('../yearend/run.js');
  const kept = plan.cache ?? (plan.onCluster ? undefined : cache);
  const asked = { ...plan, audit: { ...plan.audit, ...(kept !== undefined && { cache: kept }) } };
  const onProgress: RunLog['onProgress'] = (step, done, total, file) => {
    if (step === 'match') loadMeanwhile(set, plan);
    log.onProgress(step, done, total, file);
  };
  const timings = options.timings ? openTimings() : undefined;
  const found = await yearEnd(asked, audit, { onProgress, onNotice: log.onNotice, ...timings?.listener });
  const { result, filing, exceeded } = found;
  const code = codeOf(found, failOn);
  const areas = { areas: filing.length, ready: filing.filter(({ ready }) => ready).length };
  log.done('filing', { ...areas, exceeded: exceeded.length });
  const ending = { out: options.out, exitCode: code, failOn: failOn === 'unready' ? 'error' : failOn };
  const files = resultFiles(found, plan, ending);
  let written = 0;
  const onFile = (file: string) => log.done('write', { file, done: ++written, total: files.length });
  await set.write(files, factsOf(result, code), onFile);
  if (options.json && timings) for (const line of timingLines(timings)) log.done('timings', line);
  const { error, warning, notice } = result.summary;
  const { complete, refused } = result.run;
  log.done('end', { exit: code, complete, error, warning, notice, refused: refused.length, ...areas });
  log.close();
  await conclude(options, found, files, context);
  if (timings && !options.json) await printTimings(timings, context);
  return code;
}

/** 0 nothing that counts, 1 findings at or above `failOn` or a threshold exceeded, 3 audited in part. */
function codeOf({ result, filing, exceeded }: YearEnd, failOn: YearEndFailOn): 0 | 1 | 3 {
  if (result.run.complete && exceeded.length > 0) return 1;
  if (failOn !== 'unready') return exitCode(result, failOn);
  if (!result.run.complete) return 3;
  return filing.every(({ ready }) => ready) ? 0 : 1;
}

/** What the manifest says besides the files. */
function factsOf({ tool, run: { asOf, period, complete } }: YearEnd['result'], exit: number): object {
  return { schema: 'plumbline.yearend/1', tool, run: { asOf, period, complete }, exit };
}

/** Prints the summary, unless a program reads along. */
async function conclude(
  { out, json, quiet }: YearEndOptions,
  { result, filing }: YearEnd,
  files: readonly SetFile[],
  { lang, terminal }: CommandContext,
): Promise<void> {
  if (quiet || json) return;
  const { summaryText } = await import('../yearend/summary.js');
  const others = files.map(({ name }) => name).filter((name) => name !== SUMMARY);
  await terminal.out(summaryText(result, filing, others));
  terminal.err(`${say(lang, 'cli.written', { path: out })}\n`);
}
