/** A function that works out each value once; keys are compared as those of a Map are. */
export function remember<Key, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key);
    if (value !== undefined || known.has(key)) return value as Value;
    const worked = work(key);
    known.set(key, worked);
    return worked;
  };
}
