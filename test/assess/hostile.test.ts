import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.js';
import { ASSESSMENT_FORMATS, renderArea, renderAssessment } from '../../src/assess/report/reports.js';
import { DEFAULT_CONFIG } from '../../src/config/defaults.js';
import type { Rendered } from '../../src/report/reporter.js';
import { exampleResult } from './example.js';

/** Names of areas come from ledgers: none may steer a terminal, start a formula or make a tag. */
const NAME = '=HYPERLINK("x")\u001b[31m\u202e|<b>';

const result = JSON.parse(
  JSON.stringify(exampleResult()).replaceAll('甲街道', JSON.stringify(NAME).slice(1, -1)),
);
const assessment = assess(result, DEFAULT_CONFIG);
const options = { lang: 'en', width: 80, color: false } as const;
const area = assessment.areas.find((one) => one.area === NAME);

async function texts(rendered: Rendered): Promise<string> {
  if (rendered.kind === 'text') return [...rendered.chunks].join('');
  if (rendered.kind === 'bytes') return '';
  const cells: unknown[] = [];
  for (const { head = [], rows = [] } of rendered.sheets) {
    for (const row of head) cells.push(...row.cells);
    for await (const row of rows) cells.push(...('cells' in row ? row.cells : row));
  }
  return cells.filter((cell) => typeof cell === 'string').join('\n');
}

describe('a hostile name', () => {
  it.each(ASSESSMENT_FORMATS)('does nothing in %s', async (format) => {
    const text = await texts(await renderAssessment(format, assessment, options));
    expect(text).toContain('HYPERLINK');
    expect(text).not.toMatch(/[\u001b\u202e]/);
    if (format === 'csv' || format === 'xlsx') expect(text).not.toMatch(/(^|,|")=/m);
    if (format === 'md') expect(text).not.toContain('<b>');
  });

  it.each(['table', 'md', 'json'] as const)('does nothing where it is explained in %s', async (format) => {
    if (!area) throw new Error('the area is not there');
    const text = await texts(await renderArea(format, assessment, area, options));
    expect(text).toContain('HYPERLINK');
    expect(text).not.toMatch(/[\u001b\u202e]/);
  });
});
