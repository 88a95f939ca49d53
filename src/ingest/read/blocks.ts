import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';

/** Bytes of a file at a time: large enough that the loop costs nothing, small enough for the memory. */
const BLOCK = 1 << 20;
/** After so many blocks others get their turn: progress, and the user's Ctrl-C. */
const TURN = 16;

/**
 * The bytes of a file, block by block; a block is only good until the next one is asked for. Read synchronously:
 * ledgers are many and small, and a stream costs more for each than its bytes.
 */
export async function* blocksOf(file: string): AsyncGenerator<Buffer> {
  const handle = openSync(file, 'r');
  try {
    const buffer = Buffer.allocUnsafe(Math.min(BLOCK, fstatSync(handle).size + 1));
    for (let turn = 1; ; turn++) {
      const length = readSync(handle, buffer, 0, buffer.length, null);
      if (length === 0) return;
      yield buffer.subarray(0, length);
      if (turn % TURN === 0) await setImmediate();
    }
  } finally {
    closeSync(handle);
  }
}

/** The first bytes of a file, so many at most. @throws the system's error */
export function firstBytes(file: string, most: number): Buffer {
  const handle = openSync(file, 'r');
  try {
    const buffer = Buffer.allocUnsafe(Math.min(most, fstatSync(handle).size));
    return buffer.subarray(0, readSync(handle, buffer, 0, buffer.length, 0));
  } finally {
    closeSync(handle);
  }
}
