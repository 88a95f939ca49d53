import type { Finding } from '../../model/finding.js';
import type { AuditResult } from '../../model/result.js';
import { SEVERITIES, type Severity } from '../../model/severity.js';
import { clean, grouped } from '../text.js';
import { renderConsequences, renderFinding } from './finding.js';
import { arrange, type Block, type Folded, type Workbook } from './groups.js';
import { heading, type Page, paragraph, tone } from './page.js';

/** Findings listed of one rule in one community; the counts are always full. */
const SAMPLE = 20;

/** What to mend, one workbook after the other. */
export function renderFindings(page: Page, { run }: AuditResult, folded: Folded): string[] {
  if (folded.roots.length === 0) return [];
  return [
    ...heading(page, page.say('report.details')),
    ...arrange(folded.roots, run.inputs).flatMap(({ name, counts, workbooks }) => {
      const sample = sampler();
      return [
        ...renderCommunity(page, name, counts),
        ...workbooks.flatMap((workbook) => [
          ...renderWorkbook(page, workbook),
          ...workbook.blocks.flatMap((block) =>
            renderBlock(page, block, workbook.path, sample(block), folded.consequences),
          ),
        ]),
      ];
    }),
  ];
}

/** Gives the first findings of each rule, over all workbooks of a community. */
function sampler(): (block: Block) => Finding[] {
  const listed = new Map<string, number>();
  return ({ rule, findings }) => {
    const before = listed.get(rule) ?? 0;
    const shown = findings.slice(0, SAMPLE - before);
    listed.set(rule, before + shown.length);
    return shown;
  };
}

function renderCommunity(page: Page, name: string, counts: Record<Severity, number>): string[] {
  const title = clean(name) || page.say('report.no-community');
  return ['', ...paragraph(page, '■ ', `${title}   ${countsOf(page, counts)}`, page.paint.bold)];
}

function renderWorkbook(page: Page, { path, building, counts }: Workbook): string[] {
  const where = building ? `${page.say('report.building', { building })} · ` : '';
  const title = `${where}${path || page.say('report.no-workbook')}   ${countsOf(page, counts)}`;
  return ['', ...paragraph(page, '  ', clean(title), page.paint.underline)];
}

function countsOf(page: Page, counts: Record<Severity, number>): string {
  return SEVERITIES.filter((severity) => counts[severity] > 0)
    .map((severity) => page.say(`report.count-${severity}`, { count: grouped(counts[severity]) }))
    .join(' · ');
}

function renderBlock(
  page: Page,
  block: Block,
  workbook: string,
  shown: Finding[],
  consequences: Folded['consequences'],
): string[] {
  const rest = block.findings.length - shown.length;
  const remedies = new Set(shown.map(({ suggestion }) => suggestion));
  const [remedy = ''] = remedies.size === 1 ? remedies : [];
  return [
    ...renderTitle(page, block),
    ...renderRemedy(page, '    ', remedy),
    ...shown.flatMap((finding, i) => [
      ...renderFinding(page, finding, i + 1, workbook),
      ...renderRemedy(page, '     ', remedy ? '' : finding.suggestion),
      ...renderConsequences(page, consequences.get(finding.id) ?? []),
    ]),
    ...(rest > 0
      ? paragraph(page, '    ', page.say('report.not-shown', { count: grouped(rest) }), page.paint.dim)
      : []),
  ];
}

function renderTitle(page: Page, { rule, severity, findings }: Block): string[] {
  const { say, label } = page;
  const title = label.rule(rule) === rule ? rule : `${label.rule(rule)} ${rule}`;
  const mark = `  ${tone(page, severity)(say(`report.${severity}`))} `;
  return paragraph(
    page,
    mark,
    `${title} · ${say('report.block-count', { count: grouped(findings.length) })}`,
  );
}

/** What to do: once for a block where it is the same for all. */
function renderRemedy(page: Page, indent: string, remedy: string): string[] {
  return remedy ? paragraph(page, indent + page.say('report.todo'), clean(remedy)) : [];
}
