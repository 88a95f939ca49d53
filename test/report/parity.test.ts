import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { YEAR_END_REPORTS } from '../../src/config/year-end-choices.js';
import { say } from '../../src/messages/index.js';
import { BINARY, ENDINGS, FORMATS, prepare, render } from '../../src/report/reporters.js';
import { exampleResult } from './fixture.js';

const OPTIONS = { width: 80, color: false, exitCode: 1, failOn: 'error', office: {} } as const;
const LANGS = ['zh', 'en'] as const;
const PAGES = ['docs/reports.md', 'docs/reports.zh-CN.md'];
const CONFIGURATION = ['docs/configuration.md', 'docs/configuration.zh-CN.md'];
/** What a year-end run writes of itself, and what only a terminal shows. */
const NOT_OF_YEAR_END: readonly string[] = ['json', 'table'];

const read = (page: string) => readFileSync(page, 'utf8');
const words = (text: string) => text.split(/[^a-z]+/);

describe.each(FORMATS)('%s', (format) => {
  it('renders a result, as text or as bytes as it says', async () => {
    await prepare([format]);
    const rendered = await render(format, exampleResult('zh'), OPTIONS);
    expect(rendered.kind === 'text').toBe(!BINARY.has(format));
  });

  it('has an ending of file names', () => expect(Object.values(ENDINGS)).toContain(format));

  it.each(LANGS)('is in the help in %s', (lang) => {
    expect(words(say(lang, 'cli.format-option'))).toContain(format);
  });

  it.each(PAGES)('is a row of %s', (page) => {
    const rows = read(page)
      .split('\n')
      .filter((line) => line.startsWith('|'));
    expect(rows.some((row) => row.split('|')[1]?.includes(`\`${format}\``))).toBe(true);
  });

  it('can be asked of a year-end run, which is said where that is configured', () => {
    expect((YEAR_END_REPORTS as readonly string[]).includes(format)).toBe(!NOT_OF_YEAR_END.includes(format));
    if (NOT_OF_YEAR_END.includes(format)) return;
    for (const page of CONFIGURATION) {
      const line =
        read(page)
          .split('\n')
          .find((one) => /^ +reports: \[/.test(one)) ?? '';
      expect(words(line.split('#')[1] ?? '')).toContain(format);
    }
  });

  it('is shown in full by a test', () => {
    const tests = format === 'table' ? 'test/report/table.test.ts' : 'test/report/sample.test.ts';
    expect(words(read(tests))).toContain(format);
  });
});
