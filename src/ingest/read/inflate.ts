import zlib from 'node:zlib';
import { Unreadable } from './unreadable.js';
import { compressedBytes, DEFLATED, type ZipEntry } from './zip.js';

const BLOCK = 1 << 18;

/**
 * Inflates a part of a workbook block by block.
 *
 * @throws Unreadable where it is not what the zip's directory says: damaged, longer, or of another checksum
 */
export async function inflateBlocks(
  bytes: Buffer,
  entry: ZipEntry,
  onBlock: (block: Buffer) => void = () => {},
): Promise<void> {
  const data = compressedBytes(bytes, entry);
  let size = 0;
  let checksum = 0;
  const take = (block: Buffer) => {
    size += block.length;
    if (size > entry.size) throw new Unreadable('read.damaged-workbook');
    // Node before 20.15 has no checksum of its own; the reader checks it again when it reads.
    checksum = zlib.crc32?.(block, checksum) ?? entry.checksum;
    onBlock(block);
  };
  if (entry.method === DEFLATED) await inflate(data, take);
  else take(data);
  if (size !== entry.size || (entry.checksum !== 0 && checksum !== entry.checksum)) {
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
