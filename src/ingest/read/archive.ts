const ARCHIVE = /\.(zip|rar|7z|tar|t?gz|tgz|bz2|xz|cab|iso|zipx|arj|lzh)$/i;

/** Whether a path is called an archive: it may hold ledgers that nobody unpacked. */
export function isArchive(path: string): boolean {
  return ARCHIVE.test(path);
}
