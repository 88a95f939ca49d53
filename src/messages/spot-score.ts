/** Sentences of `plumbline spot score`, and of what reports say about a spot audit. */
export const spotScore = {
  'spot-score.about': { zh: '给收回的入户核查表计分', en: 'score the sheets that came back from the doors' },
  'spot-score.draw': {
    zh: '抽样文件（plumbline spot draw 所写）',
    en: 'draw file, as plumbline spot draw wrote it',
  },
  'spot-score.sheets-option': {
    zh: '收回的核查表：文件或文件夹，可重复',
    en: 'sheets that came back: a file or folder, repeatable',
  },
  'spot-score.target-option': {
    zh: '登记准确率的要求（%），例如 98',
    en: 'share of right records that is asked for, in %, for example 98',
  },
  'spot-score.confidence-option': {
    zh: '区间的置信度（%），缺省 95',
    en: 'confidence of the intervals in %, default 95',
  },
  'spot-score.no-sheets-option': {
    zh: '没有给出核查表。请用 --sheets 给出收回的核查表所在的文件或文件夹。',
    en: 'No sheets were given. Name the files or the folder of the sheets that came back with --sheets.',
  },
  'spot-score.bad-share': {
    zh: '{option} 的值 {value} 不对：应为 {low} 到 {high} 之间的百分数。',
    en: '{option} {value} is no percentage between {low} and {high}.',
  },
  'spot-score.no-sheets': {
    zh: '{paths} 中没有核查表。请给出 plumbline spot sheet 制作、已填写的工作簿。',
    en: 'No check sheet was found in {paths}. Give the filled workbooks that plumbline spot sheet made.',
  },
  'spot-score.foreign': {
    zh: '读不了 {path}：不是 .xlsx 工作簿。请打开后另存为 .xlsx，再计分。',
    en: 'Cannot read {path}: it is no .xlsx workbook. Open it, save it as .xlsx, and score again.',
  },
  'spot-score.unreadable': {
    zh: '读不了核查表 {path}：{reason}',
    en: 'Cannot read the sheet {path}: {reason}',
  },
  'spot-score.other-draw': {
    zh: '{path} 是另一次抽样 {found} 的核查表，不属于抽样 {code}。请取出这张表，或换用它的抽样文件。',
    en: '{path} belongs to another draw, {found}, not to {code}. Take it out, or score with the file of its draw.',
  },
  'spot-score.unknown-area': {
    zh: '{path} 写的区域 {area} 不在抽样 {code} 中。请核对表头是否被改动。',
    en: '{path} names the area {area}, which draw {code} has not. See whether the head of the sheet was changed.',
  },
  'spot-score.other-list': {
    zh: '{path} 的名单（{area}，校验 {found}）与现在的台账给出的名单不同。请用制表时的台账和期间计分；台账若已更正，用更正前的文件。',
    en: 'The list of {path} ({area}, check {found}) is not the one that these ledgers give. Score with the ledgers and the period with which the sheets were made, before any correction.',
  },
  'spot-score.two-sheets': {
    zh: '{area} 有两张填写不同的核查表：{found} 和 {path}。请核对后只留一张。',
    en: 'There are two sheets of {area} with different answers: {found} and {path}. Compare them and keep one.',
  },
} as const;
