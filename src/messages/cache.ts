/**
 * Sentences about the cache of what was read, about ledgers that are loaded into a folder first and audited later, perhaps
 * on another machine, and about folders that another run works in.
 */
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

  'load.about': {
    zh: '先读入台账（如一县一处），存到文件夹，以后用 check --from 核对',
    en: 'read ledgers (of one county, say) into a folder, to be audited later by check --from',
  },
  'load.paths': { zh: '要读入的文件或文件夹', en: 'files or folders to read' },
  'load.to-option': {
    zh: '存到此文件夹（内含个人信息，只有本人能打开）',
    en: 'keep what was read in this folder (holds personal data; only you can open it)',
  },
  'load.from-option': {
    zh: '核对 load 已读入的文件夹，可写多次，不再写文件（与写文件二者选一）',
    en: 'audit a folder that load has filled, instead of files; may be repeated',
  },
  'load.done': {
    zh: '已读入 {files} 个文件的 {rows} 行，存于“{folder}”（内含个人信息）。\n接着核对：{command}',
    en: 'Read {rows} rows of {files} files into "{folder}" (holds personal data).\nTo audit them: {command}',
  },
  'load.refused': {
    zh: '有 {count} 个文件没能读入，未列入：{paths}。',
    en: '{count} files could not be read and are left out: {paths}.',
  },
  'load.no-input': {
    zh: '还缺资料。运行 plumbline check --help 查看写法；已由 load 读入的文件夹用 --from 写明。',
    en: 'The files or folders to audit are missing (or --from with a folder that load has filled). Run plumbline check --help to see how it is written.',
  },
  'load.both-inputs': {
    zh: '既写了文件（{paths}），又写了 --from。二者只能写一样。',
    en: 'Both files ({paths}) and --from were given. Name one or the other.',
  },
  'load.needs-files': {
    zh: '{option} 要用到原来的文件，不能与 --from 同用。',
    en: '{option} needs the files themselves, so it cannot go with --from.',
  },
  'load.absent': {
    zh: '“{folder}”里没有读入的台账，或上次没有读完。请先运行：plumbline load 文件夹 --to {folder}',
    en: 'No ledgers are loaded in "{folder}", or loading did not come to its end. Run first: plumbline load FOLDER --to {folder}',
  },
  'load.damaged': {
    zh: '“{folder}”里读入的台账已损坏或被改动。请重新运行：plumbline load 文件夹 --to {folder}',
    en: 'What is loaded in "{folder}" is damaged or was changed. Run again: plumbline load FOLDER --to {folder}',
  },
  'load.other-version': {
    zh: '“{folder}”是另一版本的程序读入的。请用本版重新运行：plumbline load 文件夹 --to {folder}',
    en: '"{folder}" was loaded by another version of the program. Run again with this one: plumbline load FOLDER --to {folder}',
  },
  'load.other-config': {
    zh: '“{folder}”读入时的配置（社区、渠道、文件、栏目、代码或年度起月）与现在不同。请用 --config 写明当时的配置，或按现在的配置重新读入。',
    en: '"{folder}" was loaded under another configuration (communities, points, files, headings, codes or first month of the year). Name that configuration by --config, or load again under this one.',
  },
  'load.not-a-cache': {
    zh: '“{folder}”是 load 存放台账的文件夹，不能又作 --cache。请另写一个文件夹。',
    en: '"{folder}" holds ledgers that load has read, so it cannot be a --cache as well. Name another folder.',
  },
  'load.shared': {
    zh: '别人也能写入“{folder}”，个人信息不能放在那里。请换一个文件夹，或先执行：chmod go-w {folder}',
    en: 'Others can write into "{folder}", which is no place for personal data. Name another folder, or first run: chmod go-w {folder}',
  },
  'load.not-written': {
    zh: '无法写入“{folder}”，没有读入。请检查权限和剩余空间。',
    en: 'Nothing can be written into "{folder}", so nothing was loaded. Check permissions and free space.',
  },
  'load.changed': {
    zh: '读入时“{path}”被改动。请关闭打开它的程序，再运行一次。',
    en: '"{path}" was changed while it was read. Close the program that has it open and run again.',
  },
} as const;
