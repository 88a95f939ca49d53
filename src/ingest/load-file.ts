import { setImmediate } from 'node:timers/promises';
import type { Config } from '../config/types.js';
import { communityNamer } from '../keys/community.js';
import { tidy } from '../keys/text.js';
import type { Note } from '../model/input.js';
import { noted } from '../model/noted.js';
import type { RowAccount, Source, UsualWritings } from '../model/source.js';
import { REGISTERS } from '../registers/index.js';
import { type ProblemRow, type Shard, ShardWriter } from '../store/shards.js';
import { type MovedTest, makeMovedTest } from './normalise/moved.js';
import { isDay } from './normalise/period.js';
import { makeNormaliser } from './normalise/row.js';
import { Writings } from './normalise/writings.js';
import type { InspectedFile } from './read/inspect.js';
import { headingKeys } from './read/known-headings.js';
import { readSources } from './read/read.js';
import type { OnRow } from './read/row-reader.js';
import type { FoundFile } from './read/walk.js';

/** What became of the rows of every source, and the files that hold them. */
export interface Loaded {
  account: Map<number, RowAccount>;
  shards: Shard[];
}

/** Loads files one after the other, in this thread or another. */
export interface Loader {
  /** Looks into one file as `inspect` does, in a thread of its own; absent where the loader has none. */
  look?(found: FoundFile): Promise<InspectedFile | undefined>;
  /** Loads files, each given by all its sources; between two of them other threads are answered. */
  load(files: Source[][]): Promise<void>;
  /** Ends the shards; nothing can be loaded afterwards. */
  finish(): Promise<Loaded>;
  /** Lets go of what the loader holds, finished or not. */
  abandon(): Promise<void>;
}

/** The most of a refused row's text that is kept: enough to find the IDs in it. */
const REFUSED_LIMIT = 2_000;

/**
 * A loader that works in the calling thread.
 *
 * @param folder private folder for the shards
 * @param name tells its shards from those of other loaders
 * @param read the reader; another one only in tests
 */
export function localLoader(config: Config, folder: string, name: string, read = readSources): Loader {
  const writer = new ShardWriter(folder, name);
  const account: Loaded['account'] = new Map();
  const headings = headingKeys(config.headings);
  return {
    async load(files) {
      for (const sources of files) {
        const rows = new Map(sources.map((source) => [source, rowLoader(source, config, writer)]));
        const accounts = await read(sources, (source, row) => rows.get(source)?.take(row), headings);
        for (const [source, loader] of rows) {
          const known = accounts.get(source.source);
          known?.notes.push(...loader.notes());
          const writings = loader.writings();
          if (known) account.set(source.source, { ...known, ...(writings && { writings }) });
          writeProblems(source, known, writer);
        }
        await setImmediate();
      }
    },
    finish: async () => ({ account, shards: writer.close() }),
    abandon: async () => void writer.close(),
  };
}

/** So many faults in one row make it worth looking whether its cells stand in their places. */
const DOUBTFUL = 2;

/** Takes the rows of a source; afterwards it says what of them is to be known. */
interface RowLoader {
  take: OnRow;
  notes: () => Note[];
  writings: () => UsualWritings | undefined;
}

function rowLoader(source: Source, config: Config, writer: ShardWriter): RowLoader {
  const register = REGISTERS[source.register];
  const columns = source.columns.map((column) => column.name);
  const { codes, communities } = config;
  const writings = new Writings();
  const normalise = makeNormaliser(register, columns, { ...source, codes, communities, writings });
  const write = writer.rows(register, source.source);
  const isMoved = movedTest(source, config);
  const period =
    source.register === 'figures' ? register.columns.findIndex(({ name }) => name === 'period') : undefined;
  const days = new Set<number>();
  const take: OnRow = ({ row, cells, record }) => {
    const normal = normalise(cells);
    if (normal.problems.length >= DOUBTFUL && record && isMoved(record)) return false;
    write(row, normal);
    if (period !== undefined && isDay(normal.values[period])) days.add(row);
    return true;
  };
  return { take, notes: () => noted('day-for-period', days.size), writings: () => writings.usual() };
}

function movedTest({ register, columns, date1904 }: Source, { codes, communities }: Config): MovedTest {
  let test: MovedTest | undefined;
  const options = { codes, date1904: date1904 === true, community: communityNamer(communities) };
  return (record) => {
    test ??= makeMovedTest(REGISTERS[register], columns, options);
    return test(record);
  };
}

/** Problems of the sheet as a whole, and of rows that are no records. */
function writeProblems(
  { source, problems }: Source,
  account: RowAccount | undefined,
  writer: ShardWriter,
): void {
  const write = (problem: Omit<ProblemRow, 'source' | 'detail'>, detail?: string | number) =>
    writer.problem({ ...problem, source, detail: detail === undefined ? null : tidy(String(detail)) });
  for (const { code, row, column, detail } of problems)
    write({ rule: `format/${code}`, row, column, raw: null }, detail);
  for (const { column, count, firstRow: row } of account?.conflicts ?? [])
    write({ rule: 'format/conflicting-columns', row, column, raw: null }, count);
  for (const { row, reason, text } of account?.refusedRows ?? []) {
    const raw = tidy((text ?? '').slice(0, REFUSED_LIMIT));
    write({ rule: 'format/unreadable-row', row, column: null, raw }, reason);
  }
}
