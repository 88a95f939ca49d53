import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ruleFacts } from '../../src/audit/catalogue.js';
import { DEFAULT_CONFIG } from '../../src/config/defaults.js';
import { configSchema } from '../../src/config/schema.js';
import { SHORT_FORMS } from '../../src/config/shapes.js';
import { say } from '../../src/messages/index.js';
import { LANGS } from '../../src/model/language.js';
import { exampleOf, markdownTable, rulePart, selectPart } from '../../src/report/rule-page.js';
import { RULES } from '../../src/rules/index.js';
import { CASES } from '../rules/cases/index.js';
import { exampleFor } from './examples.js';

/**
 * What is generated from the program lies in `docs`, and is current: `npm run docs` writes it anew. Nothing else writes
 * these files, so that page and program cannot say different things.
 */
const DOCS = '../../docs';

function pageFor(name: string): string {
  const rule = RULES.find((one) => one.name === name);
  const cases = CASES.find((one) => one.rule === name);
  if (!rule || !cases) throw new Error(`${name} has no test case`);
  const facts = ruleFacts(rule, DEFAULT_CONFIG);
  const parts = LANGS.map((lang) => rulePart(facts, lang, exampleFor(cases, lang)));
  const note = LANGS.map((lang) => `*${say(lang, 'catalogue.generated')}*`).join('\n');
  return `${[...parts, selectPart(facts)].join('\n---\n\n')}\n${note}\n`;
}

describe('docs/rules', () => {
  it.each(RULES.map(({ name }) => name))('%s is current', async (name) => {
    await expect(pageFor(name)).toMatchFileSnapshot(`${DOCS}/rules/${name}.md`);
  });

  // `npm run docs` writes them only when its tests have run
  it.skipIf(process.env.npm_lifecycle_event === 'docs')('holds a page for every rule, and no other', () => {
    const files = readdirSync(new URL(`${DOCS}/rules`, import.meta.url), {
      recursive: true,
      encoding: 'utf8',
    });
    const pages = files.filter((file) => /\/.*\.md$/.test(file.replaceAll('\\', '/')));
    expect(pages.map((file) => file.replaceAll('\\', '/').slice(0, -3)).sort()).toEqual(
      RULES.map(({ name }) => name).sort(),
    );
  });

  it('has an index in both languages', async () => {
    const lines = (['zh', 'en'] as const).map((lang) => {
      const head = (['option', 'severity', 'title'] as const).map((key) => say(lang, `catalogue.${key}`));
      const rows = RULES.map(({ name, severity, title }) => [
        `[${name}](${name}.md)`,
        say(lang, `report.${severity}`),
        title[lang],
      ]);
      return `## ${say(lang, 'catalogue.index')}\n\n${markdownTable(head, rows)}\n`;
    });
    const text = `# ${say('zh', 'catalogue.index')} · ${say('en', 'catalogue.index')}\n\n${lines.join('\n')}`;
    await expect(text).toMatchFileSnapshot(`${DOCS}/rules/README.md`);
  });

  it.each(['zh', 'en'] as const)('pages give their example back in %s', (lang) => {
    const cases = CASES.find(({ rule }) => rule === 'birth/omitted');
    expect(exampleOf(pageFor('birth/omitted'), lang)).toBe(cases && exampleFor(cases, lang));
  });
});

it('docs/plumbline.schema.json is current', async () => {
  const schema = z.toJSONSchema(configSchema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const short = SHORT_FORMS.get(zodSchema);
      if (!short) return;
      const long = { ...jsonSchema };
      for (const key of Object.keys(long)) delete jsonSchema[key];
      jsonSchema.anyOf = [long, { type: [...short.also] } as typeof long];
    },
  });
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(`${DOCS}/plumbline.schema.json`);
});
