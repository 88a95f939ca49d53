import { basename } from 'node:path';
import { bundle } from './build.mjs';

/** A module of `src`, for scripts that measure a part of the program: written beside it, until the next build. */
export async function load(path) {
  const name = `script-${basename(path)}`;
  await bundle({ [name]: `src/${path}.ts` });
  return import(`../dist/${name}.js`);
}
