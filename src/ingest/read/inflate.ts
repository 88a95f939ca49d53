import zlib, { constants, deflateRawSync } from 'node:zlib';
import { Unreadable } from './unreadable.js';
import { DEFLATED, inflateHead, type ZipPart } from './zip.js';

const BLOCK = 1 << 18;
/** A stream takes longer to open than so many bytes take to inflate. */
const WORTH_A_STREAM = 1 << 20;
/** Bytes at the end of a piece that may belong to what is changed in the next one. */
const LONGEST_CHANGE = 1 << 10;

/**
 * A part of a workbook as a whole.
 *
 * @throws Unreadable where it is not what the zip's directory says
 */
export function inflateWhole(part: ZipPart): Buffer {
  const whole = inflateHead(part);
  check(part, whole.length, checksumOf(part, whole, 0));
  return whole;
}

/**
 * Inflates a part of a workbook block by block; a small one at once.
 *
 * @throws Unreadable where it is not what the zip's directory says: damaged, longer, or of another checksum
 */
export async function inflateBlocks(
  part: ZipPart,
  onBlock: (block: Buffer) => void = () => {},
): Promise<void> {
  if (part.size < WORTH_A_STREAM) return onBlock(inflateWhole(part));
  let size = 0;
  let checksum = 0;
  const take = (block: Buffer) => {
    size += block.length;
    if (size > part.size) throw new Unreadable('read.damaged-workbook');
    checksum = checksumOf(part, block, checksum);
    onBlock(block);
  };
  if (part.method === DEFLATED) await inflate(part.data, take);
  else take(part.data);
  check(part, size, checksum);
}

/** The same part, changed in place piece by piece and deflated again: never held as a whole. */
export async function rewritten(part: ZipPart, change: (piece: Buffer) => Buffer): Promise<ZipPart> {
  const pieces: Buffer[] = [];
  let rest: Buffer = Buffer.alloc(0);
  await inflateBlocks(part, (block) => {
    const piece = change(Buffer.concat([rest, block]));
    const end = Math.max(0, piece.length - LONGEST_CHANGE);
    pieces.push(deflateRawSync(piece.subarray(0, end), { level: 1, finishFlush: constants.Z_SYNC_FLUSH }));
    rest = piece.subarray(end);
  });
  pieces.push(deflateRawSync(rest, { level: 1 }));
  return { ...part, method: DEFLATED, checksum: 0, data: Buffer.concat(pieces) };
}

/** Node before 20.15 has no checksum of its own. */
function checksumOf(part: ZipPart, block: Buffer, before: number): number {
  return zlib.crc32?.(block, before) ?? part.checksum;
}

function check(part: ZipPart, size: number, checksum: number): void {
  if (size !== part.size || (part.checksum !== 0 && checksum !== part.checksum)) {
    throw new Unreadable('read.damaged-workbook');
  }
}

async function inflate(data: Buffer, take: (block: Buffer) => void): Promise<void> {
  const stream = zlib.createInflateRaw({ chunkSize: BLOCK });
  stream.end(data);
  try {
    for await (const block of stream as AsyncIterable<Buffer>) take(block);
  } catch (cause) {
    if (cause instanceof Unreadable) throw cause;
    throw new Unreadable('read.damaged-workbook', {}, { cause });
  }
}
