import { firstBytes } from './blocks.js';
import { Unreadable } from './unreadable.js';

/** What a file is by its first bytes, whatever its name says. */
export type Signature = 'zip' | 'ole' | 'html' | 'json' | 'text';

/** Pages may begin with many blank lines. */
const HEAD = 1 << 16;
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** The first tag of a page or a part of one, or a page saved with its pictures; behind a mark and blank lines. */
const PAGE =
  /^[^\w\s<]{0,3}\s*(?:<(?:!doctype html|!--|\?xml|\/?(?:html|head|meta|title|link|style|script|body|div|center|form|font|table|tr|td|th|p|h\d)\b)|(?:[\w-]{1,40}:[^\r\n]{0,500}[\r\n\s]{1,4}){0,10}mime-version:)/i;
/** Records of a program: an object or a list of them. */
const RECORDS = /^[^\w\s[{]{0,3}\s*(?:\{\s*"|\[\s*[{[])/;

/** @throws Unreadable where the file cannot be opened */
export function signatureOf(file: string): Signature {
  const head = headOf(file);
  if (head.subarray(0, 2).toString('latin1') === 'PK' && (head[2] ?? 9) < 9) return 'zip';
  if (head.subarray(0, 8).equals(OLE)) return 'ole';
  const text = head.toString('latin1').replaceAll('\0', '');
  if (PAGE.test(text)) return 'html';
  return RECORDS.test(text) ? 'json' : 'text';
}

/** A workbook with a password is an OLE package that names its encrypted part. */
export function isEncrypted(bytes: Buffer): boolean {
  return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

function headOf(file: string): Buffer {
  try {
    return firstBytes(file, HEAD);
  } catch (cause) {
    throw new Unreadable('read.no-access', {}, { cause });
  }
}
