import { type MessageKey, type MessageParams, UserError } from '../messages/index.js';
import type { Source } from '../model/source.js';
import type { Loaded } from './load-file.js';
import type { InspectedFile } from './read/inspect.js';
import { Unreadable } from './read/unreadable.js';
import type { FoundFile } from './read/walk.js';

/** What a reading thread is asked to do. */
export type LoadRequest = { look: FoundFile } | { load: Source[][] } | { finish: true };

/** An error on its way between threads, which lose its class. */
export interface LoadFailure {
  failure: {
    message: string;
    stack?: string | undefined;
    key?: MessageKey;
    params?: MessageParams;
    /** Of one file, which is named with others. */
    unreadable?: boolean;
  };
}

/** What a reading thread answers. */
export type LoadAnswer = { seen: InspectedFile | undefined } | { loaded: true } | Loaded | LoadFailure;

export function isFailure(answer: LoadAnswer): answer is LoadFailure {
  return 'failure' in answer;
}

/** An error as plain data. */
export function failureOf(error: unknown): LoadFailure {
  if (error instanceof UserError || error instanceof Unreadable) {
    const { message, stack, key, params } = error;
    return { failure: { message, stack, key, params, unreadable: error instanceof Unreadable } };
  }
  return error instanceof Error
    ? { failure: { message: error.message, stack: error.stack } }
    : { failure: { message: String(error) } };
}

/** The error again, of its own class where the user can mend it. */
export function rebuild({ failure: { message, stack, key, params, unreadable } }: LoadFailure): Error {
  if (key !== undefined && unreadable) return new Unreadable(key, params);
  const error = key === undefined ? new Error(message) : new UserError(key, params);
  if (stack !== undefined) error.stack = stack;
  return error;
}
