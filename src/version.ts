import { readFileSync } from 'node:fs';

/** The folder of the program's code; in a bundle all of it lies there, without rooms. */
export const CODE = new URL('.', import.meta.url);
/** The folder of the whole program, with its pages and its manifest. */
export const HOME = new URL('../', import.meta.url);

const manifest: { version: string } = JSON.parse(readFileSync(new URL('package.json', HOME), 'utf8'));

/** Version of this tool, from package.json: the one place that says it. */
export const VERSION = manifest.version;
