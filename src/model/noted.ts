import type { Note } from './input.js';

/** A note of what there is to be known so often; none where that is never. */
export function noted<Code extends string>(
  code: Code,
  count: number,
  detail?: string,
): (Note & { code: Code })[] {
  return count > 0 ? [{ code, count, ...(detail !== undefined && { detail }) }] : [];
}
