/**
 * A copy of plain data whose texts are its own. A text may be a slice of the file that it was read from, which would stay
 * in memory for as long as the slice; through JSON and back is the quickest way to have it by itself.
 */
export function ownText<T>(data: T): T {
  return JSON.parse(JSON.stringify(data)) as T;
}
