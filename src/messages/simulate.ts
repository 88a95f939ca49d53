/** Sentences of `plumbline simulate`. */
export const simulateMessages = {
  'simulate.about': {
    zh: '生成一个虚构的区：户卡、台账、系统导出和报表，可埋入差错，并附答案 truth.json',
    en: 'invent a district: cards, ledgers, system export and figures, with planted faults and their truth.json',
  },
  'simulate.dir': { zh: '写入的文件夹（新建，或为空）', en: 'folder to write to (new, or empty)' },
  'simulate.people': { zh: '户卡上的人数（默认 3000）', en: 'people on the cards (default 3000)' },
  'simulate.communities': { zh: '社区数（默认 3）', en: 'communities (default 3)' },
  'simulate.seed': {
    zh: '随机种子；同一种子得到同样的文件（默认 1）',
    en: 'seed; the same seed gives the same files (default 1)',
  },
  'simulate.year': { zh: '台账年度（默认 2023）', en: 'year of the ledgers (default 2023)' },
  'simulate.faults': {
    zh: '差错率：每个事件、每人出一处差错的比例，0 到 0.5（默认 0）',
    en: 'share of events and people that get one fault, 0 to 0.5 (default 0)',
  },
  'simulate.layout': {
    zh: 'plain 规整（默认）或 messy 杂乱：标题行、合并表头、各式日期、全角字',
    en: 'plain (default), or messy: title lines, merged headers, date styles, full-width digits',
  },
  'simulate.format': {
    zh: 'xlsx（默认：户卡和台账为工作簿）或 csv（全部为 CSV）',
    en: 'xlsx (default: cards and ledgers as workbooks) or csv (everything as CSV)',
  },
  'simulate.months': {
    zh: '按月上报：每个社区每月一本台账（含当月报表），年末一本户卡、一本育龄妇女登记；另有街道、区的报表',
    en: 'month by month: each community hands in a ledger and a report every month, cards and women at the end of the year; streets and district report too',
  },
  'simulate.previous': {
    zh: '另写上月的户卡和育龄妇女登记 previous，其中有人无故增减',
    en: "write last month's cards and women registers too (previous), with people who vanish or join without a reason",
  },
  'simulate.streets': {
    zh: '街道数，与 --months 同用（默认每 12 个社区一个街道）',
    en: 'streets, with --months (default: one for every 12 communities)',
  },
  'simulate.streets-alone': {
    zh: '--streets 只用于按月上报的台账。请同时给出 --months，或去掉 --streets。',
    en: '--streets is about ledgers handed in month by month. Give --months as well, or leave --streets out.',
  },
  'simulate.field': {
    zh: '另写门后实情 door.jsonl；给出抽样文件时，不生成新区，而是按实情填写 --sheets 里的核查表',
    en: 'also write who lives behind every door (door.jsonl); with a draw file, invent nothing new, but fill in the sheets of --sheets with what is true',
  },
  'simulate.sheets': {
    zh: '空白核查表的文件夹（plumbline spot sheet 所写），与 --field 抽样文件同用',
    en: 'folder of blank sheets, as plumbline spot sheet wrote them; with --field and a draw file',
  },
  'simulate.not-met': {
    zh: '填表时未见面的户的比例，0 到 0.9（默认 0.05）',
    en: 'share of households not met when filling in, 0 to 0.9 (default 0.05)',
  },
  'simulate.refused': {
    zh: '填表时拒访的户的比例，0 到 0.9（默认 0.02）',
    en: 'share of households that refuse when filling in, 0 to 0.9 (default 0.02)',
  },
  'simulate.sheets-needed': {
    zh: '填写核查表要同时给出 --field 抽样文件和 --sheets 文件夹。',
    en: 'To fill in sheets, give both --field with the draw file and --sheets with their folder.',
  },
  'simulate.no-truth': {
    zh: '{path} 不是虚构的区：里面没有 truth.json，或它是旧版本写的。请给出 plumbline simulate 写下的文件夹，或重新生成。',
    en: '{path} is no invented district: it has no truth.json, or one of an earlier version. Name a folder that plumbline simulate wrote, or write it anew.',
  },
  'simulate.no-sheet': {
    zh: '没有核查表 {path}。请先用 plumbline spot sheet 按这次抽样制作空白表，再用 --sheets 指出文件夹。',
    en: 'There is no sheet {path}. Make the blank sheets of this draw with plumbline spot sheet first, and name their folder with --sheets.',
  },
  'simulate.other-sheet': {
    zh: '核查表 {path} 不属于抽样 {code}，或名单与 data 文件夹不符（期间不同、台账已改动）。请按这次抽样重新制作空白表。',
    en: 'The sheet {path} is not of draw {code}, or lists other people than the data folder (another period, changed ledgers). Make the blank sheets of this draw anew.',
  },
  'simulate.filled': {
    zh: '已按实情填写 {files} 份核查表：{people} 人见到，{notFound} 人查无，{notMet} 户未见面，{refused} 户拒访，名单外 {added} 人。\n应有的核查结果：{truth}\n',
    en: 'Filled in {files} sheets with what is true: {people} people found, {notFound} not found, {notMet} households not met, {refused} refused, {added} people on no list.\nWhat scoring should find: {truth}\n',
  },
  'simulate.not-empty': {
    zh: '文件夹 {path} 不是空的，不会覆盖里面的文件。请换一个新文件夹，或先清空它。',
    en: '{path} is not empty, and nothing in it is overwritten. Name a new folder, or empty this one first.',
  },
  'simulate.not-a-folder': {
    zh: '{path} 是文件，不是文件夹。请换一个文件夹名。',
    en: '{path} is a file, not a folder. Name a folder.',
  },
  'simulate.bad-number': {
    zh: '{option} 的值“{value}”不对：应为 {low} 到 {high} 之间的{kind}。',
    en: '{option} cannot be “{value}”: give a {kind} from {low} to {high}.',
  },
  'simulate.too-many-communities': {
    zh: '{people} 人分不成 {communities} 个社区：每个社区至少 150 人。请减少 --communities 或增加 --people。',
    en: '{people} people are too few for {communities} communities of at least 150. Give fewer communities or more people.',
  },
  'simulate.number': { zh: '数', en: 'number' },
  'simulate.done': {
    zh: '已写入 {path}：{people} 人，{households} 户，{communities} 个社区；埋入差错 {faults} 处。\n核对：plumbline check {data} --period {year} --as-of {year}-12-31\n',
    en: 'Written to {path}: {people} people, {households} households, {communities} communities; {faults} faults planted.\nAudit it: plumbline check {data} --period {year} --as-of {year}-12-31\n',
  },
} as const satisfies Record<string, { zh: string; en: string }>;
