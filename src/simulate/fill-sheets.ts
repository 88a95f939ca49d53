import { createReadStream, existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ingest } from '../audit/ingest.js';
import { startMatching } from '../audit/match.js';
import { withWorkspace } from '../audit/open.js';
import { headOfWorkbook } from '../ingest/read/xlsx.js';
import { UserError } from '../messages/index.js';
import type { Draw } from '../model/draw.js';
import { LANGS } from '../model/language.js';
import type { Source } from '../model/source.js';
import { readFilled } from '../spot/score/answers.js';
import { sheetName } from '../spot/sheet/layout.js';
import { type AreaList, listPeople } from '../spot/sheet/people.js';
import { ROWS_PER_SOURCE } from '../store/tables.js';
import { type Filling, fillWorkbook } from '../workbook/fill.js';
import { DOORS, type DoorHousehold } from './door.js';
import { type FieldArea, type FieldOptions, type PlaceOfRecord, Residents, visit } from './field.js';
import { type AreaTruth, truthOfArea } from './field-truth.js';
import { sheetCells } from './sheet-cells.js';
import { simulate } from './simulate.js';
import { optionsOf, type Truth } from './truth.js';

export interface FillRequest extends Pick<FieldOptions, 'notMet' | 'refused'> {
  /** Folder of an invented district: `data`, `truth.json`, and `door.jsonl` where it was asked for. */
  folder: string;
  draw: Draw;
  /** Folder of the blank sheets of the draw. */
  sheets: string;
}

/** The filled workbooks, and what is true of them. */
export interface FilledSheets {
  files: { path: string; bytes: Uint8Array }[];
  truth: {
    schema: 'plumbline.field-truth/1';
    draw: string;
    notMet: number;
    refused: number;
    areas: AreaTruth[];
  };
}

/**
 * Fills in the sheets of a draw from an invented district, with what is true there before any fault was planted. The
 * district's seed and the draw decide who is met: the same input gives the same bytes.
 * @throws UserError where the folder is no invented district, or a sheet is missing or lists other people
 */
export async function fillSheets(request: FillRequest): Promise<FilledSheets> {
  const { folder, draw, sheets, notMet, refused } = request;
  const truth = await readTruth(folder);
  const { lists, placeOf } = await listsOf(path.join(folder, 'data'), draw, truth.year);
  const residents = await residentsOf(folder, truth, new Set(draw.areas.map(({ community }) => community)));
  const whole = draw.parameters.unitKind !== 'record';
  const options = { seed: `${truth.seed} ${draw.code}`, whole, notMet, refused };
  const filled: FilledSheets = {
    files: [],
    truth: { schema: 'plumbline.field-truth/1', draw: draw.code, notMet, refused, areas: [] },
  };
  for (const list of lists) {
    const field = visit(list, residents, placeOf, options);
    const names = LANGS.map((lang) => `${sheetName(draw.code, list.area, lang)}.xlsx`);
    const files = names.map((name) => path.join(sheets, name));
    const file = files.find((one) => existsSync(one)) ?? files.at(-1) ?? '';
    const bytes = await fillWorkbook(file, await fillingsOf(file, draw, list, field));
    filled.files.push({ path: file, bytes });
    filled.truth.areas.push(truthOfArea(list, field, placeOf, truth.year));
  }
  return filled;
}

async function readTruth(folder: string): Promise<Truth> {
  try {
    const truth = JSON.parse(await readFile(path.join(folder, 'truth.json'), 'utf8')) as Truth;
    if (truth.schema === 'plumbline.truth/1' && truth.asked) return truth;
  } catch (cause) {
    throw new UserError('simulate.no-truth', { path: folder }, { cause });
  }
  throw new UserError('simulate.no-truth', { path: folder });
}

/** The people whom the draw's sheets list, and where every record stands. */
function listsOf(
  data: string,
  draw: Draw,
  year: number,
): Promise<{ lists: AreaList[]; placeOf: PlaceOfRecord }> {
  const asked = { paths: [data], lang: 'zh' as const };
  return withWorkspace(asked, async (workspace) => {
    const { sources } = await ingest(workspace, asked);
    const { events } = await startMatching(workspace, { period: draw.parameters.period ?? String(year) });
    await events;
    return { lists: await listPeople(workspace.store, draw), placeOf: placesIn(sources) };
  });
}

function placesIn(sources: readonly Source[]): PlaceOfRecord {
  const known = new Map(sources.map((source) => [source.source, source]));
  return (record) => {
    const { path: file = '', sheet } = known.get(Math.floor(record / ROWS_PER_SOURCE)) ?? {};
    return { path: file, sheet, row: record % ROWS_PER_SOURCE };
  };
}

/** Who lives in these communities; where nobody wrote it down, the district is invented once more. */
async function residentsOf(
  folder: string,
  truth: Truth,
  communities: ReadonlySet<string>,
): Promise<Residents> {
  if (existsSync(path.join(folder, DOORS))) return readResidents(path.join(folder, DOORS), communities);
  const again = await mkdtemp(path.join(tmpdir(), 'plumbline-doors-'));
  try {
    await simulate(again, optionsOf(truth), { field: true });
    return await readResidents(path.join(again, DOORS), communities);
  } finally {
    await rm(again, { recursive: true, force: true });
  }
}

async function readResidents(file: string, communities: ReadonlySet<string>): Promise<Residents> {
  const residents = new Residents();
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const household = JSON.parse(line) as DoorHousehold;
    if (communities.has(household.community)) residents.add(household);
  }
  return residents;
}

/** What goes into which cells of an area's workbook. */
async function fillingsOf(file: string, draw: Draw, list: AreaList, { rows }: FieldArea): Promise<Filling[]> {
  if (!existsSync(file)) throw new UserError('simulate.no-sheet', { path: file });
  const { sheets } = await headOfWorkbook(file, LAST_ROW);
  const filled = sheets.flatMap(
    (sheet) => readFilled({ path: file, sheet: sheet.name, rows: sheet.rows }) ?? [],
  );
  const isOurs = filled.every(({ block }) => block.code === draw.code && block.list === list.check);
  if (filled.length === 0 || !isOurs) {
    throw new UserError('simulate.other-sheet', { path: file, code: draw.code });
  }
  return filled.map((sheet) => ({ sheet: sheet.sheet, rows: sheetCells(sheet, list, rows) }));
}

/** Below this no sheet of ours reaches. */
const LAST_ROW = 20_000;
