import { createHash } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** A text under a first line that shows what it is and that it is whole. @param format its name and version */
export function stamp(format: string, body: string): string {
  return `${headOf(format, body)}\n${body}`;
}

/** The text under such a line; nothing where it is not what was written, or in another format. */
export function unstamp(format: string, text: string): string | undefined {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  return text.slice(0, Math.max(end, 0)) === headOf(format, body) ? body : undefined;
}

function headOf(format: string, body: string): string {
  return `${format} ${createHash('sha256').update(body).digest('hex')}`;
}

/** Replaces a file that only its owner may read, whole or not at all. @throws the system's error */
export function replaceFile(file: string, content: string | Buffer): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, content, { mode: 0o600 });
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
