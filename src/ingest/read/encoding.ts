import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { blocksOf } from './blocks.js';

/** What one pass over the bytes of a text file tells. */
export interface Fingerprint {
  sha256: string;
  bytes: number;
  /** Name for `TextDecoder`, in lower case; absent where no encoding that we read explains the bytes. */
  encoding?: string;
}

/** More characters than this in a thousand that do not decode: the encoding is another one. */
const BAD_PER_THOUSAND = 1;

/**
 * Reads a text file once from end to end: its hash and its encoding. The whole file decides, not its head: a byte
 * order mark; else the zero bytes of UTF-16; else UTF-8, also with a few bad bytes; else GB18030.
 */
export async function fingerprint(file: string): Promise<Fingerprint> {
  const hash = createHash('sha256');
  const utf8 = new Trial('utf-8');
  const gb18030 = new Trial('gb18030');
  let marked: string | undefined;
  let bytes = 0;
  const { size } = statSync(file);
  for await (const block of blocksOf(file)) {
    if (bytes === 0) marked = byMark(block) ?? byZeros(block);
    hash.update(block);
    bytes += block.length;
    if (marked === undefined) {
      if (!utf8.isHopeless(size)) utf8.push(block);
      if (utf8.bad > 0) gb18030.push(block, bytes - block.length);
    }
  }
  const encoding = marked ?? byTrials(utf8, gb18030);
  return { sha256: hash.digest('hex'), bytes, ...(encoding && { encoding }) };
}

function byTrials(utf8: Trial, gb18030: Trial): string | undefined {
  if (utf8.fits()) return 'utf-8';
  return gb18030.fits() ? 'gb18030' : undefined;
}

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

/** Counts the characters of a file that do not decode in one encoding. */
class Trial {
  bad = 0;
  private good = 0;
  private readonly decoder: InstanceType<typeof TextDecoder>;
  private tail = Buffer.alloc(0);

  constructor(private readonly encoding: string) {
    this.decoder = new TextDecoder(encoding);
  }

  /** @param skipped bytes before this block that are known to be sound */
  push(block: Buffer, skipped = 0): void {
    if (this.good === 0) this.good = skipped;
    if (this.encoding === 'utf-8' && this.bad === 0 && this.isSound(block)) return;
    const text = this.decoder.decode(Buffer.concat([this.tail, block]), { stream: true });
    this.tail = Buffer.alloc(0);
    const bad = countReplaced(text);
    this.bad += bad;
    this.good += text.length - bad;
  }

  /** Whether a file of that many bytes (at least as many as characters) has too many bad ones already. */
  isHopeless(size: number): boolean {
    return this.bad * 1000 > size * BAD_PER_THOUSAND;
  }

  fits(): boolean {
    return this.bad === 0 || this.bad * 1000 < this.good * BAD_PER_THOUSAND;
  }

  /** The quick way, for blocks without a fault: a character cut by the end of the block waits for the next one. */
  private isSound(block: Buffer): boolean {
    const whole = this.tail.length > 0 ? Buffer.concat([this.tail, block]) : block;
    const cut = whole.length - unfinished(whole);
    if (!isUtf8(whole.subarray(0, cut))) return false;
    this.good += cut;
    this.tail = Buffer.from(whole.subarray(cut));
    return true;
  }
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
