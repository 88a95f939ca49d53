import { say } from '../messages/index.js';
import type { Finding } from '../model/finding.js';
import type { Lang } from '../model/language.js';
import type { AuditResult } from '../model/result.js';
import { type Labels, labelsOf } from '../report/labels.js';
import { clean } from '../report/text.js';
import { type MissingReports, missingReports } from './reports-due.js';
import { type Exceeded, exceededRates } from './thresholds.js';
import { type Node, treeOf } from './tree.js';
import type { FilingRow, FilingSources, Obstacle, ObstacleKind } from './types.js';

/** Rules of this family are about reported figures. */
const OF_FIGURES = 'totals/';
const ABSENT = 'coverage/register-absent';
/** The register of reported figures: what is lacking of it are reports. */
const REPORTS = 'figures';

/** What stands in the way of one area, of its own. */
interface Own extends Pick<FilingRow, 'errors' | 'figureErrors' | 'warnings'> {
  absent: Finding[];
  exceeded: Exceeded[];
  reports: MissingReports;
  unread: string[];
  nothing: boolean;
}

/**
 * The filing list: every area from the district down, ready to report or with what stands in the way. An area is ready
 * if nothing of its own does and all its parts are ready. Only findings that stand for themselves count, and none that
 * was accepted.
 */
export function filingList(sources: FilingSources): FilingRow[] {
  const { result } = sources;
  const nodes = treeOf(result.areas ?? []);
  const own = ownOf(nodes, sources);
  const rows = new Map<string, FilingRow>();
  for (const node of nodes.toReversed()) {
    const parts = node.parts.flatMap((part) => rows.get(part) ?? []);
    rows.set(node.area, rowOf(node, own.get(node.area) ?? nothingYet(), parts, result));
  }
  return nodes.flatMap(({ area }) => rows.get(area) ?? []);
}

function nothingYet(): Own {
  const counts = { errors: 0, figureErrors: 0, warnings: 0 };
  const reports = { whole: false, months: [] };
  return { ...counts, absent: [], exceeded: [], reports, unread: [], nothing: false };
}

function ownOf(nodes: readonly Node[], { result, thresholds, due }: FilingSources): Map<string, Own> {
  const own = new Map(nodes.map(({ area }) => [area, nothingYet()]));
  const root = own.get(nodes[0]?.area ?? '');
  const at = (area: string): Own | undefined => own.get(area) ?? root;
  for (const finding of result.findings) {
    if (finding.causedBy === null && !finding.accepted) addFinding(at(finding.community), finding);
  }
  for (const one of exceededRates(result.errorRates, thresholds)) at(one.rate.community)?.exceeded.push(one);
  for (const { path } of result.run.refused) at(areaIn(path, nodes))?.unread.push(path);
  const missing = due ? missingReports(nodes, result.indicators, due) : new Map<string, MissingReports>();
  const known = new Set((result.quality ?? []).map(({ community }) => community));
  for (const { area, level } of nodes) {
    const mine = own.get(area);
    if (!mine) continue;
    mine.reports = missing.get(area) ?? mine.reports;
    mine.nothing = level === 'community' && known.size > 0 && !known.has(area);
  }
  return own;
}

function addFinding(own: Own | undefined, finding: Finding): void {
  if (!own) return;
  if (finding.rule === ABSENT) own.absent.push(...(isOfRegisters(finding) ? [finding] : []));
  else if (finding.severity === 'warning') own.warnings += 1;
  else if (finding.severity === 'error' && finding.rule.startsWith(OF_FIGURES)) own.figureErrors += 1;
  else if (finding.severity === 'error') own.errors += 1;
}

/** Reports that are lacking are told by themselves. */
function isOfRegisters({ missingFrom = [] }: Finding): boolean {
  return missingFrom.length === 0 || missingFrom.some(({ register }) => register !== REPORTS);
}

/** The lowest area that a path names, by folder or file. */
function areaIn(path: string, nodes: readonly Node[]): string {
  const named = nodes.filter(({ area }) => area !== '' && path.includes(area));
  return named.toSorted((a, b) => b.depth - a.depth)[0]?.area ?? '';
}

function rowOf(node: Node, own: Own, parts: readonly FilingRow[], result: AuditResult): FilingRow {
  const sum = (key: Counted, mine: number): number => parts.reduce((total, part) => total + part[key], mine);
  const obstacles = obstaclesOf(own, parts, result);
  return {
    area: clean(node.area),
    level: node.level,
    parent: clean(node.parent),
    depth: node.depth,
    ready: obstacles.length === 0,
    errors: sum('errors', own.errors),
    figureErrors: sum('figureErrors', own.figureErrors),
    warnings: sum('warnings', own.warnings),
    absent: sum('absent', own.absent.length + (own.nothing ? 1 : 0)),
    reportsMissing: sum('reportsMissing', reportsMissing(own)),
    exceeded: sum('exceeded', own.exceeded.length),
    unread: sum('unread', own.unread.length),
    parts: { ready: parts.filter(({ ready }) => ready).length, total: parts.length },
    obstacles,
  };
}

function reportsMissing({ reports: { whole, months } }: Own): number {
  return months.length + (whole ? 1 : 0);
}

type Counted = 'errors' | 'figureErrors' | 'warnings' | 'absent' | 'reportsMissing' | 'exceeded' | 'unread';

function obstaclesOf(own: Own, parts: readonly FilingRow[], result: AuditResult): Obstacle[] {
  const { lang, period } = result.run;
  const labels = labelsOf(result);
  const { whole, months } = own.reports;
  const listed = months.join(say(lang, 'report.comma'));
  const reports = [
    whole ? say(lang, 'yearend.whole-report', { period: clean(period) }) : '',
    listed ? say(lang, 'yearend.month-reports', { months: listed }) : '',
  ].filter(Boolean);
  const waiting = parts.filter(({ ready }) => !ready).map(({ area }) => area);
  const absent = own.absent.map((one) => absenceText(one, labels, lang));
  const exceeded = own.exceeded.map((one) => breachText(one, labels, lang));
  const all: [ObstacleKind, count: number, details: string[]][] = [
    ['nothing', own.nothing ? 1 : 0, []],
    ['unread', own.unread.length, own.unread.map(clean)],
    ['absent', absent.length, absent],
    ['reports', reportsMissing(own), reports],
    ['errors', own.errors, []],
    ['figures', own.figureErrors, []],
    ['thresholds', exceeded.length, exceeded],
    ['parts', waiting.length, waiting],
  ];
  return all.filter(([, count]) => count > 0).map(([kind, count, details]) => ({ kind, count, details }));
}

/** `台账·死亡登记`, with the months where only some are lacking. */
function absenceText({ missingFrom = [], params, point }: Finding, labels: Labels, lang: Lang): string {
  const lacking = missingFrom.filter(({ register }) => register !== REPORTS);
  const registers = lacking.map(({ register }) => labels.register(register)).join(say(lang, 'report.comma'));
  const at = missingFrom[0]?.point ?? point;
  const months = params.absent_months ? ` ${params.absent_months}` : '';
  return clean(`${at ? labels.point(at) : ''}·${registers}${months}`);
}

/** `出生·台账·漏报率 3.2%（8/250）高于 2%`. */
function breachText({ rate, limit, side }: Exceeded, labels: Labels, lang: Lang): string {
  const unit = rate.rate === 'verification_factor' ? '' : '%';
  return say(lang, `yearend.${side}`, {
    what: [labels.event(rate.event), labels.point(rate.point), labels.rate(rate.rate)].join('·'),
    value: `${rate.value}${unit}`,
    numerator: rate.numerator,
    denominator: rate.denominator,
    limit: `${limit}${unit}`,
  });
}
