import { finishAudit } from '../../audit/audit.js';
import { chooseRules } from '../../audit/choose-rules.js';
import { type Ingested, ingest } from '../../audit/ingest.js';
import { startMatching } from '../../audit/match.js';
import { type Workspace, withWorkspace } from '../../audit/open.js';
import type { AuditOptions } from '../../audit/options.js';
import { localLoader } from '../../ingest/load-file.js';
import type { Listener } from '../../ingest/options.js';
import { forgetPersons } from '../../match/persons/persons.js';
import { type MessageKey, UserError } from '../../messages/index.js';
import type { Draw } from '../../model/draw.js';
import { EVENT_KINDS } from '../../model/event-kinds.js';
import { noted } from '../../model/noted.js';
import { FIELD } from '../../model/point.js';
import type { AuditResult } from '../../model/result.js';
import type { SpotResult } from '../../model/spot-result.js';
import { FIELD_RULES } from '../../rules/index.js';
import { rounded } from '../../statistics/rounding.js';
import { addRows } from '../../store/fill.js';
import type { Store } from '../../store/store.js';
import { loadDraw } from '../draw/draw.js';
import { listPeople } from '../sheet/people.js';
import type { FilledSheet } from './answers.js';
import { addedElsewhere, countedVisits } from './counted.js';
import { defineDifferences } from './differences.js';
import { defineSeen, type FieldRecord, readFacts } from './facts.js';
import { fieldSources } from './field.js';
import { readField, recordsOf, sourceOf } from './field-sources.js';
import { tallyOf } from './judge.js';
import { defineListed, readKnown } from './listed.js';
import { pairUp } from './pair-up.js';
import { ratesOf } from './rates.js';
import { drawSummary, responseOf } from './response.js';
import { spotResultOf } from './result.js';
import { readReturned } from './returned.js';
import { countedAreas } from './sample.js';
import { verdictsOf } from './verdicts.js';
import type { SpotNote } from './visit-notes.js';
import { type AreaVisits, numberedVisits, visitsOf } from './visits.js';

/** A spot audit to be scored. */
export interface ScoreOptions {
  /** As for `check`; the period is that of the sheets where none is given. */
  audit: AuditOptions;
  /** The draw file, and the files and folders with the sheets that came back. */
  draw: string;
  sheets: string[];
  /** Share of right records that is asked for, and confidence of the intervals: between 0 and 1. */
  target?: number | undefined;
  confidence: number;
}

/** What the sheets say, and the rows that it became. */
interface Field {
  draw: Draw;
  areas: AreaVisits[];
  notes: SpotNote[];
  records: FieldRecord[];
}

/**
 * Scores a spot audit: the sheets that came back join the ledgers as rows of point `field` and go through the ordinary
 * matching. What was found at the door is true there, covers no more than what was drawn, and is expected nowhere.
 *
 * @returns the result of the audit with the rates, and with the findings that cite a sheet or a record it refuted
 * @throws UserError where draw, sheets and ledgers do not belong together, and what `audit` throws
 */
export async function score(options: ScoreOptions, listener: Listener = {}): Promise<AuditResult> {
  const draw = await loadDraw(options.draw);
  const { sheets, passedOver } = await readReturned(options.sheets, options.audit.lang);
  const asked = { ...options.audit, ...periodOf(options.audit, sheets), rules: SPOT_RULES };
  return withWorkspace(asked, async (workspace) => {
    const rules = await chooseRules(workspace.config, asked, FIELD_RULES);
    const ledgers = await ingest(workspace, asked, listener);
    const visits = await pairWithLists(workspace, draw, sheets, asked);
    const { ingested, records } = await addField(workspace, ledgers, visits.areas);
    const matching = await startMatching(workspace, asked, listener);
    const field = { draw, ...visits, records };
    const rated = matching.events.then(() => rate(workspace.store, field, options));
    const begun = { options: asked, rules, ingested, matching: { ...matching, events: rated } };
    const [result, spot] = await Promise.all([finishAudit(workspace, begun, listener), rated]);
    const note = noted('passed-over', passedOver.length, passedOver.join('、'));
    return spotResultOf(result, { ...spot, notes: [...spot.notes, ...note] });
  });
}

/** Families of rules that say how records and door differ; the others say nothing about it, or say it again. */
export const SPOT_RULES = {
  only: ['field', ...EVENT_KINDS, 'person', 'format'],
  except: ['identity', 'coverage', 'pattern', 'totals', 'line', 'timing', 'logic'],
};

/** A sheet names the period of its list: another one would list other children. */
function periodOf({ period }: AuditOptions, sheets: readonly FilledSheet[]): { period?: string } {
  const printed = sheets.find(({ block }) => block.period !== '')?.block.period;
  if (period !== undefined) return { period };
  return printed === undefined ? {} : { period: printed };
}

/** The people of the draw, from the ledgers alone as when the sheets were made, and what the sheets say of them. */
async function pairWithLists(
  workspace: Workspace,
  draw: Draw,
  sheets: readonly FilledSheet[],
  asked: AuditOptions,
): Promise<{ areas: AreaVisits[]; notes: SpotNote[] }> {
  const { events } = await startMatching(workspace, asked);
  await events;
  const paired = pairUp(draw, await listPeople(workspace.store, draw), sheets);
  if (!('fault' in paired)) return paired;
  const { fault, path, area, found } = paired;
  throw new UserError(`spot-score.${fault}` satisfies MessageKey, { path, area, found, code: draw.code });
}

/** Adds what was seen to the tables: normalised like any ledger, and placed on the sheets. */
async function addField(
  { store, config }: Workspace,
  ledgers: Ingested,
  areas: readonly AreaVisits[],
): Promise<{ ingested: Ingested; records: FieldRecord[] }> {
  await defineListed(store, visitsOf(areas));
  const spoken = fieldSources(areas, await readKnown(store));
  const sources = spoken.map(sourceOf);
  const loader = localLoader(config, store.path, FIELD, async (_, onRow) =>
    readField(spoken, sources, onRow),
  );
  await loader.load([sources]);
  const { account, shards } = await loader.finish();
  await forgetPersons(store);
  await addRows(store, sources, shards);
  const ingested = {
    ...ledgers,
    sources: [...ledgers.sources, ...sources],
    account: new Map([...ledgers.account, ...account]),
  };
  return { ingested, records: recordsOf(spoken) };
}

/** What the matched tables say about the visits, and from it the rates. */
async function rate(store: Store, field: Field, { target, confidence }: ScoreOptions): Promise<SpotResult> {
  const { draw, areas, records } = field;
  await defineSeen(store, records);
  const facts = await readFacts(store);
  const numbers = new Map(visitsOf(areas).map((visit, number) => [visit, number]));
  const { counted, notes } = countedAreas(draw, areas);
  const visits = counted.flatMap((area) => countedVisits(area.visits.visits, numbers, area, draw));
  await defineDifferences(store, numberedVisits(areas, numbers), records, facts);
  const tally = tallyOf(visits, facts, draw);
  return {
    draw: drawSummary(draw),
    confidence: rounded(confidence * 100, 4),
    areas: responseOf(areas, counted),
    rates: ratesOf(tally, visits, facts, counted, draw, confidence),
    verdicts: target === undefined ? [] : verdictsOf(tally, counted, target),
    notes: [...field.notes, ...notes, ...addedElsewhere(areas, visits)],
  };
}
