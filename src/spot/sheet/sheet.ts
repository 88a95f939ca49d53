import { finishAudit } from '../../audit/audit.js';
import { chooseRules } from '../../audit/choose-rules.js';
import { ingest } from '../../audit/ingest.js';
import { startMatching } from '../../audit/match.js';
import { withWorkspace } from '../../audit/open.js';
import type { AuditOptions } from '../../audit/options.js';
import type { Listener } from '../../ingest/options.js';
import { say, UserError } from '../../messages/index.js';
import type { Draw, DrawnArea, DrawRole } from '../../model/draw.js';
import type { Lang } from '../../model/language.js';
import type { AuditResult } from '../../model/result.js';
import type { Source } from '../../model/source.js';
import { labelsOf } from '../../report/labels.js';
import { maskValue } from '../../report/mask.js';
import { harmless } from '../../report/rows.js';
import type { Store } from '../../store/store.js';
import type { Sheet } from '../../workbook/sheet.js';
import { frameIn } from '../draw/read-frame.js';
import { type BriefLine, briefOf, type Home, homesOf } from './brief.js';
import { type BriefRow, briefSheets } from './brief-workbook.js';
import { type CheckList, checkSheets } from './check-workbook.js';
import { type BlockName, PARTS, sheetName } from './layout.js';
import { type AreaList, type Listed, listPeople } from './people.js';

/** The workbooks of one drawn area. */
export interface AreaSheets {
  area: DrawnArea;
  /** File name without its ending; that of the brief ends in `-brief`. */
  name: string;
  sheets: Sheet[];
  brief: Sheet[];
  /** People to see in drawn and in reserve households, and lines of the brief. */
  drawn: number;
  reserve: number;
  cells: number;
}

export interface SheetsOfDraw {
  areas: AreaSheets[];
  /** Printed paths of files of the frame that changed since the draw; its units are the same. */
  changed: string[];
  /** Printed paths of files that could not be read, where they were left out. */
  refused: string[];
}

/**
 * The sheets to carry and the briefs of a draw: one audit of the ledgers, from whose persons come the lists, and from
 * whose findings the cells to verify.
 * @param options what `check` takes; names are masked unless `reveal`
 * @throws RefusedFiles, UserError as `audit`
 */
export function makeSheets(options: AuditOptions, draw: Draw, listener?: Listener): Promise<SheetsOfDraw> {
  return withWorkspace(options, async (workspace) => {
    const rules = await chooseRules(workspace.config, options);
    const ingested = await ingest(workspace, options, listener);
    mustBeTheFrame(draw, (await frameIn(workspace, ingested, draw.parameters)).frame.sha256);
    const matching = await startMatching(workspace, options, listener);
    const listed = matching.events.then(() => readLists(workspace.store, draw));
    const begun = { options, rules, ingested, matching: { ...matching, events: listed } };
    const [result, { lists, homes }] = await Promise.all([finishAudit(workspace, begun, listener), listed]);
    const areas = lists.map((list) => {
      const lines = briefOf(list.area, result.findings, homes);
      return { ...checkBook(draw, list, result, options), ...briefBook(draw, list.area, lines, result) };
    });
    const refused = result.run.refused.map(({ path }) => path);
    return { areas, changed: changedSince(draw, ingested.sources), refused };
  });
}

/** Whom to see, and where who is cited in a finding lives. */
async function readLists(store: Store, draw: Draw): Promise<{ lists: AreaList[]; homes: Map<string, Home> }> {
  const lists = await listPeople(store, draw);
  return { lists, homes: await homesOf(store, draw.areas) };
}

/** @throws UserError where the ledgers no longer give the frame that was drawn from */
function mustBeTheFrame({ code, frame }: Draw, found: string): void {
  const short = (hash: string) => hash.slice(0, 8);
  if (found === frame.sha256) return;
  throw new UserError('spot-sheet.other-frame', { code, drawn: short(frame.sha256), found: short(found) });
}

/** Files of the frame whose content is no longer that of the draw: what they say of people may have changed. */
function changedSince({ frame }: Draw, sources: readonly Source[]): string[] {
  const now = new Map(sources.map(({ path, sha256 }) => [path, sha256]));
  return frame.inputs.filter(({ path, sha256 }) => now.get(path) !== sha256).map(({ path }) => path);
}

function checkBook(draw: Draw, list: AreaList, { run }: AuditResult, { lang, reveal }: AuditOptions) {
  const { area, people } = list;
  const of = (role: DrawRole) => people.filter(({ unit }) => unit.role === role);
  const [drawn, reserve] = [of('drawn'), of('reserve')];
  const listFor = (part: DrawRole, listed: readonly Listed[]): CheckList => ({
    part,
    title: titleOf(draw, area, part, lang),
    block: blockOf(draw, list, part, run.period, lang),
    whole: draw.parameters.unitKind !== 'record',
    people: listed.map((person) => rowOf(person, area, lang, reveal)),
  });
  const lists = [listFor('drawn', drawn), ...(reserve.length > 0 ? [listFor('reserve', reserve)] : [])];
  return {
    area,
    name: sheetName(draw.code, area, lang),
    sheets: checkSheets(lists, lang),
    drawn: area.role === 'drawn' ? drawn.length : 0,
    reserve: area.role === 'drawn' ? reserve.length : people.length,
  };
}

function titleOf(draw: Draw, drawn: DrawnArea, part: DrawRole, lang: Lang): string {
  const { area, role } = drawn;
  if (part === 'reserve') return say(lang, 'spot-sheet.title-reserve-units', { area });
  if (role === 'drawn') return say(lang, 'spot-sheet.title', { area });
  return say(lang, 'spot-sheet.title-reserve-area', { area, order: placeAmong(drawn, peersOf(draw, drawn)) });
}

/** Areas of one stratum are turned to in one order. */
function peersOf({ areas }: Draw, { stratum }: DrawnArea): readonly DrawnArea[] {
  return areas.filter((area) => area.stratum === stratum);
}

function blockOf(
  draw: Draw,
  { area, check }: AreaList,
  part: DrawRole,
  period: string,
  lang: Lang,
): Record<BlockName, string> {
  return {
    code: draw.code,
    area: harmless(area.area),
    part: PARTS[part][lang],
    round: harmless(draw.round ?? ''),
    list: check,
    period,
    seed: harmless(draw.seed),
    order: orderText(area, peersOf(draw, area), lang),
  };
}

interface Ordered {
  order: number;
  role: DrawRole;
}

/** Place in the draw; of reserves, the place among them, in which order they are turned to. */
function orderText(one: Ordered, peers: readonly Ordered[], lang: Lang): string {
  const order = placeAmong(one, peers);
  return one.role === 'drawn' ? String(order) : say(lang, 'spot-draw.order-reserve', { order });
}

function placeAmong({ order, role }: Ordered, peers: readonly Ordered[]): number {
  return peers.filter((peer) => peer.role === role && peer.order <= order).length;
}

function rowOf(person: Listed, { units }: DrawnArea, lang: Lang, reveal: boolean | undefined) {
  const { no, unit, household, building, door } = person;
  return {
    no,
    order: orderText(unit, units, lang),
    household_no: harmless(household ?? ''),
    door: harmless([building, door].filter(Boolean).join(' ')),
    name: harmless(nameOf(person, lang, reveal)),
  };
}

/** The name, or whose child it is; never the sex, which the sheet asks for. */
function nameOf({ name, mother }: Listed, lang: Lang, reveal: boolean | undefined): string {
  const shown = (text: string) => (reveal ? text : String(maskValue('name', text)));
  if (name !== null) return shown(name);
  if (mother === null) return say(lang, 'spot-sheet.unnamed-alone');
  return say(lang, 'spot-sheet.unnamed', { mother: shown(mother) });
}

function briefBook({ code }: Draw, { area }: DrawnArea, lines: readonly BriefLine[], result: AuditResult) {
  const { lang, period } = result.run;
  const labels = labelsOf(result);
  const rows = lines.map(
    ({ building, household, place, look }): BriefRow => ({
      building: harmless(building ?? ''),
      household: harmless(household ?? ''),
      point: labels.point(place.point),
      register: labels.register(place.register),
      file: harmless(place.path),
      sheet: harmless(place.sheet ?? ''),
      row: String(place.row),
      cells: place.cells.join(' ') || say(lang, 'spot-sheet.brief-whole-row'),
      columns: harmless(place.headings.join(' ')),
      look: say(lang, `spot-sheet.look-${look}`),
    }),
  );
  return { brief: briefSheets({ code, area, period }, rows, lang), cells: rows.length };
}
