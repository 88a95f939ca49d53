/** What a draw reads like, and whether one that is repeated holds. */
export const spotDrawnMessages = {
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
  'spot-draw.head-order': { zh: '次序', en: 'order' },
  'spot-draw.head-household': { zh: '户编号', en: 'household' },
  'spot-draw.head-record': { zh: '记录指纹', en: 'record' },
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
} as const satisfies Record<string, { zh: string; en: string }>;
