import { closeSync, openSync, writeSync } from 'node:fs';

const BUFFER_SIZE = 1 << 18;
/** Characters that are collected before they are encoded. */
const PIECE = 1 << 13;
/** The most bytes that UTF-8 makes of one UTF-16 unit. */
const BYTES_PER_UNIT = 3;

/** A text file that is written in large pieces, through one buffer: text collected by the megabyte keeps the garbage collector busy. */
export class TextFile {
  private readonly buffer = Buffer.allocUnsafe(BUFFER_SIZE);
  private used = 0;
  private pending = '';
  private readonly handle: number;

  constructor(readonly path: string) {
    this.handle = openSync(path, 'wx', 0o600);
  }

  write(line: string): void {
    this.pending += line;
    if (this.pending.length >= PIECE) this.encode();
  }

  close(): void {
    this.encode();
    this.flush();
    closeSync(this.handle);
  }

  private encode(): void {
    const most = this.pending.length * BYTES_PER_UNIT;
    if (this.used + most > BUFFER_SIZE) this.flush();
    if (most > BUFFER_SIZE) this.save(Buffer.from(this.pending));
    else this.used += this.buffer.write(this.pending, this.used);
    this.pending = '';
  }

  private flush(): void {
    this.save(this.buffer.subarray(0, this.used));
    this.used = 0;
  }

  private save(bytes: Buffer): void {
    for (let from = 0; from < bytes.length; ) from += writeSync(this.handle, bytes, from);
  }
}
