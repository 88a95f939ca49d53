import type { Listener, LoadTally } from '../ingest/options.js';
import { grouped } from '../report/text.js';
import type { CommandContext } from './context.js';
import type { LogFields } from './run-log.js';

/** The stages of an audit, what comes before them, and the writing of what was found. */
const PHASES = ['start', 'open', 'ingest', 'match', 'check', 'measure', 'describe', 'write'] as const;
type Phase = (typeof PHASES)[number];

/** What has been used since the process began. */
export interface Used {
  /** Milliseconds by the clock, and of all processors. */
  wall: number;
  cpu: number;
  /** Bytes of memory at the most. */
  memory: number;
}

/** What a phase took: milliseconds, statements, and how much was read. Phases that run side by side share processor time. */
interface Spent extends LoadTally {
  phase: Phase | 'total';
  wall: number;
  cpu: number;
}

/** The profile of a run. */
export interface Timings {
  /** Told by an audit. */
  listener: Pick<Listener, 'onStage'>;
  /** A line for each phase that ran, and one for all; the last phase, writing, ends now. */
  end(): { spent: Spent[]; memory: number };
}

/** What this process has used. */
function ofProcess(): Used {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return { wall: performance.now(), cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS * 1024 };
}

type Reading = Used & LoadTally;
const NOTHING: Reading = { wall: 0, cpu: 0, memory: 0, statements: 0 };

/** Begins a profile; what the process did before is its first phase. */
export function openTimings(used: () => Used = ofProcess): Timings {
  const spans = new Map<Phase, [from: Reading, to: Reading]>([['start', [NOTHING, NOTHING]]]);
  let last = NOTHING;
  const begin = (phase: Phase) => spans.set(phase, [last, last]);
  const note = (phase: Phase) => {
    const span = spans.get(phase);
    if (span) span[1] = last;
  };
  const onStage: Listener['onStage'] = (stage, event, { statements, rows = 0, bytes = 0 }) => {
    last = { ...used(), statements, rows, bytes };
    if (event === 'ends') note(stage);
    else begin(stage);
    if (stage === 'open' && event === 'begins') note('start');
    if (stage === 'describe' && event === 'ends') begin('write');
  };
  return {
    listener: { onStage },
    end: () => {
      last = { ...last, ...used() };
      note('write');
      const phases = PHASES.flatMap((phase) => {
        const span = spans.get(phase);
        return span ? [spent(phase, ...span)] : [];
      });
      return { spent: [...phases, spent('total', NOTHING, last)], memory: last.memory };
    },
  };
}

function spent(phase: Spent['phase'], from: Reading, to: Reading): Spent {
  const read = phase === 'ingest' && to.rows ? { rows: to.rows, bytes: to.bytes ?? 0 } : {};
  const statements = to.statements - from.statements;
  return { phase, wall: to.wall - from.wall, cpu: to.cpu - from.cpu, statements, ...read };
}

/** The profile as a table on standard error. */
export async function printTimings(timings: Timings, { lang, terminal }: CommandContext): Promise<void> {
  const { grid, openPage } = await import('../report/table/page.js');
  const page = openPage({ run: { lang, rules: [] } }, terminal.width, false);
  const { spent, memory } = timings.end();
  const seconds = (ms: number) => (ms / 1000).toFixed(2);
  const count = (number?: number) => (number === undefined ? '' : grouped(number));
  const columns = ['phase', 'wall', 'cpu', 'statements', 'rows', 'bytes'] as const;
  const lines = spent.map(({ phase, wall, cpu, statements, rows, bytes }) => {
    const times = [wall, cpu].map(seconds);
    return [page.say(`timings.${phase}`), ...times, ...[statements, rows, bytes].map(count)];
  });
  const table = grid(page, {
    head: columns.map((column) => page.say(`timings.${column}`)),
    rows: lines,
    text: [0],
  });
  const size = page.say('timings.memory', { size: Math.round(memory / 2 ** 20) });
  terminal.err(`${['', ...table, page.say('timings.beside'), size].join('\n')}\n`);
}

/** The profile as lines of a log: whole milliseconds. */
export function timingLines(timings: Timings): LogFields[] {
  const { spent, memory } = timings.end();
  return spent.map(({ wall, cpu, ...others }) => ({
    ...others,
    wallMs: Math.round(wall),
    cpuMs: Math.round(cpu),
    ...(others.phase === 'total' ? { peakBytes: memory } : {}),
  }));
}
