import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { UserError } from '../messages/index.js';
import { complete, contradictions } from './complete.js';
import { filled } from './filled.js';
import { firstMistake, mistakesOf } from './mistakes.js';
import { configSchema, targetsSchema } from './schema.js';
import type { Config, TargetConfig } from './types.js';

/**
 * Turns the text of a `plumbline.yaml` into a trusted configuration.
 *
 * @param path how messages name the file
 * @throws UserError for text that is no YAML, and for the first mistake in it
 */
export function parseConfig(text: string, path: string): Config {
  return complete(parseYaml(text, path, configSchema, contradictions), path);
}

/**
 * Turns the text of a file of targets into targets.
 *
 * @throws UserError as `parseConfig`
 */
export function parseTargets(text: string, path: string): TargetConfig[] {
  return (parseYaml(text, path, targetsSchema, () => []).targets ?? []).map(filled);
}

/**
 * Turns a text into what a schema makes of it.
 *
 * @param contradict finds what a shape cannot say
 * @throws UserError for text that is no YAML, and for the first mistake in it
 */
export function parseYaml<Schema extends z.ZodType>(
  text: string,
  path: string,
  schema: Schema,
  contradict: (data: z.output<Schema>) => ReturnType<typeof mistakesOf>,
): z.output<Schema> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken) {
    const line = broken.linePos?.[0].line ?? 1;
    throw new UserError('config.no-yaml', { path, line, detail: broken.code }, { cause: broken });
  }
  const data: unknown = document.toJS() ?? {};
  const result = schema.safeParse(data);
  const mistakes = result.success
    ? contradict(result.data)
    : result.error.issues.flatMap((issue) => mistakesOf(issue, data));
  if (!result.success || mistakes.length > 0) throw firstMistake(mistakes, path, document, lines);
  return result.data;
}
