import { constants, inflateRawSync } from 'node:zlib';
import { Unreadable } from './unreadable.js';

/** A part of a workbook as the zip's central directory has it. */
interface ZipEntry {
  name: string;
  method: number;
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

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const LONGEST_COMMENT = 0xffff;
/** The document type stands before the root element: this much of a part shows it. */
const PROLOGUE = 2048;

/**
 * Checks a workbook before anything is inflated: number of parts, sizes, document types and entities.
 *
 * @returns bytes of all worksheets when inflated
 * @throws Unreadable where the zip is damaged or breaks a limit
 */
export function checkZip(bytes: Buffer): number {
  let sheets = 0;
  for (const entry of entriesOf(bytes)) {
    checkSize(entry);
    if (/\.(xml|rels)$/i.test(entry.name)) checkPrologue(bytes, entry);
    if (entry.name.includes('worksheets/')) sheets += entry.size;
  }
  return sheets;
}

function checkSize(entry: ZipEntry): void {
  const { size, compressed } = entry;
  if (size === 0 && compressed > 64) throw new Unreadable('read.damaged-workbook');
  if (size > LIMITS.partBytes || (size > LIMITS.suspectBytes && size > compressed * LIMITS.ratio)) {
    throw new Unreadable('read.too-large-inside', { part: entry.name, size: Math.round(size / 1024 ** 2) });
  }
}

function checkPrologue(bytes: Buffer, entry: ZipEntry): void {
  const start =
    entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
  const slice = bytes.subarray(start, start + Math.min(entry.compressed, PROLOGUE));
  const head = entry.method === 8 ? inflateHead(slice) : slice;
  const text = head
    .subarray(0, 1 << 16)
    .toString('latin1')
    .replaceAll('\0', '');
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new Unreadable('read.document-type', { part: entry.name });
}

function inflateHead(slice: Buffer): Buffer {
  try {
    return inflateRawSync(slice, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch (cause) {
    throw new Unreadable('read.damaged-workbook', {}, { cause });
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

/** PKWARE's APPNOTE 4.3.12 and 4.3.16. Zip64 is read by its sentinel: such a part is beyond every limit. */
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
