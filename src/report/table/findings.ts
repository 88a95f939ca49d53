import type { AuditResult, Finding, Place, RuleStatus, Severity } from '../result.js';
import { cleanAll, grouped, widthOf } from '../text.js';
import {
  arrange,
  type Block,
  type Community,
  count,
  type Folded,
  groupBy,
  SEVERITIES,
  type Workbook,
} from './groups.js';
import { grid, heading, joined, type Page, paragraph, tone } from './page.js';

/** Findings listed of one rule in one community; the counts are always full. */
const SAMPLE = 20;
const MOST_PLACES = 6;
const MOST_CELLS = 4;

/** How many findings each rule made, and which rules could not be applied. */
export function renderOverview(page: Page, rules: RuleStatus[], { roots, consequences }: Folded): string[] {
  const { say, label } = page;
  const caused = groupBy([...consequences.values()].flat(), ({ rule }) => rule);
  const own = groupBy(roots, ({ rule }) => rule);
  const names = [...new Set([...own.keys(), ...caused.keys()])];
  const rows = names
    .map((rule) => ({ rule, counts: count(own.get(rule) ?? []), caused: caused.get(rule)?.length ?? 0 }))
    .sort((a, b) => worse(a.counts, b.counts) || (a.rule < b.rule ? -1 : 1))
    .map(({ rule, counts, caused: follow }) => [
      label.rule(rule),
      rule,
      ...SEVERITIES.map((severity) => toned(page, severity, counts[severity])),
      grouped(follow),
    ]);
  const columns = (['report.error', 'report.warning', 'report.notice', 'report.caused'] as const).map((key) =>
    say(key),
  );
  const table = grid(page, { head: [say('report.rule'), '', ...columns], rows, text: [0, 1] });
  return [
    ...heading(page, say('report.overview')),
    ...(names.length > 0 ? [...table, ''] : []),
    ...renderRules(page, rules),
  ];
}

function worse(a: Record<Severity, number>, b: Record<Severity, number>): number {
  return b.error - a.error || b.warning - a.warning || b.notice - a.notice;
}

function toned(page: Page, severity: Severity, number: number): string {
  return number > 0 ? tone(page, severity)(grouped(number)) : '0';
}

function renderRules(page: Page, rules: RuleStatus[]): string[] {
  const { say, label, paint } = page;
  const of = (status: RuleStatus['status']) => rules.filter((rule) => rule.status === status);
  const absent = of('not-applicable');
  const numbers = { total: rules.length, passed: of('passed').length, failed: of('failed').length };
  const lines = paragraph(page, '', say('report.rules-run', { ...numbers, skipped: absent.length }));
  if (absent.length === 0) return lines;
  const names = joined(
    page,
    absent.map(({ rule }) => label.rule(rule)),
  );
  return [...lines, ...paragraph(page, '', say('report.not-applicable', { rules: names }), paint.dim)];
}

/** What to mend, one workbook after the other. */
export function renderDetails(page: Page, result: AuditResult, { roots, consequences }: Folded): string[] {
  if (roots.length === 0) return [];
  const listed = new Map<string, number>();
  const communities = arrange(roots, result.run.inputs);
  return [
    ...heading(page, page.say('report.details')),
    ...communities.flatMap((community) => [
      ...renderTitle(page, community),
      ...community.workbooks.flatMap((workbook) => [
        ...renderWorkbook(page, workbook),
        ...workbook.blocks.flatMap((block) => renderBlock(page, block, workbook, sample(community, block))),
      ]),
    ]),
  ];

  function sample({ name }: Community, { rule, findings }: Block): Block['findings'] {
    const key = `${rule}\n${name}`;
    const before = listed.get(key) ?? 0;
    const shown = findings.slice(0, Math.max(SAMPLE - before, 0));
    listed.set(key, before + shown.length);
    return shown;
  }

  function renderBlock(target: Page, block: Block, workbook: Workbook, shown: Finding[]): string[] {
    const rest = block.findings.length - shown.length;
    const remedy =
      new Set(block.findings.map(({ suggestion }) => suggestion)).size === 1 ? shown[0]?.suggestion : '';
    const items = shown.map((finding, i) => [
      ...renderFinding(target, cleanAll(finding), workbook, `${i + 1}`.padStart(4)),
      ...(remedy
        ? []
        : paragraph(target, `      ${target.say('report.todo')}`, cleanAll(finding.suggestion))),
      ...renderConsequences(target, consequences.get(finding.id) ?? []),
    ]);
    return [
      ...blockTitle(target, block),
      ...(remedy ? paragraph(target, `    ${target.say('report.todo')}`, cleanAll(remedy)) : []),
      ...items.flat(),
      ...(rest > 0
        ? paragraph(
            target,
            '    ',
            target.say('report.not-shown', { count: grouped(rest) }),
            target.paint.dim,
          )
        : []),
    ];
  }
}

function renderTitle(page: Page, { name, counts }: Community): string[] {
  const title = cleanAll(name) || page.say('report.no-community');
  return ['', ...paragraph(page, '■ ', `${title}   ${countsOf(page, counts)}`, page.paint.bold)];
}

function renderWorkbook(page: Page, { path, building, counts }: Workbook): string[] {
  const place = building ? `${page.say('report.building', { building })} · ` : '';
  const file = path || page.say('report.no-workbook');
  return [
    '',
    ...paragraph(page, '  ', cleanAll(`${place}${file}   ${countsOf(page, counts)}`), page.paint.underline),
  ];
}

function countsOf(page: Page, counts: Record<Severity, number>): string {
  return SEVERITIES.filter((severity) => counts[severity] > 0)
    .map((severity) => page.say(`report.count-${severity}`, { count: grouped(counts[severity]) }))
    .join(' · ');
}

function blockTitle(page: Page, { rule, severity, findings }: Block): string[] {
  const { say, label } = page;
  const mark = `  ${tone(page, severity)(say(`report.${severity}`))} `;
  const title = label.rule(rule) === rule ? rule : `${label.rule(rule)} ${rule}`;
  return paragraph(
    page,
    mark,
    `${title} · ${say('report.block-count', { count: grouped(findings.length) })}`,
  );
}

function renderFinding(page: Page, finding: Finding, workbook: Workbook, mark: string): string[] {
  const { say, label, paint } = page;
  const undecided = finding.unconfirmed ? say('report.undecided') : '';
  const times =
    finding.count && finding.count > 1 ? say('report.occurrences', { count: grouped(finding.count) }) : '';
  const places = finding.records.slice(0, MOST_PLACES).map((place) => placeOf(page, place, workbook));
  const hidden = finding.records.length - places.length;
  if (hidden > 0) places.push(say('report.more-places', { count: hidden }));
  places.push(...lackingOf(page, finding));
  return [
    ...paragraph(page, `${mark} `, undecided + finding.message + times),
    ...places.flatMap((place) => paragraph(page, `${' '.repeat(widthOf(mark) + 1)}› `, place, paint.dim)),
  ];
}

/** Where a record should be and is not; the community is named where it is another one. */
function lackingOf({ say, label }: Page, { missingFrom = [], community: own }: Finding): string[] {
  return missingFrom.map(({ point, register, community }) => {
    const where = community === own ? '' : say('report.missing-elsewhere', { community });
    return say('report.missing', { point: label.point(point), register: label.register(register) }) + where;
  });
}

/** Point, file, sheet, row, and the cells concerned with what they hold. */
function placeOf(page: Page, place: Place, { path }: Workbook): string {
  const where = [
    place.path === path ? '' : place.path,
    place.sheet ?? '',
    page.say('report.row', { row: place.row }),
  ];
  const cells = place.columns.slice(0, MOST_CELLS).map((column, i) => {
    const value = place.values[column];
    const shown = value === null || value === '' ? page.say('report.blank') : value;
    return [place.cells[i], place.headings[i], shown].filter((part) => part !== undefined).join(' ');
  });
  if (place.columns.length > MOST_CELLS)
    cells.push(page.say('report.more-columns', { count: place.columns.length }));
  const what = cells.length > 0 ? page.say('report.colon') + cells.join(page.say('report.semicolon')) : '';
  return `${page.label.point(place.point)} · ${where.filter(Boolean).join(' › ')}${what}`;
}

/** Findings that go away with their cause, folded into one line. */
function renderConsequences(page: Page, findings: Finding[]): string[] {
  if (findings.length === 0) return [];
  const rules = [...groupBy(findings, ({ rule }) => rule)].map(([rule, same]) =>
    page.say('report.rule-count', { rule: page.label.rule(rule), count: grouped(same.length) }),
  );
  return paragraph(
    page,
    '     └ ',
    page.say('report.consequences', { rules: joined(page, rules) }),
    page.paint.dim,
  );
}
