/** The sum of numbers, in their order. */
export function sumOf(numbers: Iterable<number>): number;
/** The sum of what each item counts, in their order. */
export function sumOf<Item>(items: Iterable<Item>, count: (item: Item) => number): number;
export function sumOf<Item>(items: Iterable<Item>, count: (item: Item) => number = Number): number {
  let sum = 0;
  for (const item of items) sum += count(item);
  return sum;
}

/** The mean of numbers, of which there is one at least. */
export function meanOf(values: readonly number[]): number {
  return sumOf(values) / values.length;
}
