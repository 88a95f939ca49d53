import type { AuditResult, RuleStatus } from '../model/result.js';
import type { Severity } from '../model/severity.js';
import { type Labels, labelsOf } from './labels.js';
import { rolesOf } from './roles.js';
import { type FindingRow, findingRows, type MendPlace, maskingOf, missingEntries } from './rows.js';
import { clean } from './text.js';

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', notice: 'note' };
const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** The report as SARIF 2.1.0: rules, and for each finding its places with file and row. */
export function* renderSarif(result: AuditResult): Iterable<string> {
  const { tool, run } = result;
  const labels = labelsOf(result);
  const index = new Map(run.rules.map(({ rule }, at) => [rule, at]));
  const driver = { name: tool.name, version: tool.version, rules: run.rules.map(rule) };
  const head = {
    tool: { driver },
    columnKind: 'unicodeCodePoints',
    language: run.lang === 'zh' ? 'zh-CN' : 'en',
    properties: { period: run.period, asOf: run.asOf, masking: maskingOf(result) },
  };
  const open = JSON.stringify({ $schema: SCHEMA, version: '2.1.0' }).slice(0, -1);
  yield `${open},"runs":[${JSON.stringify(head).slice(0, -1)},"results":[`;
  let comma = '';
  for (const row of findingRows(result)) {
    yield `${comma}\n${JSON.stringify(finding(row, index.get(row.finding.rule) ?? -1, labels))}`;
    comma = ',';
  }
  yield '\n]}]}\n';
}

function rule({ rule: id, title }: RuleStatus): object {
  return { id, shortDescription: { text: title ?? id } };
}

function finding(row: FindingRow, ruleIndex: number, labels: Labels): object {
  const { finding, message, suggestion, level, cause } = row;
  const { mend, evidence } = rolesOf(finding);
  const located = (places: readonly (MendPlace & { point: string })[]) =>
    places.map((place) => location(place, labels.point(place.point)));
  const [first, ...others] = located([...mend, ...missingEntries(finding)]);
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: LEVELS[level],
    message: { text: suggestion ? `${message} ${suggestion}` : message },
    locations: first ? [first] : [],
    ...relatedTo([...others, ...located(evidence)]),
    partialFingerprints: { 'plumbline/v1': finding.id },
    suppressions: finding.accepted && [{ kind: 'external', justification: clean(finding.accepted.reason) }],
    properties: { community: finding.community, causedBy: cause || undefined },
  };
}

/** Where else to look: further places to be mended, then what proves it. */
function relatedTo(others: readonly object[]): object {
  return others.length === 0 ? {} : { relatedLocations: others.map((location, id) => ({ id, ...location })) };
}

function location({ path, sheet, row, cells }: MendPlace, point: string): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/') },
      region: row === undefined ? undefined : { startLine: row },
    },
    logicalLocations: [
      { fullyQualifiedName: [sheet, cells[0]].filter(Boolean).join('!') || path, kind: point },
    ],
  };
}
