import JSZip from 'jszip';

/** An office document with one of its parts replaced, or added where it has none of that name. */
export async function withPart(bytes: Uint8Array, name: string, text: string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  zip.file(name, text);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
