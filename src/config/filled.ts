type Camel<Key> = Key extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Key;

/** A part of the file (see `schema.ts`) without its nulls, and with the names that the program uses: `atMost` for `at_most`. */
export type Filled<Raw> = { [Key in keyof Raw as Camel<Key>]: NonNullable<Raw[Key]> };

/** A part of the file without what holds nothing, under the names that the program uses. */
export function filled<Raw extends object>(raw: Raw): Filled<Raw> {
  const held = Object.entries(raw).filter(([, value]) => value !== null && value !== undefined);
  const named = held.map(([key, value]) => [key.replace(/_(\w)/g, (_, next) => next.toUpperCase()), value]);
  return Object.fromEntries(named) as Filled<Raw>;
}
