/** Sentences about ledgers that are loaded into a folder first and audited later, perhaps on another machine. */
export const loadMessages = {
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
