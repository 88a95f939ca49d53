import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { DEFAULT_CONFIG } from '../../src/config/defaults.js';
import { parseConfig } from '../../src/config/parse.js';
import { configSchema } from '../../src/config/schema.js';

it.each(['docs/configuration.md', 'docs/configuration.zh-CN.md'])('%s shows every key', async (page) => {
  const markdown = await readFile(new URL(`../../${page}`, import.meta.url), 'utf8');
  const example = /```yaml\n(.*?)```/s.exec(markdown)?.[1] ?? '';
  expect(Object.keys(parse(example)).sort()).toEqual(Object.keys(configSchema.shape).sort());
  const { yearStart, population, marriageAt, fingerprintKey } = DEFAULT_CONFIG;
  expect(parseConfig(example, page)).toMatchObject({ yearStart, population, marriageAt, fingerprintKey });
});
