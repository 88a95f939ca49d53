import { gathered } from '../../keys/order.js';
import type { Finding } from '../../model/finding.js';
import { SEVERITIES, type Severity } from '../../model/severity.js';
import { type Folded, fold } from '../faults.js';
import { clean, grouped } from '../text.js';
import { renderConsequences, renderFinding } from './finding.js';
import { arrange, type Workbook } from './groups.js';
import { heading, joined, type Page, paragraph } from './page.js';

/** What to mend, in the order of work. */
export function renderFindings(page: Page, { roots, consequences }: Folded): string[] {
  if (roots.length === 0) return [];
  return [
    ...heading(page, page.say('report.details')),
    ...arrange(roots).flatMap(({ name, counts, workbooks }) => {
      let number = 0;
      return [
        ...renderCommunity(page, name, counts),
        ...workbooks.flatMap((workbook) => {
          const said = new Set<string>();
          return [
            ...renderWorkbook(page, workbook),
            ...workbook.findings.flatMap((finding) => {
              number += 1;
              return [
                ...renderFinding(page, finding, number, workbook.path),
                ...renderRemedy(page, finding, said),
                ...renderConsequences(page, consequences.get(finding.id) ?? []),
              ];
            }),
          ];
        }),
      ];
    }),
  ];
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

/** What to do: once a workbook for each kind of finding. */
function renderRemedy(page: Page, { suggestion }: Finding, said: Set<string>): string[] {
  if (!suggestion || said.has(suggestion)) return [];
  said.add(suggestion);
  return paragraph(page, `     ${page.say('report.todo')}`, clean(suggestion));
}

/** What was accepted, in one paragraph: how many findings, and of which rules. */
export function renderAccepted(page: Page, findings: readonly Finding[]): string[] {
  const accepted = fold(findings.filter((finding) => finding.accepted)).roots;
  if (accepted.length === 0) return [];
  const rules = [...gathered(accepted, ({ rule }) => rule)].map(([rule, { length }]) =>
    page.say('report.rule-count', { rule: page.label.rule(rule), count: grouped(length) }),
  );
  const text = page.say('report.accepted', { count: grouped(accepted.length), rules: joined(page, rules) });
  return ['', ...paragraph(page, '', text, page.paint.dim)];
}
