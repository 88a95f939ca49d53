import { type MessageKey, type MessageParams, say } from '../../messages/index.js';
import type { Refusal } from '../../model/input.js';
import type { Lang } from '../../model/language.js';

/** Why one file cannot be audited. Survey collects these, so that all such files are named at once. */
export class Unreadable extends Error {
  constructor(
    readonly key: MessageKey,
    readonly params: MessageParams = {},
    options?: ErrorOptions,
  ) {
    super(key, options);
    this.name = 'Unreadable';
  }

  refusal(path: string, lang: Lang): Refusal {
    return { path, reason: say(lang, this.key, this.params) };
  }
}
