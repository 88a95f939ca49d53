import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { UserError } from '../messages/index.js';
import { SEVERITIES } from '../model/severity.js';
import { REGISTER_NAMES } from '../registers/types.js';
import type { Rule } from '../rules/rule.js';
import { parseYaml } from './parse.js';
import { strict, word } from './shapes.js';
import type { Config } from './types.js';

/** A rule of a bureau's own, and the file that it stands in. */
export interface OwnRule {
  path: string;
  rule: Rule;
  /** Its one SELECT, as written. */
  sql: string;
}

/** One text for both languages, or one for each. */
const bilingual = z.preprocess(
  (value) => (typeof value === 'string' ? { zh: value, en: value } : value),
  strict({ zh: word, en: word }),
);
const registers = z.array(z.enum(REGISTER_NAMES));

/** The front matter of an own rule: what a rule says of itself beside its SELECT. */
const frontMatter = strict({
  name: word,
  severity: z.enum(SEVERITIES),
  needs: strict({ any: registers.nullish(), all: registers.nullish() }).nullish(),
  title: bilingual,
  why: bilingual,
  remedy: bilingual,
  message: bilingual,
});

/** Front matter between lines of three hyphens, which may stand in a comment, and the SELECT after it. */
const PARTS =
  /^\uFEFF?(\s*(?:\/\*[ \t]*)?---[ \t]*\r?\n)([\s\S]*?)\r?\n---[ \t]*(?:\*\/)?[ \t]*\r?\n([\s\S]*)$/;

/**
 * The rules of the folder that the configuration names, in the order of their file names. Whether their SELECTs may be
 * run is for the store to say (`own-rules.ts` at the top level).
 *
 * @throws UserError that names file, line and what is wrong
 */
export async function readOwnRules(config: Config): Promise<OwnRule[]> {
  if (config.rulesFolder === undefined) return [];
  const folder = join(dirname(config.path ?? '.'), config.rulesFolder);
  const names = await readdir(folder).catch((cause) => {
    throw new UserError('own.no-folder', { path: folder, config: config.path }, { cause });
  });
  const paths = names.filter((name) => name.endsWith('.sql') && !name.startsWith('.')).sort();
  const found = new Map<string, OwnRule>();
  for (const path of paths.map((name) => join(folder, name))) {
    const own = parseOwnRule(await readFile(path, 'utf8'), path);
    const other = found.get(own.rule.name);
    if (other) throw new UserError('own.twice', { path, name: own.rule.name, other: other.path });
    found.set(own.rule.name, own);
  }
  return [...found.values()];
}

/**
 * An own rule from the text of its file.
 * @throws UserError as `readOwnRules`
 */
function parseOwnRule(text: string, path: string): OwnRule {
  const [, head = '', yaml, body = ''] = PARTS.exec(text) ?? [];
  if (yaml === undefined) throw new UserError('own.no-front-matter', { path });
  const above = '\n'.repeat(head.split('\n').length - 1);
  const { needs, ...facts } = parseYaml(above + yaml, path, frontMatter, () => []);
  if (!/^own\/[a-z0-9]+(?:-[a-z0-9]+)*$/.test(facts.name)) {
    throw new UserError('own.name', { path, name: facts.name });
  }
  const sql = body.trim().replace(/;\s*$/, '');
  const { any, all } = needs ?? {};
  const needed = { ...(any ? { any } : {}), ...(all ? { all } : {}) };
  return { path, sql, rule: { ...facts, needs: needed, reads: 'measures', select: () => sql } };
}
