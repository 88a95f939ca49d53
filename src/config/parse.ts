import { LineCounter, parseDocument } from 'yaml';
import { UserError } from '../messages/index.js';
import { complete, contradictions } from './complete.js';
import { firstMistake, mistakesOf } from './mistakes.js';
import { configSchema } from './schema.js';
import type { Config } from './types.js';

/**
 * Turns the text of a `plumbline.yaml` into a trusted configuration.
 *
 * @param path how messages name the file
 * @throws UserError for text that is no YAML, and for the first mistake in it
 */
export function parseConfig(text: string, path: string): Config {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken) {
    const line = broken.linePos?.[0].line ?? 1;
    throw new UserError('config.no-yaml', { path, line, detail: broken.code }, { cause: broken });
  }
  const data: unknown = document.toJS() ?? {};
  const checked = configSchema.safeParse(data);
  const mistakes = checked.success
    ? contradictions(checked.data)
    : checked.error.issues.flatMap((issue) => mistakesOf(issue, data));
  if (!checked.success || mistakes.length > 0) throw firstMistake(mistakes, path, document, lines);
  return complete(checked.data, path);
}
