import { constants, inflateRawSync } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import { fromBufferPromise, getFileNameLowLevel } from 'yauzl';
import { Unreadable } from './unreadable.js';

/** A part of a zip: its data as they lie there, and what the directory says of them. */
export interface ZipPart {
  /** With forward slashes, whichever the zip has. */
  name: string;
  method: number;
  /** CRC-32 of the part inflated; 0 where none is known. */
  checksum: number;
  /** Bytes of the part inflated. */
  size: number;
  data: Buffer;
}

export const LIMITS = {
  entries: 10_000,
  partBytes: 2 * 1024 ** 3,
  /** Above this size a part may not inflate more than `ratio` times. */
  suspectBytes: 100 * 1024 ** 2,
  ratio: 200,
};

export const STORED = 0;
export const DEFLATED = 8;
const END_OF_DIRECTORY = Buffer.from('PK\x05\x06', 'latin1');
const END_LENGTH = 22;
/** The document type stands before the root element: so many bytes of a part show it. */
const PROLOGUE = 2048;

/**
 * The parts of a workbook, checked before anything is inflated: their number, sizes, document types and entities.
 *
 * @throws Unreadable where the zip is damaged, has a password, or breaks a limit
 */
export async function checkedParts(bytes: Buffer): Promise<ZipPart[]> {
  const parts = await partsOf(bytes);
  for (const part of parts) {
    checkSize(part);
    if (!/\.(xml|rels)$/i.test(part.name)) continue;
    const head = inflateHead(part, PROLOGUE).subarray(0, 1 << 16);
    const text = head.toString('latin1').replaceAll('\0', '');
    if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new Unreadable('read.document-type', { part: part.name });
  }
  return parts;
}

/** Parts of so many bytes are inflated as a whole, once: they are looked at three times. */
const SMALL = 1 << 17;
const smallOnes = new WeakMap<ZipPart, Buffer>();

/**
 * The first bytes of a part, inflated: those that its first `most` compressed bytes give, or all of a small one. They are
 * not to be changed.
 */
export function inflateHead(part: ZipPart, most = part.data.length): Buffer {
  if (part.method !== DEFLATED) return part.data.subarray(0, most);
  return (part.size <= SMALL && smallOne(part)) || inflated(part, most);
}

/** Undefined where it is damaged: nobody may ask for the rest of it. */
function smallOne(part: ZipPart): Buffer | undefined {
  const known = smallOnes.get(part);
  if (known) return known;
  try {
    const whole = inflated(part, part.data.length);
    smallOnes.set(part, whole);
    return whole;
  } catch {
    return undefined;
  }
}

function inflated({ size, data }: ZipPart, most: number): Buffer {
  try {
    // The directory has been checked: a part that says less than it holds must not get the memory.
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: Math.max(1, size) };
    return inflateRawSync(data.subarray(0, most), options);
  } catch (cause) {
    throw new Unreadable('read.damaged-workbook', {}, { cause });
  }
}

/** A part that is not deflated. */
export function storedPart(name: string, data: Buffer): ZipPart {
  return { name, method: STORED, checksum: 0, size: data.length, data };
}

/** A zip of the given parts, their data taken as they are. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((_, piece) => pieces.push(piece));
  for (const { name, method, size, checksum, data } of parts) {
    const file: ZipInputFile = { filename: name, compression: method, size, crc: checksum };
    zip.add(file);
    file.ondata?.(null, new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.length), true);
  }
  zip.end();
  return Buffer.concat(pieces);
}

function checkSize({ name, size, data }: ZipPart): void {
  if (size === 0 && data.length > 64) throw new Unreadable('read.damaged-workbook');
  if (size > LIMITS.partBytes || (size > LIMITS.suspectBytes && size > data.length * LIMITS.ratio)) {
    throw new Unreadable('read.too-large-inside', { part: name, size: Math.round(size / 1024 ** 2) });
  }
}

async function partsOf(bytes: Buffer): Promise<ZipPart[]> {
  try {
    return await readDirectory(bytes);
  } catch (cause) {
    if (cause instanceof Unreadable) throw cause;
    throw new Unreadable('read.damaged-workbook', {}, { cause });
  }
}

/** Names are not checked as names of files would be: nothing is written under them. */
async function readDirectory(bytes: Buffer): Promise<ZipPart[]> {
  const zip = await fromBufferPromise(withoutTail(bytes), {
    decodeStrings: false,
    validateEntrySizes: false,
  });
  if (zip.entryCount > LIMITS.entries) throw new Unreadable('read.too-many-parts', { count: zip.entryCount });
  const parts: ZipPart[] = [];
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new Unreadable('read.encrypted');
    const { generalPurposeBitFlag, fileNameRaw, extraFields, compressedSize } = entry;
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    parts.push({
      name: getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false),
      method: entry.compressionMethod,
      checksum: entry.crc32,
      size: entry.uncompressedSize,
      data: bytes.subarray(fileDataStart, fileDataStart + compressedSize),
    });
  }
  return parts;
}

/** What pages and copying add behind a zip is none of it. */
function withoutTail(bytes: Buffer): Buffer {
  const end = bytes.lastIndexOf(END_OF_DIRECTORY);
  if (end < 0 || end + END_LENGTH > bytes.length) throw new Unreadable('read.damaged-workbook');
  return bytes.subarray(0, end + END_LENGTH + bytes.readUInt16LE(end + END_LENGTH - 2));
}
