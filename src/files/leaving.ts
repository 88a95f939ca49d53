import { setTimeout as wait } from 'node:timers/promises';

/** What is still to be done before an interrupted process ends: farewells to others, who would wait for us. */
const farewells = new Set<() => Promise<unknown>>();

/** @returns takes the farewell back, once it has been said */
export function beforeLeaving(farewell: () => Promise<unknown>): () => void {
  farewells.add(farewell);
  return () => farewells.delete(farewell);
}

/** Says all farewells, and waits for none longer than that; nothing fails any more. */
export async function sayFarewells(ms: number): Promise<void> {
  if (farewells.size === 0) return;
  const said = Promise.allSettled([...farewells].map((farewell) => farewell()));
  await Promise.race([said, wait(ms, undefined, { ref: false })]);
}
