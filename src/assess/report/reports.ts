import { say } from '../../messages/index.js';
import { indented } from '../../report/json.js';
import type { Rendered } from '../../report/reporter.js';
import type { AreaScore, Assessment } from '../types.js';
import type { ReportOptions } from './words.js';

export const ASSESSMENT_FORMATS = ['table', 'json', 'csv', 'md', 'xlsx'] as const;
export type AssessmentFormat = (typeof ASSESSMENT_FORMATS)[number];

/** The assessment in one format. */
export async function renderAssessment(
  format: AssessmentFormat,
  assessment: Assessment,
  options: ReportOptions,
): Promise<Rendered> {
  const { lang } = options;
  switch (format) {
    case 'table':
      return text([(await import('./table.js')).renderAssessmentTable(assessment, options)]);
    case 'json':
      return text(json({ ...assessment, areas: assessment.areas.map(withoutOrigins) }));
    case 'csv':
      return text((await import('./csv.js')).renderAssessmentCsv(assessment, lang));
    case 'md':
      return text((await import('./markdown.js')).renderAssessmentMarkdown(assessment, lang));
    case 'xlsx':
      return { kind: 'workbook', sheets: (await import('./workbook.js')).assessmentSheets(assessment, lang) };
  }
}

/** One area in full: its items with the numbers of the result that they are made of, and what would change them. */
export async function renderArea(
  format: 'table' | 'md' | 'json',
  assessment: Assessment,
  area: AreaScore,
  options: ReportOptions,
): Promise<Rendered> {
  if (format === 'json') {
    const { adviceFor } = await import('../advice.js');
    const areas = [{ ...area, advice: adviceFor(area, assessment.items) }];
    const targets = assessment.targets.filter((row) => row.area === area.area);
    const warnings = assessment.warnings.filter((row) => row.area === area.area);
    return text(json({ ...assessment, areas, targets, warnings }));
  }
  const explanation = (await import('./explain.js')).renderExplanation(assessment, area, options);
  if (format === 'table') return text([explanation]);
  return text([`# ${say(options.lang, 'assess.title')}\n\n\`\`\`\n${explanation}\`\`\`\n`]);
}

/** Where numbers stand is told of one area on request: of all of them it would be most of the file. */
function withoutOrigins(area: AreaScore): object {
  const schemes = area.schemes.map(({ items, ...scheme }) => ({
    ...scheme,
    items: items.map(({ origins, ...item }) => item),
  }));
  return { ...area, schemes };
}

/** The keys in the order of the contract, in pieces, an area each. */
function* json(given: Omit<Assessment, 'areas'> & { areas: readonly object[] }): Iterable<string> {
  const { areas, targets, warnings, ...head } = given;
  yield '{\n';
  for (const [key, value] of Object.entries(head)) yield `  "${key}": ${indented(value, '  ')},\n`;
  yield '  "areas": [';
  for (const [at, area] of areas.entries()) yield `${at > 0 ? ',' : ''}\n    ${indented(area, '    ')}`;
  yield areas.length > 0 ? '\n  ],\n' : '],\n';
  yield `  "targets": ${indented(targets, '  ')},\n  "warnings": ${indented(warnings, '  ')}\n}\n`;
}

function text(chunks: Iterable<string>): Rendered {
  return { kind: 'text', chunks };
}
