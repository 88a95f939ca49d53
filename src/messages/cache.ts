/** Sentences about the cache of what was read, and about folders that another run works in. */
export const cacheMessages = {
  'cache.option': {
    zh: '把已读的台账缓存在此文件夹，下次只读有变动的文件（内含个人信息，只有本人能打开）',
    en: 'keep what was read in this folder, and read only changed files next time (holds personal data; only you can open it)',
  },
  'cache.about': { zh: '查看或清除 --cache 留下的缓存', en: 'look at or delete what --cache has kept' },
  'cache.about-clear': {
    zh: '删除缓存（只删除本工具写入的文件）',
    en: 'delete a cache (only files that this tool wrote)',
  },
  'cache.about-show': { zh: '缓存里有什么、占多少空间', en: 'what a cache holds, and how large it is' },
  'cache.dir': { zh: '缓存文件夹', en: 'folder of the cache' },
  'cache.cleared': { zh: '已清除缓存“{folder}”。', en: 'The cache "{folder}" is deleted.' },
  'cache.shown': {
    zh: '缓存“{folder}”：{files} 个文件的 {rows} 行，{segments} 段，{size} MB。\n内含个人信息。不再需要时请执行：plumbline cache clear {folder}',
    en: 'The cache "{folder}" holds {rows} rows of {files} files in {segments} segments, {size} MB.\nIt holds personal data. When it is no longer needed: plumbline cache clear {folder}',
  },
  'cache.shown-useless': {
    zh: '缓存“{folder}”（{size} MB）已损坏，或由其他版本写成：下次核对时会重建。',
    en: 'The cache "{folder}" ({size} MB) is damaged or was made by another version: the next audit builds it anew.',
  },
  'cache.damaged': {
    zh: '缓存“{folder}”有损坏或缺失，损坏的部分已弃用，将重新读取并重建。核对结果不受影响。',
    en: 'The cache "{folder}" is damaged or incomplete: what is damaged is not used, but read and kept anew. The findings are not affected.',
  },
  'cache.other-version': {
    zh: '缓存“{folder}”由另一版本写成，不能沿用，将重新读取并重建。核对结果不受影响。',
    en: 'The cache "{folder}" was made by another version and is not used, but built anew. The findings are not affected.',
  },
  'cache.not-kept': {
    zh: '缓存“{folder}”写不进去（{reason}）：本次核对照常完成，但下次要重新读取。请检查磁盘空间和权限。',
    en: 'Nothing can be written to the cache "{folder}" ({reason}): this audit goes on, but the next one must read everything again. Check the disk and the permissions.',
  },
  'cache.absent': {
    zh: '找不到缓存文件夹“{folder}”。请检查路径。',
    en: 'There is no cache folder "{folder}". Check the path.',
  },
  'cache.none-there': {
    zh: '“{folder}”里没有缓存。请指定 --cache 用过的文件夹。',
    en: 'There is no cache in "{folder}". Name a folder that was given to --cache.',
  },
  'cache.no-folder': {
    zh: '“{folder}”不是文件夹。请给缓存指定一个文件夹。',
    en: '"{folder}" is no folder. Name a folder for the cache.',
  },
  'cache.not-ours': {
    zh: '“{folder}”里有不是本工具写的文件（{name}），不能用作缓存。请指定一个新的或空的文件夹。',
    en: '"{folder}" holds files that are not ours ({name}), so it cannot be the cache. Name a new or empty folder.',
  },
  'cache.inside': {
    zh: '缓存文件夹“{folder}”在被核对的“{path}”之内，会和台账混在一起。请把缓存放在别处。',
    en: 'The cache folder "{folder}" lies in "{path}", which is audited: it would be looked through with the ledgers. Put it elsewhere.',
  },
  'cache.of-another': {
    zh: '缓存“{folder}”属于另一个用户，不能沿用。请指定自己的文件夹。',
    en: 'The cache "{folder}" belongs to somebody else and is not used. Name a folder of your own.',
  },
  'lock.busy': {
    zh: '另一个 plumbline（进程 {pid}）正在使用文件夹“{folder}”。请等它结束后重试；如果确认没有这个进程，请删除文件“{file}”。',
    en: 'Another plumbline (process {pid}) is at work in the folder "{folder}". Try again when it has ended; if you are sure that there is no such process, delete the file "{file}".',
  },
  'lock.elsewhere': {
    zh: '计算机 {host} 上的另一个 plumbline（进程 {pid}）正在使用文件夹“{folder}”。请等它结束后重试；如果确认它已不在运行，请删除文件“{file}”。',
    en: 'Another plumbline (process {pid} on the computer {host}) is at work in the folder "{folder}". Try again when it has ended; if you are sure that it no longer runs, delete the file "{file}".',
  },
} as const;
