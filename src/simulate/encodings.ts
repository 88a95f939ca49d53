/** Bytes of the characters that GB18030 keeps in two: the inverse of the decoder that Node has. */
let pairs: Map<string, number> | undefined;

function pairsOfBytes(): Map<string, number> {
  const map = new Map<string, number>();
  const decoder = new TextDecoder('gb18030');
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(high, low));
      if (character.length === 1 && character !== '\ufffd') map.set(character, (high << 8) | low);
    }
  }
  return map;
}

/**
 * Text in GB18030, as system exports often are.
 * @throws Error on a character that takes four bytes: invented names have none
 */
export function encodeGb18030(text: string): Buffer {
  pairs ??= pairsOfBytes();
  const bytes = Buffer.allocUnsafe(text.length * 2);
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) {
      bytes[at++] = code;
      continue;
    }
    const pair = pairs.get(text.charAt(i));
    if (pair === undefined) throw new Error(`no two bytes for ${text.charAt(i)} in GB18030`);
    bytes[at++] = pair >> 8;
    bytes[at++] = pair & 0xff;
  }
  return bytes.subarray(0, at);
}
