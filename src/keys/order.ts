/** The order of texts by their code units: the same on every machine, as that of no locale is. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Items by a key, in the order of their first appearance. */
export function gathered<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) put(groups, keyOf(item), item);
  return groups;
}

/** Adds an item to those of a key. */
export function put<Key, Item>(groups: Map<Key, Item[]>, key: Key, item: Item): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}

/** The parts of a whole that have none of their own, each once; the whole itself where it has none. */
export function leavesOf(whole: string, partsOf: (name: string) => readonly string[]): string[] {
  const leaves = (name: string, above: readonly string[]): string[] => {
    const parts = partsOf(name).filter((part) => !above.includes(part));
    return parts.length === 0 ? [name] : parts.flatMap((part) => leaves(part, [...above, name]));
  };
  return [...new Set(leaves(whole, []))];
}
