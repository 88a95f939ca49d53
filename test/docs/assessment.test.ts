import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.js';
import { renderExplanation } from '../../src/assess/report/explain.js';
import { renderAssessmentTable } from '../../src/assess/report/table.js';
import { wordsIn } from '../../src/assess/report/words.js';
import { DEFAULT_ASSESSMENT } from '../../src/config/assessment-defaults.js';
import type { Lang } from '../../src/model/language.js';
import { markdownTable } from '../../src/report/rule-page.js';
import { exampleResult, exampleRules, HISTORY } from '../assess/example.js';

/**
 * The pages on assessment: their example runs, what it prints stands in them, and so do the shipped rules. `npm run docs`
 * writes these parts anew.
 */
describe.each([
  ['en', 'docs/assessment.md'],
  ['zh', 'docs/assessment.zh-CN.md'],
] as const)('%s', (lang, page) => {
  it(`${page} is current`, async () => {
    const text = readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8');
    await expect(withOutput(withRules(text, lang), lang, page)).toMatchFileSnapshot(`../../${page}`);
  });
});

/** Both pages have the same rules. */
it('has one example', () => {
  const { path: _, ...zh } = exampleRules('docs/assessment.zh-CN.md');
  expect(exampleRules()).toMatchObject(zh);
});

function withRules(text: string, lang: Lang): string {
  const words = wordsIn(lang);
  const head = (['item', 'weight', 'rule', 'target'] as const).map((key) => words.say(`assess.${key}`));
  const rows = DEFAULT_ASSESSMENT.items.map((item) => [
    `\`${item.measure}\` ${words.item(item.code)}`,
    String(item.weight),
    words.rule(item),
    words.target(item),
  ]);
  const table = markdownTable(head, rows);
  return text.replace(
    /<!-- shipped -->[\s\S]*<!-- \/shipped -->/,
    `<!-- shipped -->\n${table}\n<!-- /shipped -->`,
  );
}

function withOutput(text: string, lang: Lang, page: string): string {
  const assessment = assess(exampleResult(lang), exampleRules(page), HISTORY);
  const options = { lang, width: 80, color: false };
  return text.replace(/```\n(\$ plumbline assess .*)\n[\s\S]*?```/g, (_, command: string) => {
    const name = /--explain (\S+)/.exec(command)?.[1];
    const area = assessment.areas.find((one) => one.area === name);
    const output = area
      ? renderExplanation(assessment, area, options)
      : renderAssessmentTable(assessment, options);
    return `\`\`\`\n${command}\n${output}\`\`\``;
  });
}
