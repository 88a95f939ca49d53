/** Sentences of `plumbline spot sheet`, of the sheets to carry, and of the briefs. */
export const spotSheetMessages = {
  'spot-sheet.about': {
    zh: '按抽样结果制作入户核查表和核对提示',
    en: 'make the sheets to carry, and the briefs, of a draw',
  },
  'spot-sheet.draw': {
    zh: '抽样文件（plumbline spot draw 所写）',
    en: 'draw file, as plumbline spot draw wrote it',
  },
  'spot-sheet.out-option': { zh: '存放核查表的文件夹', en: 'folder for the sheets' },
  'spot-sheet.reveal-option': {
    zh: '写出完整姓名（带去入户的表需要）',
    en: 'write names in full, as a sheet to carry needs them',
  },
  'spot-sheet.summary': {
    zh: '抽样 {code}：{areas} 个区域，{people} 人待见（另有备用 {reserve} 人）；核对提示 {cells} 处。',
    en: 'Draw {code}: {areas} areas, {people} people to see (and {reserve} in reserve); {cells} places in the briefs.',
  },
  'spot-sheet.masked': {
    zh: '姓名已遮盖，这样的表只能查看，不能带去入户。要带去的表请加 --reveal，用后按规定保管或销毁。',
    en: 'Names are masked: these sheets are for looking at, not for the door. For sheets to carry add --reveal, and keep or destroy them as the rules say.',
  },
  'spot-sheet.revealed': {
    zh: '表中有完整姓名：只交给核查人，用后按规定保管或销毁。',
    en: 'The sheets hold full names: hand them to the inspectors only, and keep or destroy them as the rules say.',
  },
  'spot-sheet.other-frame': {
    zh: '台账与抽样时不同：抽样 {code} 的抽样框校验为 {drawn}，现在是 {found}。请用抽样时的文件；文件若已更正，先用 plumbline spot draw --verify 看哪些户变了，必要时重新抽样。',
    en: 'The ledgers are not those of the draw: draw {code} was made from frame {drawn}, this one is {found}. Use the files of the draw; where they were corrected, see with plumbline spot draw --verify which households changed, and draw anew if need be.',
  },
  'spot-sheet.changed-files': {
    zh: '抽样后有 {count} 个文件改动过（{path} 等），抽中的户不变。评分时请用同样的文件，否则名单校验不符。',
    en: '{count} files changed since the draw ({path} …); the households drawn are the same. Score with these same files, else the check sum of the lists will not fit.',
  },
  'spot-sheet.incomplete': {
    zh: '有 {count} 个文件读不了，没有计入名单和核对提示：{paths}',
    en: '{count} files could not be read; lists and briefs were made without them: {paths}',
  },
  'spot-sheet.exists': {
    zh: '{path} 已存在，可能已经填过，没有写入任何文件。请换一个 --out 文件夹，或先移走该文件。',
    en: '{path} exists and may be filled in; nothing was written. Choose another --out folder, or move the file away first.',
  },
  'spot-sheet.inside': {
    zh: '{folder} 在被核查的文件夹里，下次核查会读到这些表。请用 --out 换一个位置。',
    en: '{folder} lies within the audited folder, where the sheets would be read as ledgers. Choose another place with --out.',
  },
  'spot-sheet.empty-area': {
    zh: '{area}：抽中的户在台账里没有登记任何人，表上只有空行。',
    en: '{area}: the ledgers name nobody in the households drawn; its sheet has empty rows only.',
  },

  'spot-sheet.title': { zh: '入户核查表　{area}', en: 'Household check – {area}' },
  'spot-sheet.title-reserve-units': {
    zh: '备用户核查表　{area}（抽中户见不到时，按抽中次序依次启用）',
    en: 'Reserve households – {area} (used in the order of the draw, where a drawn one cannot be met)',
  },
  'spot-sheet.title-reserve-area': {
    zh: '入户核查表（备用区域 {order}）　{area}',
    en: 'Household check (reserve area {order}) – {area}',
  },
  'spot-sheet.unnamed': { zh: '未取名（母：{mother}）', en: 'not yet named (mother: {mother})' },
  'spot-sheet.unnamed-alone': { zh: '未取名', en: 'not yet named' },
  'spot-sheet.added': {
    zh: '名单上没有、入户时见到的人（每人一行：写明户编号、实际姓名、性别、出生日期）',
    en: 'People met at the door who are on no list (a row each: household number, name, sex, birth date)',
  },
  'spot-sheet.signature': {
    zh: '{who}（签字）：＿＿＿＿＿＿＿＿＿＿　日期：＿＿＿＿＿＿＿',
    en: '{who} (signature): ______________________  Date: ______________',
  },
  'spot-sheet.footer': {
    zh: '抽样 {code}　{area}　{part}　第 &P 页，共 &N 页',
    en: 'Draw {code} – {area} – {part} – page &P of &N',
  },

  'spot-sheet.notes-footer': { zh: '填表说明　第 &P 页，共 &N 页', en: 'Notes – page &P of &N' },
  'spot-sheet.notes-column': { zh: '栏目', en: 'Column' },
  'spot-sheet.notes-enter': { zh: '怎样填', en: 'What to enter' },
  'spot-sheet.notes-choices': { zh: '可选', en: 'Choices' },
  'spot-sheet.notes-steps': {
    zh: `1. 表上只有要见的人，没有登记的内容：见到什么填什么，不要先问台账。
2. 用笔填的，在方框里打√；在电脑上填的，从下拉列表中选，选了就替掉方框。每人必填“结果”。本人不在家、家里没人是“未见面”，不肯接受核查是“拒访”；只有邻居、物业或家人确认没有这个人，才是“查无此人”。
3. “符合”表示此人确实住在这一户。后面各栏填了的才算核对过，没有问到的留空，不要猜。
4. 户里还有名单上没有的人，填在名单下面的空行里。
5. 抽中户两次上门都见不到，仍填“未见面”或“拒访”，再按抽中次序启用备用户；不得挑选，不得跳过。
6. 不要改动表头、序号、抽样编号，不要增删行列。填完由五人签字，原文件交回，用 plumbline spot score 评分。
7. 表中是个人信息：不得拍照外传，用后按规定保管或销毁。`,
    en: `1. The sheet says whom to see, not what is on record: write down what you find, and do not ask the ledgers first.
2. With a pen, tick the box; on a computer, choose from the list, which takes the place of the boxes. “Outcome” is needed for everybody. Nobody at home is “not met”; unwilling is “refused”; “not found” only where neighbours, caretakers or family confirm that there is no such person.
3. “Match” means that the person does live in this household. Of the other columns only those filled in count as checked: leave blank what was not asked, and do not guess.
4. People of the household who are on no list go into the empty rows below the list.
5. Where a drawn household was not met in two visits, enter “not met” or “refused” all the same, then turn to the reserves in their order; do not choose, do not skip.
6. Leave headings, numbers and the draw's code as they are, and add or remove no rows or columns. When done, five people sign; hand the file back to be scored with plumbline spot score.
7. These are personal data: do not photograph or pass them on; keep or destroy the sheet as the rules say.`,
  },
  'spot-sheet.notes-outcome': {
    zh: '每人必填，从下拉列表中选择',
    en: 'needed for everybody; choose from the list',
  },
  'spot-sheet.notes-found_name': {
    zh: '与表上不同、未取名或新增的人填写',
    en: 'where it differs from the sheet, was not given there, or for people added',
  },
  'spot-sheet.notes-found_sex': { zh: '见到本人或证件后填写', en: 'from the person or the papers' },
  'spot-sheet.notes-found_birth_date': {
    zh: '按证件填写，如 2023-05-03；只知年月填 2023-05',
    en: 'from the papers, such as 2023-05-03; 2023-05 where only the month is known',
  },
  'spot-sheet.notes-found_marital': {
    zh: '成年人填写；有配偶但分不清初婚再婚的选“已婚”',
    en: 'of adults; 已婚 where married, first or again is not known',
  },
  'spot-sheet.notes-found_parity': {
    zh: '孩子填第几孩；育龄妇女填现有子女数',
    en: 'of a child: which child it is; of a woman of 15 to 49: her living children',
  },
  'spot-sheet.notes-found_method': {
    zh: '已婚育龄妇女填写；不愿回答留空',
    en: 'of married women of 15 to 49; blank where she would rather not say',
  },
  'spot-sheet.notes-visit_done': {
    zh: '本年度有人上门访视过填“是”',
    en: 'whether somebody called this year',
  },
  'spot-sheet.notes-certificate_seen': {
    zh: '见到出生证明、身份证、户口簿等证件填“是”',
    en: 'whether birth certificate, identity card or household booklet was shown',
  },
  'spot-sheet.notes-remark': {
    zh: '需要说明的情况；不写评价',
    en: 'what needs to be said; no judgement on people',
  },

  'spot-sheet.file-brief': { zh: '核对提示', en: 'brief' },
  'spot-sheet.brief-name': { zh: '核对提示', en: 'Cells to verify' },
  'spot-sheet.brief-title': {
    zh: '核对提示　{area}　抽样 {code}',
    en: 'Cells to verify – {area} – draw {code}',
  },
  'spot-sheet.brief-never': {
    zh: '这些单元格由台账核查选出，不是随机抽取：核对所得一律不计入抽样估计，也不填入入户核查表。',
    en: 'The audit chose these cells, not chance: what is verified here never enters an estimate, and never goes onto the sheets for the door.',
  },
  'spot-sheet.brief-how': {
    zh: '核查期间 {period}，共 {count} 处，按楼院、户编号排列。只核对记录，不评价人：看证件、问清楚、更正对应的单元格。一处问题涉及几条记录的，逐条列出。',
    en: 'Period {period}, {count} places, by building and household number. These are records to verify, not people to judge: look at the papers, ask, correct the cell. Where several records are concerned, each has a line.',
  },
  'spot-sheet.brief-footer': {
    zh: '核对提示　抽样 {code}　{area}　第 &P 页，共 &N 页',
    en: 'Cells to verify – draw {code} – {area} – page &P of &N',
  },
  'spot-sheet.brief-building': { zh: '楼院', en: 'Building' },
  'spot-sheet.brief-household': { zh: '户编号', en: 'Household no.' },
  'spot-sheet.brief-point': { zh: '数据点', en: 'Point' },
  'spot-sheet.brief-register': { zh: '登记册', en: 'Register' },
  'spot-sheet.brief-file': { zh: '文件', en: 'File' },
  'spot-sheet.brief-sheet': { zh: '工作表', en: 'Sheet' },
  'spot-sheet.brief-row': { zh: '行', en: 'Row' },
  'spot-sheet.brief-cells': { zh: '单元格', en: 'Cells' },
  'spot-sheet.brief-columns': { zh: '栏目', en: 'Columns' },
  'spot-sheet.brief-look': { zh: '核对什么', en: 'What to verify' },
  'spot-sheet.brief-whole-row': { zh: '整行', en: 'the row' },
  'spot-sheet.look-lone': {
    zh: '只有这一个数据点有记录：核实此事是否发生',
    en: 'This point alone has the event: verify whether it happened',
  },
  'spot-sheet.look-omitted': {
    zh: '另有数据点没有这条记录：核实此事和日期',
    en: 'Another point has no such record: verify the event and its date',
  },
  'spot-sheet.look-duplicated': {
    zh: '可能登记了两次：核实是一件还是两件',
    en: 'May be on record twice: verify whether it is one event or two',
  },
  'spot-sheet.look-mismatched': {
    zh: '各数据点所写不同：按证件核对',
    en: 'The points differ: verify by the papers',
  },
  'spot-sheet.look-two-cards': {
    zh: '两张户卡上都有：核实现住哪一户',
    en: 'On two cards: verify which household it is',
  },
  'spot-sheet.look-still-here': {
    zh: '核实此行是否仍应在户卡上',
    en: 'Verify whether this row still belongs on the card',
  },
  'spot-sheet.look-came-or-went': {
    zh: '与上期名册不同：核实何时、因何变动',
    en: 'Differs from the last register: verify when and why it changed',
  },
  'spot-sheet.look-dates': {
    zh: '按证件核对此行的日期和内容',
    en: 'Verify the dates and entries of this row by the papers',
  },
  'spot-sheet.look-written': { zh: '按证件核对这一格', en: 'Verify this cell by the papers' },
} as const satisfies Record<string, { zh: string; en: string }>;
