import { constants, inflateRawSync } from 'node:zlib';
import { Unreadable } from './unreadable.js';

/** A part of a workbook as the zip's central directory has it. */
export interface ZipEntry {
  name: string;
  method: number;
  checksum: number;
  compressed: number;
  size: number;
  offset: number;
}

export const LIMITS = {
  entries: 10_000,
  partBytes: 2 * 1024 ** 3,
  /** Above this size a part may not inflate more than `ratio` times. */
  suspectBytes: 100 * 1024 ** 2,
  ratio: 200,
};

const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const LONGEST_COMMENT = 0xffff;
export const DEFLATED = 8;
/** The document type stands before the root element: so many bytes of a part show it. */
const PROLOGUE = 2048;

/**
 * The parts of a workbook, checked before anything is inflated: their number, sizes, document types and entities.
 *
 * @throws Unreadable where the zip is damaged or breaks a limit
 */
export function checkedEntries(bytes: Buffer): ZipEntry[] {
  const entries = entriesOf(bytes);
  for (const entry of entries) {
    checkSize(entry);
    if (!/\.(xml|rels)$/i.test(entry.name)) continue;
    const head = inflateHead(bytes, entry, PROLOGUE).subarray(0, 1 << 16);
    const text = head.toString('latin1').replaceAll('\0', '');
    if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new Unreadable('read.document-type', { part: entry.name });
  }
  return entries;
}

/** The first bytes of a part, inflated: those that its first `most` compressed bytes give. */
export function inflateHead(bytes: Buffer, entry: ZipEntry, most: number): Buffer {
  const slice = compressedBytes(bytes, entry).subarray(0, most);
  if (entry.method !== DEFLATED) return slice;
  try {
    // The directory has been checked: a part that says less than it holds must not get the memory.
    return inflateRawSync(slice, {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: Math.max(1, entry.size),
    });
  } catch (cause) {
    throw new Unreadable('read.damaged-workbook', {}, { cause });
  }
}

/** A part as it lies in the zip. */
export function compressedBytes(bytes: Buffer, { offset, compressed }: ZipEntry): Buffer {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL)
    throw new Unreadable('read.damaged-workbook');
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  return bytes.subarray(start, start + compressed);
}

/** A zip of the given parts; those that are deflated already are taken as they are. Without checksums. */
export function zipOf(
  parts: readonly { name: string; method: number; size: number; data: Buffer }[],
): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, method, size, data } of parts) {
    const label = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(label.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    local.push(numbers(LOCAL), common, label, data);
    directory.push(numbers(ENTRY), Buffer.from([20, 0]), common, place, label);
    offset += 30 + label.length + data.length;
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  const count = parts.length | (parts.length << 16);
  const end = Buffer.concat([numbers(END_OF_DIRECTORY, 0, count, length, offset), Buffer.from([0, 0])]);
  return Buffer.concat([...local, ...directory, end]);
}

function numbers(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => {
    buffer.writeUInt32LE(value, index * 4);
  });
  return buffer;
}

function checkSize({ name, size, compressed }: ZipEntry): void {
  if (size === 0 && compressed > 64) throw new Unreadable('read.damaged-workbook');
  if (size > LIMITS.partBytes || (size > LIMITS.suspectBytes && size > compressed * LIMITS.ratio)) {
    throw new Unreadable('read.too-large-inside', { part: name, size: Math.round(size / 1024 ** 2) });
  }
}

function entriesOf(bytes: Buffer): ZipEntry[] {
  try {
    return readDirectory(bytes);
  } catch (cause) {
    if (cause instanceof Unreadable) throw cause;
    throw new Unreadable('read.damaged-workbook', {}, { cause });
  }
}

/** PKWARE's APPNOTE 4.3.12 and 4.3.16. A zip64 part has a size of 0xffffffff here, which is beyond the limit. */
function readDirectory(bytes: Buffer): ZipEntry[] {
  const end = endOfDirectory(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > LIMITS.entries) throw new Unreadable('read.too-many-parts', { count });
  const entries: ZipEntry[] = [];
  let position = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (bytes.readUInt32LE(position) !== ENTRY) throw new Unreadable('read.damaged-workbook');
    const nameLength = bytes.readUInt16LE(position + 28);
    entries.push({
      name: bytes.toString('utf8', position + 46, position + 46 + nameLength),
      method: bytes.readUInt16LE(position + 10),
      checksum: bytes.readUInt32LE(position + 16),
      compressed: bytes.readUInt32LE(position + 20),
      size: bytes.readUInt32LE(position + 24),
      offset: bytes.readUInt32LE(position + 42),
    });
    position += 46 + nameLength + bytes.readUInt16LE(position + 30) + bytes.readUInt16LE(position + 32);
  }
  return entries;
}

function endOfDirectory(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - 22 - LONGEST_COMMENT);
  for (let i = bytes.length - 22; i >= first; i--) if (bytes.readUInt32LE(i) === END_OF_DIRECTORY) return i;
  throw new Unreadable('read.damaged-workbook');
}
