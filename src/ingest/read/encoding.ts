import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { blocksOf } from './blocks.js';

/** What one pass over the bytes of a text file tells. */
export interface Fingerprint {
  sha256: string;
  bytes: number;
  /** Holds white space and delimiters only. */
  blank: boolean;
  /** Name for `TextDecoder`, in lower case; absent where no encoding that we read explains the bytes. */
  encoding?: string;
}

/** A file in which one character in so many (of those that are not ASCII) does not decode is in another encoding. */
const ONE_BAD_IN = 100;

/**
 * Reads a text file from end to end: its hash and its encoding. The whole file decides, not its head: a byte order
 * mark; else the zero bytes of UTF-16; else sound UTF-8; else whichever of UTF-8 and GB18030 leaves fewer bad bytes.
 */
export async function fingerprint(file: string): Promise<Fingerprint> {
  const hash = createHash('sha256');
  const utf8 = new Utf8();
  let marked: string | undefined;
  let bytes = 0;
  let blank = true;
  for await (const block of blocksOf(file)) {
    if (bytes === 0) marked = byMark(block) ?? byZeros(block);
    hash.update(block);
    bytes += block.length;
    blank &&= isBlank(block);
    if (marked === undefined && utf8.sound) utf8.push(block);
  }
  const encoding = marked ?? (utf8.sound ? 'utf-8' : await byTrials(file));
  return { sha256: hash.digest('hex'), bytes, blank, ...(encoding && { encoding }) };
}

async function byTrials(file: string): Promise<string | undefined> {
  const trials = [new Trial('utf-8'), new Trial('gb18030')];
  const { size } = statSync(file);
  for await (const block of blocksOf(file)) {
    for (const trial of trials) if (!trial.isHopeless(size)) trial.push(block);
  }
  const [best] = trials.filter((trial) => trial.fits()).sort((a, b) => a.bad - b.bad);
  return best?.encoding;
}

/** White space, zeros, marks and delimiters hold nothing. */
function isBlank(block: Buffer): boolean {
  return block.every((byte) => BLANKS.includes(byte));
}

const BLANKS = Buffer.from('\0\t\r\n ,;"\xef\xbb\xbf\xff\xfe', 'latin1');

function byMark(head: Buffer): string | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a mark: the digits, commas and line ends of a table leave zeros on one side only. */
function byZeros(head: Buffer): string | undefined {
  const zeros: [number, number] = [0, 0];
  const end = Math.min(head.length, 1 << 16);
  if (!head.subarray(0, end).includes(0)) return undefined;
  for (let i = 0; i < end; i++) if (head[i] === 0) zeros[i % 2 === 0 ? 0 : 1]++;
  const [even, odd] = zeros;
  if (even + odd < end / 50) return undefined;
  if (odd > even * 20) return 'utf-16le';
  return even > odd * 20 ? 'utf-16be' : undefined;
}

/** Whether blocks are UTF-8 without a fault; a character cut by the end of a block waits for the next one. */
class Utf8 {
  sound = true;
  private tail: Buffer = Buffer.alloc(0);

  push(block: Buffer): void {
    const whole = this.tail.length > 0 ? Buffer.concat([this.tail, block]) : block;
    const cut = whole.length - unfinished(whole);
    this.sound = isUtf8(whole.subarray(0, cut));
    this.tail = Buffer.from(whole.subarray(cut));
  }
}

/** Counts the characters of a file that are not ASCII, and those of them that do not decode in one encoding. */
class Trial {
  bad = 0;
  private foreign = 0;
  private readonly decoder: InstanceType<typeof TextDecoder>;

  constructor(readonly encoding: string) {
    this.decoder = new TextDecoder(encoding);
  }

  push(block: Buffer): void {
    const text = this.decoder.decode(block, { stream: true });
    this.foreign += countForeign(text);
    this.bad += countReplaced(text);
  }

  /** Whether a file of that many bytes (at least as many as characters) has too many bad ones already. */
  isHopeless(size: number): boolean {
    return this.bad * ONE_BAD_IN > size;
  }

  fits(): boolean {
    return this.bad * ONE_BAD_IN < this.foreign;
  }
}

function countForeign(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) count++;
  return count;
}

function countReplaced(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++;
  return count;
}

/** How many bytes at the end belong to a UTF-8 character that is not complete. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}
