import type { AuditHooks, AuditOptions } from '../../audit/options.js';
import { definePeriod } from '../../audit/period.js';
import type { Config } from '../../config/types.js';
import { recount } from '../../findings/index.js';
import { localLoader } from '../../ingest/load-file.js';
import type { Gathered } from '../../ingest/options.js';
import { setCopiesAside } from '../../match/copies.js';
import { match } from '../../match/match.js';
import { type MessageKey, UserError } from '../../messages/index.js';
import type { Draw } from '../../model/draw.js';
import { EVENT_KINDS } from '../../model/event-kinds.js';
import type { Finding } from '../../model/finding.js';
import type { AuditResult } from '../../model/result.js';
import type { SpotResult } from '../../model/spot-result.js';
import { summarise } from '../../report/summary.js';
import { FIELD_RULES } from '../../rules/index.js';
import { addRows } from '../../store/fill.js';
import type { Store } from '../../store/store.js';
import { loadDraw } from '../draw/draw.js';
import { peopleOf } from '../sheet/people.js';
import type { FilledSheet } from './answers.js';
import { addedElsewhere, countedVisits } from './counted.js';
import { defineDifferences } from './differences.js';
import { defineSeen, type FieldRecord, readFacts } from './facts.js';
import { fieldSources } from './field.js';
import { FIELD, readField, recordsOf, sourceOf } from './field-sources.js';
import { tallyOf } from './judge.js';
import { defineListed, readKnown } from './listed.js';
import { ratesOf, round } from './rates.js';
import { headOf, responseOf } from './response.js';
import { readReturned } from './returned.js';
import { countedAreas } from './sample.js';
import { verdictsOf } from './verdicts.js';
import { type AreaVisits, numbered, pairUp, type SpotNote, visitsOf } from './visits.js';

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

/** What the sheets say, on its way through the audit. */
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
export async function score(options: ScoreOptions, hooks: AuditHooks = {}): Promise<AuditResult> {
  const { lang } = options.audit;
  const draw = await loadDraw(options.draw);
  const { sheets, passedOver } = await readReturned(options.sheets, lang);
  const asked = { ...options.audit, ...periodOf(options.audit, sheets) };
  let field: Field | undefined;
  let spot: SpotResult | undefined;
  const { audit } = await import('../../audit/audit.js');
  const result = await audit(
    { ...asked, rules: SPOT_RULES },
    {
      ...hooks,
      rules: FIELD_RULES,
      onGathered: async (store, read, config) => {
        const listed = await pairWithLists(store, draw, sheets, asked, config);
        field = { draw, ...listed, records: [] };
        return addField(store, read, config, field);
      },
      onMatched: async (store) => {
        if (field) spot = await judge(store, field, options);
      },
    },
  );
  const notes = [...(spot?.notes ?? []), ...passedOverNote(passedOver)];
  return resultOf(result, spot && { ...spot, notes });
}

/** Families of rules that say how records and door differ; the others say nothing about it, or say it again. */
export const SPOT_RULES = {
  only: ['field', ...EVENT_KINDS, 'person', 'format'],
  except: ['identity', 'coverage', 'pattern', 'totals', 'line', 'timing', 'logic'],
};

function passedOverNote(paths: readonly string[]): SpotResult['notes'] {
  return paths.length === 0 ? [] : [{ code: 'passed-over', count: paths.length, detail: paths.join('、') }];
}

/** A sheet names the period of its list: another one would list other children. */
function periodOf({ period }: AuditOptions, sheets: readonly FilledSheet[]): { period?: string } {
  const printed = sheets.find(({ block }) => block.period !== '')?.block.period;
  if (period !== undefined) return { period };
  return printed === undefined ? {} : { period: printed };
}

/** The people of the draw, from the ledgers alone as when the sheets were made, and what the sheets say of them. */
async function pairWithLists(
  store: Store,
  draw: Draw,
  sheets: readonly FilledSheet[],
  asked: AuditOptions,
  config: Config,
): Promise<{ areas: AreaVisits[]; notes: SpotNote[] }> {
  await setCopiesAside(store);
  await match(store, await definePeriod(store, asked, config));
  const paired = pairUp(draw, await peopleOf(store, draw), sheets);
  if (!('fault' in paired)) return paired;
  const { fault, path, area, found } = paired;
  throw new UserError(`spot-score.${fault}` satisfies MessageKey, { path, area, found, code: draw.code });
}

/** Adds what was seen to the tables: normalised like any ledger, and placed on the sheets. */
async function addField(store: Store, read: Gathered, config: Config, field: Field): Promise<Gathered> {
  await defineListed(store, visitsOf(field.areas));
  const spoken = fieldSources(field.areas, await readKnown(store));
  const sources = spoken.map(sourceOf);
  field.records = recordsOf(spoken);
  const loader = localLoader(config, store.path, FIELD, async (_, onRow) =>
    readField(spoken, sources, onRow),
  );
  await loader.load([sources]);
  const { account, shards } = await loader.finish();
  await addRows(store, sources, shards);
  return {
    ...read,
    sources: [...read.sources, ...sources],
    account: new Map([...read.account, ...account]),
  };
}

/** What the matched tables say about the visits, and from it the rates. */
async function judge(store: Store, field: Field, { target, confidence }: ScoreOptions): Promise<SpotResult> {
  const { draw, areas, records } = field;
  await defineSeen(store, records);
  const facts = await readFacts(store);
  const numbers = new Map(visitsOf(areas).map((visit, number) => [visit, number]));
  const { counted, notes } = countedAreas(draw, areas);
  const visits = counted.flatMap((area) => countedVisits(area.visits.visits, numbers, area, draw));
  await defineDifferences(store, numbered(areas, numbers), records, facts);
  const tally = tallyOf(visits, facts, draw);
  return {
    draw: headOf(draw),
    confidence: round(confidence * 100, 4),
    areas: responseOf(areas, counted),
    rates: ratesOf(tally, visits, facts, counted, draw, confidence),
    verdicts: target === undefined ? [] : verdictsOf(tally, counted, target),
    notes: [...field.notes, ...notes, ...addedElsewhere(areas, visits)],
  };
}

/** The result of the audit as far as the door decides it: the rates, and the findings with what they follow from. */
function resultOf(result: AuditResult, spot: SpotResult | undefined): AuditResult {
  const byId = new Map(result.findings.map((finding) => [finding.id, finding]));
  const kept = new Set<Finding>();
  for (const finding of result.findings) {
    if (!isOfField(finding)) continue;
    for (let at: Finding | undefined = finding; at && !kept.has(at); at = byId.get(at.causedBy ?? ''))
      kept.add(at);
  }
  const findings = onceACell(result.findings.filter((finding) => kept.has(finding)));
  const { quality: _, areas: __, rosters: ___, ...rest } = result;
  return {
    ...rest,
    run: { ...result.run, rules: recount(result.run.rules, findings) },
    summary: summarise(findings),
    line: [],
    errorRates: [],
    indicators: [],
    ...(spot ? { spot } : {}),
    findings,
  };
}

/** One cell of a sheet speaks for several registers: what is wrong with it is said once. */
function onceACell(findings: readonly Finding[]): Finding[] {
  const said = new Set<string>();
  return findings.filter(({ rule, records: [place] }) => {
    if (!rule.startsWith('format/') || place?.point !== FIELD) return true;
    const cell = [rule, place.path, place.sheet, place.row, ...place.cells].join('|');
    if (said.has(cell)) return false;
    said.add(cell);
    return true;
  });
}

function isOfField({ rule, records }: Finding): boolean {
  return rule.startsWith('field/') || records.some(({ point }) => point === FIELD);
}
