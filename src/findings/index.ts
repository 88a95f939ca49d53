import { byText } from '../keys/order.js';
import { fillIn, say } from '../messages/index.js';
import { EVENT_KINDS } from '../model/event-kinds.js';
import type { CitedRecord, Finding } from '../model/finding.js';
import type { Lang } from '../model/language.js';
import type { RuleStatus } from '../model/result.js';
import { isAtLeast, type Severity } from '../model/severity.js';
import type { Source } from '../model/source.js';
import type { ColumnType } from '../registers/types.js';
import { settleCauses } from '../rules/causes.js';
import type { RawFinding } from '../rules/raw-finding.js';
import type { SqlRow, Store } from '../store/store.js';
import { type Cited, inContentOrder, lookUpCited } from './cited.js';
import { registerOf, typeOf } from './column-types.js';
import { fingerprints } from './fingerprint.js';
import { type Params, paramsOf } from './params.js';
import { type Mask, type PlaceOptions, placesOf } from './places.js';

export interface FindingOptions extends PlaceOptions {
  sources: readonly Source[];
  fingerprintKey: string;
  lang: Lang;
  /** Communities to report on; empty for all. */
  communities: readonly string[];
  /** Which rules to report on; all where absent. */
  rules?: (rule: string) => boolean;
  /** Says what is to be said of findings before any is left out (which ones were accepted). */
  mark?: (findings: Finding[]) => Finding[];
  /** The least severity to report. */
  severity?: Severity;
  /** The audited period as printed, for findings about events. */
  period?: string;
}

/**
 * From what the rules returned to what people read: ids, causes, places, sentences, in the order of the contract
 * (community, rule, path, row).
 */
export async function buildFindings(
  store: Store,
  found: readonly RawFinding[],
  options: FindingOptions,
): Promise<Finding[]> {
  const cited = await lookUpCited(store, found, options.sources);
  const raw = found.map((finding) => inContentOrder(finding, cited));
  const ids = fingerprints(raw, cited, options.fingerprintKey);
  const settled = raw.map((finding, n) => ({ ...finding, ...settling(finding), id: ids[n] ?? '' }));
  const causes = settleCauses(settled);
  const findings = raw.map((finding, n) => {
    const id = ids[n] ?? '';
    return describe(finding, id, causes.get(id) ?? null, cited, options);
  });
  const marked = options.mark?.(findings) ?? findings;
  return withCauses(marked, (finding) => isAsked(finding, options)).sort(inContractOrder);
}

/** Statuses that count the findings that are reported, where a filter left some out. */
export function recountRules(statuses: readonly RuleStatus[], findings: readonly Finding[]): RuleStatus[] {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return statuses.map((status) => {
    if (status.status === 'not-applicable') return status;
    const count = counts.get(status.rule) ?? 0;
    return { ...status, status: count > 0 ? 'failed' : 'passed', count };
  });
}

function settling({ rule, cited, event }: RawFinding): { rule: string; anchors: string[] } {
  const cells = cited.flatMap(({ record, columns }) => columns.map((column) => `cell:${record}:${column}`));
  return { rule: rule.name, anchors: event === null ? cells : [...cells, `event:${event}`] };
}

function describe(
  finding: RawFinding,
  id: string,
  causedBy: string | null,
  cited: ReadonlyMap<number, Cited>,
  { lang, period, ...places }: FindingOptions,
): Finding {
  const { rule } = finding;
  const records = placesOf(finding, cited, places);
  const evidence = maskEvidence(finding, records[0], places.mask);
  const building = cited.get(finding.cited[0]?.record ?? -1)?.values?.building;
  const known: Finding = {
    id,
    rule: rule.name,
    severity: finding.severity,
    community: finding.community,
    period: finding.period ?? (finding.event === null ? undefined : period),
    event: EVENT_KINDS.find((kind) => rule.name.startsWith(`${kind}/`)),
    point: finding.point ?? finding.missing[0]?.point ?? records[0]?.point,
    building: typeof building === 'string' ? building : undefined,
    ...findingSentences(finding, records, evidence, lang),
    records,
    missingFrom: finding.missing.length > 0 ? finding.missing : undefined,
    evidence,
    count: finding.count,
    unconfirmed: finding.unconfirmed,
    causedBy,
  };
  const said = Object.entries(known).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as unknown as Finding;
}

/** What a finding says and what to do about it, from what its rule found. */
export function findingSentences(
  finding: RawFinding,
  records: readonly CitedRecord[],
  evidence: Finding['evidence'],
  lang: Lang,
): Pick<Finding, 'message' | 'suggestion' | 'params'> {
  const { message, remedy } = finding.rule;
  const params = paramsOf({ finding, places: records, evidence, lang });
  const written = withNames(params, lang);
  return { message: sentence(message[lang], written), suggestion: sentence(remedy[lang], written), params };
}

/** Parameters for a sentence to speak of: somebody whose name no record tells is called so. */
function withNames(params: Params, lang: Lang): Params {
  const entries = Object.entries(params).map(([name, value]) =>
    value === null && name.endsWith('_name') ? [name, say(lang, 'rules.unnamed')] : [name, value],
  );
  return Object.fromEntries(entries);
}

/** A sentence with its parameters, and without the gaps that empty ones leave. */
function sentence(template: string, params: Params): string {
  return fillIn(template, params).replace(/ {2,}/g, ' ').trim();
}

/** Whether a finding is asked for. */
function isAsked(finding: Finding, { communities, rules, severity = 'notice' }: FindingOptions): boolean {
  if (communities.length > 0 && !communities.includes(finding.community)) return false;
  return isAtLeast(finding.severity, severity) && rules?.(finding.rule) !== false;
}

/** The findings that are wanted, and, so that none hangs in the air, the causes they hang under. */
export function withCauses(findings: readonly Finding[], isWanted: (finding: Finding) => boolean): Finding[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const kept = new Set<Finding>();
  for (const finding of findings.filter(isWanted)) {
    for (let at: Finding | undefined = finding; at && !kept.has(at); at = byId.get(at.causedBy ?? ''))
      kept.add(at);
  }
  return findings.filter((finding) => kept.has(finding));
}

function inContractOrder(a: Finding, b: Finding): number {
  const [first, second] = [a.records[0], b.records[0]];
  return (
    byText(a.community, b.community) ||
    byText(a.rule, b.rule) ||
    byText(first?.path ?? '', second?.path ?? '') ||
    (first?.row ?? 0) - (second?.row ?? 0) ||
    byText(a.id, b.id)
  );
}

/** The evidence of a finding with what is personal hidden (see `rule.ts` for the names that decide). */
function maskEvidence({ evidence }: RawFinding, first: CitedRecord | undefined, mask: Mask): SqlRow {
  const masked: SqlRow = {};
  for (const [name, value] of Object.entries(evidence)) {
    const type = personalType(name, first);
    masked[name] = type && typeof value !== 'boolean' ? mask(type, value) : value;
  }
  return masked;
}

function personalType(name: string, first: CitedRecord | undefined): ColumnType | undefined {
  if (name.endsWith('_name')) return 'name';
  if (name.endsWith('_id')) return 'id';
  if (name !== 'raw' && name !== 'value' && name !== 'other') return undefined;
  if (first?.register === 'figures') return undefined;
  const column = first?.columns[0];
  const register = registerOf(first?.register ?? '');
  return register && column ? typeOf(register, column) : 'name';
}
