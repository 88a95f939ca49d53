/** `plumbline spot draw`: its options, and what stands in its way. */
export const spotDrawMessages = {
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
} as const satisfies Record<string, { zh: string; en: string }>;
