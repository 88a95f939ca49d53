import type { Config } from '../config/types.js';
import { type Marked, markAccepted } from '../findings/accepted.js';
import { keyMark } from '../findings/fingerprint.js';
import { buildFindings, recountRules } from '../findings/index.js';
import { placeLacking } from '../findings/lacking.js';
import { describeInputs } from '../ingest/inputs.js';
import { countUnplaced } from '../match/coverage/unplaced.js';
import { indicatorColumns } from '../measure/columns.js';
import { measureLine } from '../measure/line.js';
import type { Measured } from '../measure/measure.js';
import { areaRows, measureQuality } from '../measure/quality.js';
import { measureRosters, type Rosters } from '../measure/rosters.js';
import type { Finding } from '../model/finding.js';
import type { Note } from '../model/input.js';
import { noted } from '../model/noted.js';
import type { AuditResult } from '../model/result.js';
import type { RowAccount, UsualWritings } from '../model/source.js';
import { summarise } from '../report/faults.js';
import { maskValue } from '../report/mask.js';
import { HAD_BEFORE, registerAbsent } from '../rules/coverage/register-absent.js';
import { qualityLimits } from '../rules/limit.js';
import type { RulesRun } from '../rules/run.js';
import { withTitles } from '../rules/titles.js';
import type { Store } from '../store/store.js';
import { VERSION } from '../version.js';
import type { ChosenRules } from './choose-rules.js';
import type { Ingested } from './ingest.js';
import type { Workspace } from './open.js';
import type { AuditOptions } from './options.js';
import { type Period, UNDATED } from './period.js';
import { ofAreas, ofCommunities } from './selection.js';

/** What the stages before have found. */
export interface Audited {
  options: AuditOptions;
  rules: ChosenRules;
  ingested: Ingested;
  period: Period;
  measured: Measured;
  checked: RulesRun;
}

/** Last stage: what was found, in the words of the run's language and as one plain object. */
export async function describeResult({ store, config }: Workspace, audited: Audited): Promise<AuditResult> {
  const { measured, period, checked, ingested } = audited;
  const { communities } = ingested;
  const [described, { line, errorRates }, quality, rosters, unplaced] = await Promise.all([
    describeFindings(store, config, audited),
    measureLine(store, period.label, checked.findings, measured.areas),
    measureQuality(store, measured.handedIn, { period, ...qualityLimits(config.rules) }),
    ingested.previous.sources.length > 0 ? measureRosters(store) : undefined,
    countUnplaced(store),
  ]);
  const { findings } = described;
  const run = describeRun(config, audited, described, rosters, unplaced);
  return {
    schema: 'plumbline.audit/1',
    tool: { name: 'plumbline', version: VERSION },
    run,
    summary: summarise(findings),
    line: ofCommunities(line, communities),
    errorRates: ofCommunities([...errorRates, ...measured.figureRates], communities),
    indicators: ofAreas(measured.indicators, communities),
    quality: ofCommunities(quality, communities),
    areas: ofAreas(areaRows(measured), communities),
    ...(rosters ? { rosters: ofCommunities(rosters.rows, communities) } : {}),
    findings: placeLacking(findings, run.inputs),
  };
}

/** The findings to report, and notes about decisions to accept some. */
async function describeFindings(store: Store, config: Config, audited: Audited): Promise<Marked> {
  const { options, rules, period, checked } = audited;
  const { sources, account, previous, communities } = audited.ingested;
  let notes: Marked['notes'] = [];
  const findings = await buildFindings(store, checked.findings, {
    sources: [...indicatorColumns(sources, config), ...previous.sources],
    fingerprintKey: config.fingerprintKey,
    lang: options.lang,
    mask: options.reveal ? (_, value) => value : maskValue,
    writings: writingsOf(account, previous.account),
    communities,
    mark: (all) => {
      const marked = markAccepted(all, rules.accepted, period.asOf);
      notes = marked.notes;
      return marked.findings;
    },
    rules: rules.reported,
    severity: options.severity,
    period: period.label,
  });
  return { findings, notes };
}

/** How the tables are written, by source. */
function writingsOf(...accounts: ReadonlyMap<number, RowAccount>[]): Map<number, UsualWritings> {
  const rows = accounts.flatMap((account) => [...account]);
  return new Map(rows.flatMap(([source, { writings }]) => (writings ? [[source, writings] as const] : [])));
}

/** What an earlier run had read and this one did not: said before all else, since nothing else shows it. */
function absentSinceLast(findings: readonly Finding[]): Note[] {
  const isAbsent = ({ rule }: Finding) => rule === registerAbsent.name;
  const absent = findings.filter((one) => isAbsent(one) && one.evidence.detail === HAD_BEFORE);
  const places = absent.map(({ community, params }) => [community, params.missing].filter(Boolean).join(' '));
  return noted('absent-since-last', absent.length, places.join('; '));
}

/** What was audited, by which rules, and what is to be known about it. */
function describeRun(
  config: Config,
  { options, rules, ingested, period, measured, checked }: Audited,
  marked: Marked,
  rosters: Rosters | undefined,
  unplaced: ReadonlyMap<number, number>,
): AuditResult['run'] {
  const { lang, reveal, timestamps } = options;
  const { sources, account, notes, previous } = ingested;
  const refused = [...ingested.refused, ...previous.refused];
  const statuses = withTitles(recountRules(checked.statuses, marked.findings), lang, rules.own);
  return {
    asOf: period.undated ? UNDATED : period.asOf,
    period: period.label,
    lang,
    masked: !reveal,
    complete: refused.length === 0,
    population: config.population,
    idKey: keyMark(config.fingerprintKey),
    ...(timestamps ? { startedAt: new Date().toISOString() } : {}),
    rules: statuses.filter(({ rule }) => rules.reported(rule)),
    refused,
    inputs: describeInputs(sources, account, measured.unknown, unplaced),
    notes: [period.notes, absentSinceLast(marked.findings), notes, marked.notes, rosters?.notes ?? []].flat(),
    ...(rosters ? { previous: { ...rosters.dates, inputs: previous.inputs } } : {}),
  };
}
