/**
 * A function that works out each value once; keys are compared as those of a Map are.
 *
 * @param most values that are remembered; more are worked out whenever they are asked for
 */
export function remember<Key, Value>(work: (key: Key) => Value, most = Infinity): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key);
    if (value !== undefined || known.has(key)) return value as Value;
    const worked = work(key);
    if (known.size < most) known.set(key, worked);
    return worked;
  };
}
