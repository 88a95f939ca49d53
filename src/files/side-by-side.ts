/**
 * Works on items, as many at once as `concurrency` says. When one fails, no other is begun, and the failure is thrown only
 * when everything that was begun has ended: whoever clears up then clears up for good.
 *
 * @returns the results in the order of the items
 */
export async function sideBySide<Item, Result>(
  items: readonly Item[],
  concurrency: number,
  work: (item: Item, place: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = new Array(items.length);
  const queue = items.entries();
  let failed = false;
  const worker = async () => {
    for (const [place, item] of queue) {
      if (failed) return;
      results[place] = await work(item, place).catch((error) => {
        failed = true;
        throw error;
      });
    }
  };
  await allEnded(Array.from({ length: Math.min(concurrency, items.length) }, worker));
  return results;
}

/** Deals items out, in their order, into at most so many shares, none of them empty: those of one place to the same share. */
export function dealt<Item>(
  items: readonly Item[],
  shares: number,
  placeOf: (item: Item, position: number) => number,
): Item[][] {
  const all = Array.from({ length: shares }, (_, share) =>
    items.filter((item, position) => placeOf(item, position) % shares === share),
  );
  return all.filter((share) => share.length > 0);
}

/** Waits until all tasks have ended, then throws as the first in their order that failed. */
export async function allEnded(tasks: readonly Promise<unknown>[]): Promise<void> {
  for (const end of await Promise.allSettled(tasks)) if (end.status === 'rejected') throw end.reason;
}
