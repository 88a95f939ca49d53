import { Unreadable } from '../ingest/read/unreadable.js';
import { headOfWorkbook, readSheets } from '../ingest/read/xlsx.js';
import { say } from '../messages/index.js';
import { LANGS } from '../model/language.js';
import type { RawCell } from '../model/source.js';

/** What a clerk wrote beside a finding in a workbook of ours. */
export interface Tick {
  corrected?: string;
  by?: string;
  date?: Date | string;
  remark?: string;
}

/** Ticks by the number of the finding. */
export type Ticks = ReadonlyMap<string, Tick>;

const COLUMNS = ['id', 'corrected', 'by', 'date', 'remark'] as const;
type Places = Record<(typeof COLUMNS)[number], number>;
/** The headings stand within so many rows. */
const HEAD_ROWS = 5;

/**
 * Reads what was filled in by hand in a workbook of findings, in either language. A file that is no such workbook
 * holds no ticks.
 */
export async function readTicks(file: string): Promise<Ticks> {
  const ticks = new Map<string, Tick>();
  try {
    const { sheets } = await headOfWorkbook(file, HEAD_ROWS);
    const ours = sheets.flatMap(({ position, rows }) => {
      const places = rows.map(columnsIn).find((found) => found !== undefined);
      return places ? [{ position, places }] : [];
    });
    const positions = ours.map(({ position }) => position);
    const read = await readSheets(file, positions);
    for (const { position, places } of ours) {
      for await (const row of read.get(position)?.rows ?? []) addTick(ticks, row, places);
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
  return ticks;
}

/** Whether somebody decided that nothing is to be mended. */
export function isNeedless({ corrected }: Tick): boolean {
  return LANGS.some((lang) => say(lang, 'reports.corrected-needless') === corrected);
}

/** Where a row of headings has the columns that are filled in; undefined where it lacks one. */
function columnsIn(row: readonly RawCell[]): Places | undefined {
  const texts = row.map((cell) => String(cell ?? '').toLowerCase());
  const found = LANGS.map((lang) =>
    COLUMNS.map((name) => [name, texts.indexOf(say(lang, `reports.${name}`).toLowerCase())] as const),
  ).find((places) => places.every(([, at]) => at >= 0));
  return found && (Object.fromEntries(found) as Places);
}

function addTick(ticks: Map<string, Tick>, row: readonly RawCell[], places: Places): void {
  const id = textOf(row[places.id]);
  if (!/^[0-9a-f]{16}$/.test(id)) return;
  const [corrected, by, remark] = [places.corrected, places.by, places.remark].map((at) => textOf(row[at]));
  const date = dateOf(row[places.date]);
  const tick = {
    ...(corrected && { corrected }),
    ...(by && { by }),
    ...(date && { date }),
    ...(remark && { remark }),
  };
  if (Object.keys(tick).length > 0) ticks.set(id, tick);
}

function textOf(cell: RawCell | undefined): string {
  return cell === null || cell === undefined || typeof cell === 'object' ? '' : String(cell).trim();
}

/** Days are counted from the end of 1899, as spreadsheet programs do. */
function dateOf(cell: RawCell | undefined): Date | string {
  if (typeof cell === 'number') return new Date(Date.UTC(1899, 11, 30) + cell * 86_400_000);
  const text = textOf(cell);
  return /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : text;
}
