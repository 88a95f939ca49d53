/** Sentences of `plumbline init`, and the comments of the configuration that it writes. */
export const initMessages = {
  'init.about': {
    zh: '看一遍文件夹，写出带说明的 plumbline.yaml：认出的社区、数据点、登记册，拿不准的列成问题',
    en: 'look at a folder and write a commented plumbline.yaml: communities, points and registers as recognised, doubts as questions',
  },
  'init.dir': { zh: '存放台账的文件夹', en: 'the folder of ledgers' },
  'init.out-option': {
    zh: '写到哪个文件（默认：该文件夹里的 plumbline.yaml）',
    en: 'file to write (default: plumbline.yaml in that folder)',
  },
  'init.exists': {
    zh: '{path} 已经存在，没有改动。请先移走它，或用 --out 另写一份。',
    en: '{path} exists and was left as it is. Move it away first, or write another file with --out.',
  },
  'init.written': {
    zh: '已写入 {path}：认出 {tables} 张表，读不了 {refused} 个文件。请打开看一遍“拿不准的”那一段。',
    en: 'Wrote {path}: tables recognised {tables}, files that cannot be read {refused}. Open it and read the part with questions.',
  },
  'init.head': {
    zh: '由 plumbline init 根据文件夹写成。不改也能用：没有 # 的各行就是不写配置时的做法。\n每一项的写法见 docs/configuration.zh-CN.md。',
    en: 'Written by plumbline init from what the folder holds. It changes nothing as it stands:\nlines without # are what an audit assumes anyway. docs/configuration.md explains every entry.',
  },
  'init.communities': {
    zh: '认出的社区。一个社区有别的叫法时写成：- { name: 永安村, synonyms: [永安, 永安村委会], street: 云溪街道 }',
    en: 'The communities found. One with other names: - { name: 永安村, synonyms: [永安], street: 云溪街道 }',
  },
  'init.files': {
    zh: '{count} 张表各被当作什么（数据点 · 登记册 · 社区）。不对的，在下面 files 里写明：\n- { glob: 文件, point: 数据点, register: 登记册, community: 社区 }',
    en: 'What each of the {count} tables is taken for (point · register · community). Where it is wrong, say so under files:\n- { glob: FILE, point: POINT, register: REGISTER, community: NAME }',
  },
  'init.questions': { zh: '拿不准的（{count} 处）：', en: 'Questions ({count}):' },
  'init.refused': {
    zh: '？ {path} 读不了：{reason} 如果它不是台账：',
    en: '? {path} cannot be read: {reason} If it is no ledger:',
  },
  'init.point': {
    zh: '？ {path} 的名字里没有数据点的字样，当作台账（ledger）。如果是别的：',
    en: '? The name of {path} says no point; it is taken for a ledger. If it is another:',
  },
  'init.column': {
    zh: '？ {path} 有不认识的列：{headings}。如果其中有登记册 {register} 的列，写在 headings 里。',
    en: '? {path} has columns that are not known: {headings}. If one belongs to {register}, say so under headings.',
  },
  'init.alike': {
    zh: '？ “{one}”和“{other}”是不是同一个社区？是的话在 communities 里写成：',
    en: '? Are “{one}” and “{other}” one community? If so, write under communities:',
  },
} as const satisfies Record<string, { zh: string; en: string }>;
