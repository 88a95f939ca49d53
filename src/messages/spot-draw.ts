/** Sentences of `plumbline spot draw`. */
export const spotDraw = {
  'spot-draw.about': {
    zh: '公开抽样：用公开的种子抽社区或楼院，再抽整户或登记记录；谁都能重做、验证、扩大',
    en: 'draw areas, then whole households or records, from a public seed; anyone can repeat, check and extend it',
  },
  'spot-draw.seed-option': {
    zh: '公开的种子：骰子点数、彩票号码等谁也定不了的文字',
    en: 'public seed that nobody chose: dice, a lottery number',
  },
  'spot-draw.areas-option': { zh: '抽几个社区或楼院（默认：全部）', en: 'areas to draw (default: all)' },
  'spot-draw.unit-option': {
    zh: '先抽什么：community 社区（默认）或 building 楼院',
    en: 'what an area is: community (default) or building',
  },
  'spot-draw.households-option': {
    zh: '每个抽中的社区或楼院抽几户（默认：全部住户）',
    en: 'households in each area (default: all of them)',
  },
  'spot-draw.records-option': {
    zh: '不抽户，每个社区抽几条登记记录（与 --register 同用）',
    en: 'instead of households, records in each area (with --register)',
  },
  'spot-draw.register-option': {
    zh: '从哪种登记册抽记录，如 births 或 出生登记',
    en: 'register to draw records from, such as births',
  },
  'spot-draw.point-option': {
    zh: '从哪个数据点的登记册抽记录（默认：台账）',
    en: 'point whose register it is (default: ledger)',
  },
  'spot-draw.period-option': {
    zh: '只从事件发生在该期间的记录中抽，如 2023',
    en: 'draw only records whose event lies in this period, such as 2023',
  },
  'spot-draw.reserves-option': {
    zh: '每个社区或楼院备用几户（或记录），按次序替补（默认 0）',
    en: 'reserve households (or records) in each area, used in their order (default 0)',
  },
  'spot-draw.reserve-areas-option': {
    zh: '每层备用几个社区或楼院（默认 0）',
    en: 'reserve areas in each stratum (default 0)',
  },
  'spot-draw.stratify-option': {
    zh: '分层：street 按街道，none 不分（默认）',
    en: 'strata: street, or none (default)',
  },
  'spot-draw.allocation-option': {
    zh: '各层名额：proportional 按规模（默认）或 equal 平均',
    en: 'areas for each stratum: proportional (default) or equal',
  },
  'spot-draw.equal-option': { zh: '每个社区机会相等（默认）', en: 'areas with equal chances (default)' },
  'spot-draw.pps-option': {
    zh: '社区中签机会与户数（记录数）成正比',
    en: 'areas with chances in proportion to their size',
  },
  'spot-draw.history-option': {
    zh: '历次抽样档案：近几轮抽过的不再抽；与 --out 同用时记入本轮；与 --verify 同用时一并查对',
    en: 'file of earlier rounds, whose areas are left out; this round is added with --out, checked with --verify',
  },
  'spot-draw.rounds-option': { zh: '近几轮抽过的不抽（默认 1）', en: 'rounds that are left out (default 1)' },
  'spot-draw.round-option': {
    zh: '本轮名称，如 2026年第4季度',
    en: 'what this round is called, such as 2026Q4',
  },
  'spot-draw.verify-option': {
    zh: '重做该抽样文件的抽样，说明是否成立（成立退出码 0，否则 1）',
    en: 'repeat this draw, and say whether it holds (exit code 0, else 1)',
  },
  'spot-draw.extend-option': {
    zh: '用同一种子扩大该抽样，原来抽中的全部保留',
    en: 'a larger draw from the same seed, which contains this one',
  },
  'spot-draw.format-option': { zh: '输出格式：table（默认）或 json', en: 'output: table (default) or json' },
  'spot-draw.out-option': {
    zh: '写入抽样文件（JSON），并在旁边写入样本框（.frame）',
    en: 'write the draw (JSON), and its frame (.frame) beside it',
  },

  'spot-draw.absent': {
    zh: '没有抽样文件 {path}。请检查路径；抽样文件由 plumbline spot draw --out 写成。',
    en: 'There is no draw {path}. Check the path; draws are written by plumbline spot draw --out.',
  },
  'spot-draw.cannot-read': {
    zh: '读不了 {path}（{reason}）。请检查文件和权限。',
    en: 'Cannot read {path} ({reason}). Check the file and its permissions.',
  },
  'spot-draw.not-a-draw': {
    zh: '{path} 不是抽样文件（{reason}）。请给出 plumbline spot draw --out 写成的文件。',
    en: '{path} is no draw ({reason}). Name a file written by plumbline spot draw --out.',
  },
  'spot-draw.altered': {
    zh: '抽样文件 {path} 写成之后被改动过：内容与抽样号 {code} 不符。请用原件，或用 plumbline spot draw --verify 查对。',
    en: 'The draw {path} was changed after it was written: it does not agree with its code {code}. Use the original, or check it with plumbline spot draw --verify.',
  },
  'spot-draw.bad-history': {
    zh: '{path} 不是历次抽样档案（{reason}）。请改用原件；第一轮给一个尚不存在的文件名即可。',
    en: '{path} is no file of earlier rounds ({reason}). Use the original; for a first round, name a file that does not exist yet.',
  },
  'spot-draw.no-seed': {
    zh: '抽样要有种子：--seed 后写一段公开的、谁也定不了的文字，如开奖号码。',
    en: 'A draw needs a seed: write a public text that nobody chose after --seed, such as a lottery number.',
  },
  'spot-draw.bad-seed': {
    zh: '种子里有看不见的字符，别人照着打会得到另一次抽样。请重新输入，只用看得见的字。',
    en: 'The seed holds characters that cannot be seen, so others could not type it. Write it again with visible ones.',
  },
  'spot-draw.bad-count': {
    zh: '{option} 的值“{value}”不对：应为 {low} 到 1000000 的整数。',
    en: '{option} cannot be “{value}”: give a whole number from {low} to 1000000.',
  },
  'spot-draw.together': {
    zh: '{option} 不能与 {other} 同用，请去掉一个。',
    en: '{option} and {other} do not go together: leave one out.',
  },
  'spot-draw.needs': { zh: '{option} 要与 {other} 同用。', en: '{option} needs {other}.' },
  'spot-draw.in-the-way': {
    zh: '{path} 已存在。抽样一经写成就不再覆盖：请换一个 --out 文件名，或用 --verify 查对原来的抽样。',
    en: '{path} exists, and a draw is never overwritten: choose another file for --out, or check the earlier draw with --verify.',
  },
  'spot-draw.unknown-register': {
    zh: '没有“{name}”这种登记册，最接近的是“{nearest}”。可用：{valid}。',
    en: 'There is no register “{name}”; the nearest one is “{nearest}”. Valid: {valid}.',
  },
  'spot-draw.no-event-date': {
    zh: '{register} 的记录没有事件日期，不能按 --period 抽。请去掉 --period。',
    en: 'Records of {register} have no date of an event: leave out --period.',
  },
  'spot-draw.no-register': {
    zh: '资料里没有 {register} 登记册，无从抽取。抽户要有家庭户卡（households）；请加上它的文件或文件夹。',
    en: 'There is no {register} register to draw from. Households are drawn from household cards: add their files or folder.',
  },
  'spot-draw.which-point': {
    zh: '从哪个数据点抽 {register}？请用 --point 指定，可用：{points}。',
    en: 'Which point’s {register} are drawn from? Say it with --point; there are: {points}.',
  },
  'spot-draw.no-streets': {
    zh: '没有一个社区知道属于哪个街道，不能按街道分层。请在登记册里加“街道”列，或在配置的 communities 里写明，或用 --stratify none。',
    en: 'No community’s street is known, so there are no strata. Add a 街道 column to a register, name streets under communities in the configuration, or use --stratify none.',
  },
  'spot-draw.no-buildings': {
    zh: '{unplaced} 户都没有楼院，抽不了楼院。请在户卡里加“楼院”列，或抽社区。',
    en: 'None of the {unplaced} households has a building. Add a 楼院 column to the cards, or draw communities.',
  },
  'spot-draw.empty': {
    zh: '没有可抽的：没有一行既有社区又有编号（{unnumbered} 行没有）。请补上户卡编号。',
    en: 'There is nothing to draw from: no row has both a community and a number ({unnumbered} lack one). Fill in the household numbers.',
  },
  'spot-draw.fewer-than-strata': {
    zh: '{areas} 个分不到 {strata} 层：每层至少抽一个，否则没抽到的层无从估计。请增加 --areas，或用 --stratify none。',
    en: '{areas} areas are too few for {strata} strata: each needs one, or nothing can be said of it. Raise --areas, or use --stratify none.',
  },
  'spot-draw.frame-changed': {
    zh: '资料与 {path} 抽样时不同，扩大后未必包含原来的抽样。请用当时的资料，或先用 --verify 看变了什么。',
    en: 'The ledgers are not those of {path} any more, so a larger draw might not contain it. Use the ledgers of that day, or see with --verify what changed.',
  },
  'spot-draw.smaller': {
    zh: '原来抽 {before}，现在只要 {now}：扩大的抽样不能比原来少。',
    en: 'The earlier draw took {before}, and {now} is fewer: an extended draw cannot be smaller.',
  },
  'spot-draw.no-round': {
    zh: '{path} 没有轮次名称，扩大后记不进档案。请去掉 --history。',
    en: '{path} names no round, so the history cannot take it in. Leave out --history.',
  },
  'spot-draw.whole-already': {
    zh: '原来抽的已是全部，不能再改成 {now}。',
    en: 'The earlier draw took all of them already, so it cannot take {now}.',
  },
  'spot-draw.nothing-larger': {
    zh: '要扩大什么？请加上 --households、--records、--areas 或 --reserves。',
    en: 'What should be larger? Add --households, --records, --areas or --reserves.',
  },

  'spot-draw.title': { zh: '抽样 {code}', en: 'Draw {code}' },
  'spot-draw.seed': { zh: '种子', en: 'Seed' },
  'spot-draw.round': { zh: '轮次', en: 'Round' },
  'spot-draw.extends': { zh: '扩大自', en: 'Extends' },
  'spot-draw.extends-value': { zh: '抽样 {code}，原来抽中的都在内', en: 'draw {code}, which it contains' },
  'spot-draw.frame': { zh: '样本框', en: 'Frame' },
  'spot-draw.frame-household': {
    zh: '{areas} 个{area}，{units} 户',
    en: '{areas} {area}, {units} households',
  },
  'spot-draw.frame-record': {
    zh: '{areas} 个{area}，{point}的{register} {units} 条记录',
    en: '{areas} {area}, {units} records of {register} at {point}',
  },
  'spot-draw.in-period': { zh: '（{period}）', en: ' ({period})' },
  'spot-draw.community': { zh: '社区', en: 'communities' },
  'spot-draw.building': { zh: '楼院', en: 'buildings' },
  'spot-draw.unnumbered': {
    zh: '另有 {count} 行没有编号或社区，进不了样本框',
    en: '{count} more rows have no number or community and cannot be drawn',
  },
  'spot-draw.unplaced': {
    zh: '另有 {count} 户没有楼院，进不了样本框',
    en: '{count} more households have no building and cannot be drawn',
  },
  'spot-draw.sha': { zh: 'SHA-256 {sha256}', en: 'SHA-256 {sha256}' },
  'spot-draw.method': { zh: '抽法', en: 'Method' },
  'spot-draw.all-areas': { zh: '{areas} 个{area}全部入选', en: 'all {areas} {area}' },
  'spot-draw.some-areas': {
    zh: '从 {from} 个{area}中抽 {areas} 个，{chances}',
    en: '{areas} of {from} {area}, {chances}',
  },
  'spot-draw.chances-equal': { zh: '机会相等', en: 'with equal chances' },
  'spot-draw.chances-size': {
    zh: '机会与大小成正比（票号 ÷ 大小，小者先中）',
    en: 'with chances in proportion to size (ticket ÷ size, the smallest first)',
  },
  'spot-draw.by-street': {
    zh: '；按街道分 {strata} 层，名额{allocation}',
    en: ', in {strata} strata by street, shared {allocation}',
  },
  'spot-draw.share-equal': { zh: '平均分配', en: 'equally' },
  'spot-draw.share-proportional': { zh: '按规模分配', en: 'in proportion to size' },
  'spot-draw.units-area': { zh: '其中全部住户', en: 'all their households' },
  'spot-draw.units-household': { zh: '每个抽 {units} 户（整户）', en: '{units} whole households in each' },
  'spot-draw.units-record': { zh: '每个抽 {units} 条记录', en: '{units} records in each' },
  'spot-draw.reserves': { zh: '，备用 {count}', en: ', and {count} in reserve' },
  'spot-draw.reserve-areas': { zh: '；每层备用 {count} 个', en: '; {count} in reserve in each stratum' },
  'spot-draw.comma': { zh: '；', en: '; ' },
  'spot-draw.left-out': { zh: '不抽', en: 'Left out' },
  'spot-draw.left-out-value': {
    zh: '近 {rounds} 轮抽过的 {names}',
    en: '{names}, drawn in the last {rounds} rounds',
  },
  'spot-draw.all-let-in': {
    zh: '近 {rounds} 轮抽过的本应避开，但避开就没有可抽的，见说明',
    en: 'nothing, since nothing would have been left beside the last {rounds} rounds: see the notes',
  },
  'spot-draw.none-left-out': {
    zh: '近 {rounds} 轮没有要避开的',
    en: 'nothing, though the last {rounds} rounds were looked at',
  },
  'spot-draw.drawn': { zh: '抽中', en: 'Drawn' },
  'spot-draw.reserve': { zh: '备用', en: 'In reserve' },
  'spot-draw.stratum': { zh: '{stratum}：{areas} 个中抽 {drawn} 个', en: '{stratum}: {drawn} of {areas}' },
  'spot-draw.no-stratum': { zh: '（未填街道）', en: '(no street)' },
  'spot-draw.area-line': {
    zh: '{order}. {area}　票号 {ticket}　{size} {unit}　中签机会 {chance}',
    en: '{order}. {area}   ticket {ticket}   {size} {unit}   chance {chance}',
  },
  'spot-draw.area-line-size': {
    zh: '{order}. {area}　票号 {ticket} ÷ {size} {unit} = {rank}　中签机会 {chance}',
    en: '{order}. {area}   ticket {ticket} ÷ {size} {unit} = {rank}   chance {chance}',
  },
  'spot-draw.of-households': { zh: '户', en: 'households' },
  'spot-draw.of-records': { zh: '条记录', en: 'records' },
  'spot-draw.head-order': { zh: '次序', en: 'order' },
  'spot-draw.head-household': { zh: '户编号', en: 'household' },
  'spot-draw.head-record': { zh: '记录指纹', en: 'record' },
  'spot-draw.head-building': { zh: '楼院', en: 'building' },
  'spot-draw.head-ticket': { zh: '票号', en: 'ticket' },
  'spot-draw.order-reserve': { zh: '备{order}', en: 'R{order}' },
  'spot-draw.notes': { zh: '说明', en: 'Notes' },
  'spot-draw.note-fewer-areas': {
    zh: '{stratum}要抽 {asked} 个社区或楼院（含备用），只有 {given} 个，全部抽出。',
    en: '{stratum}{asked} areas were asked for (reserves included) and there are {given}: all were drawn.',
  },
  'spot-draw.note-fewer-units': {
    zh: '以下不足 {asked}（含备用），有多少抽多少：{names}。',
    en: 'Fewer than {asked} (reserves included), all of them drawn: {names}.',
  },
  'spot-draw.note-let-in': {
    zh: '{stratum}避开近几轮抽过的就一个不剩，故仍参加抽样：{names}。',
    en: '{stratum}Leaving out the last rounds would have left nothing, so these took part again: {names}.',
  },
  'spot-draw.note-no-street': {
    zh: '这些社区没有街道，自成一层：{names}。',
    en: 'Without a street, and so a stratum of their own: {names}.',
  },
  'spot-draw.note-no-cards': {
    zh: '这些社区在别的登记册里有，却没有可抽的，未参加抽样：{names}。',
    en: 'Named by other registers, but with nothing to draw, and so not part of this draw: {names}.',
  },
  'spot-draw.note-refused': {
    zh: '这些文件读不了，抽样时不在内：{names}。',
    en: 'These files could not be read and are not part of the frame: {names}.',
  },
  'spot-draw.in-stratum': { zh: '{stratum}：', en: '{stratum}: ' },
  'spot-draw.records-only': {
    zh: '抽的是记录，只能得出虚报率和准确率；漏报率要抽整户或楼院。',
    en: 'Records were drawn: they give false reports and accuracy; omission rates need whole households or buildings.',
  },
  'spot-draw.repeat': { zh: '重做', en: 'To repeat' },
  'spot-draw.repeat-verify': {
    zh: 'plumbline spot draw 资料 --verify {path} --seed "{seed}"',
    en: 'plumbline spot draw LEDGERS --verify {path} --seed "{seed}"',
  },
  'spot-draw.repeat-hand': {
    zh: '每张票 = SHA-256(SHA-256(种子) + 名称)，十进制倒写作小数；户的名称为“社区#户编号”。用任何电脑手算见 docs/spot-draw.zh-CN.md。',
    en: 'Each ticket is SHA-256(SHA-256(seed) + name), its decimal digits backwards as a fraction; a household’s name is “community#number”. By hand on any computer: docs/spot-draw.md.',
  },
  'spot-draw.not-kept': {
    zh: '没有写入文件，这只是演练；正式抽样请加 --out 抽样.json。',
    en: 'Nothing was written: this was a rehearsal. Add --out draw.json for the real draw.',
  },

  'spot-draw.written': { zh: '已写入 {path}', en: 'Wrote {path}' },

  'spot-draw.holds': {
    zh: '成立：重做抽样 {code} 得到同样的结果（种子“{seed}”，{units} 个单位，抽中与备用 {drawn} 个）。',
    en: 'It holds: draw {code} repeated gives the same (seed “{seed}”, {units} units, {drawn} drawn or in reserve).',
  },
  'spot-draw.fails': { zh: '不成立：抽样 {code}', en: 'It does not hold: draw {code}' },
  'spot-draw.other-seed': {
    zh: '种子不同：抽样文件用的是“{seed}”，公布的是“{otherSeed}”。',
    en: 'Another seed: the draw used “{seed}”, and “{otherSeed}” was announced.',
  },
  'spot-draw.not-intact': {
    zh: '抽样文件写成之后被改动过（内容与抽样号不符）。',
    en: 'The draw was changed after it was written: it does not agree with its code.',
  },
  'spot-draw.frame-differs': {
    zh: '样本框变了：抽样时 {before} 个单位，现在 {units} 个（SHA-256 {sha256}）。',
    en: 'The frame is another one: {before} units then, {units} now (SHA-256 {sha256}).',
  },
  'spot-draw.wrongly-left-out': {
    zh: '避开的社区与历次抽样档案不符（{count} 个）：{names}',
    en: 'What was left out does not agree with the earlier rounds ({count}): {names}',
  },
  'spot-draw.left-out-unchecked': {
    zh: '避开了哪些社区，以抽样文件所记为准；要连同历次抽样一起查对，请加 --history。',
    en: 'What was left out was taken from the draw itself; add --history to check it against the earlier rounds.',
  },
  'spot-draw.came': { zh: '新来 {count} 个：{names}', en: '{count} came: {names}' },
  'spot-draw.gone': { zh: '不见 {count} 个：{names}', en: '{count} went: {names}' },
  'spot-draw.moved': {
    zh: '单位没有增减，变的是楼院或街道。',
    en: 'None came or went: their buildings or streets are others.',
  },
  'spot-draw.no-old-frame': {
    zh: '样本框文件 {path} 不在或不符，说不出增减了哪些。',
    en: 'The frame file {path} is absent or another one, so which came or went cannot be told.',
  },
  'spot-draw.touched': {
    zh: '抽中或备用的有 {count} 个已不在样本框：{names}',
    en: '{count} drawn or in reserve are no longer in the frame: {names}',
  },
  'spot-draw.untouched': {
    zh: '抽中和备用的都还在样本框里。',
    en: 'All that were drawn or in reserve are still in the frame.',
  },
  'spot-draw.redrawn-then': {
    zh: '按抽样时的样本框重做，结果一致：当时的抽样没有问题。',
    en: 'Repeated from the frame of that day it is the same: the draw was right then.',
  },
  'spot-draw.redrawn-now': {
    zh: '按现在的样本框重做，抽中的也一样。',
    en: 'Repeated from the frame of now, the same are drawn.',
  },
  'spot-draw.differs': {
    zh: '重做的结果有 {count} 处不同：{names}',
    en: 'Repeated, {count} come out differently: {names}',
  },
  'spot-draw.more': { zh: '……等 {count} 个', en: '… ({count} in all)' },
  'spot-draw.list-comma': { zh: '、', en: ', ' },
} as const satisfies Record<string, { zh: string; en: string }>;
