import JSZip from 'jszip';

/** Written in place of the clock: the same result makes the same bytes. */
const WRITTEN_AT = '2000-01-01T00:00:00Z';
const PROPERTIES = 'docProps/core.xml';
const AS_WRITTEN = { date: new Date(WRITTEN_AT), createFolders: false };

/** A package with the times of its parts and of its making fixed. */
export async function timeless(bytes: Uint8Array): Promise<Uint8Array> {
  const from = await JSZip.loadAsync(bytes);
  const to = new JSZip();
  for (const { name, dir } of Object.values(from.files)) {
    if (dir) continue;
    const content = await from.file(name)?.async('uint8array');
    if (content) to.file(name, name === PROPERTIES ? fixed(content) : content, AS_WRITTEN);
  }
  return to.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

function fixed(content: Uint8Array): string {
  return new TextDecoder().decode(content).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, WRITTEN_AT);
}

/** An office document with one of its parts replaced, or added where it has none of that name. */
export async function withPart(bytes: Uint8Array, name: string, text: string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  zip.file(name, text);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
