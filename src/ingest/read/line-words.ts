/** How lines that are no people are worded; cells are compared without white space, in half-width forms. */

export const NUMBER = /^[-+]?(?:[\d,]+(?:\.\d*)?|\.\d+)[%‰]?$/;
export const COUNT = /^[-+]?\d[\d,]*(?:\.\d*)?[\p{Script=Han}%‰]{0,3}$/u;
export const PHONE = /^1\d{10}$|^0\d{2,3}-?\d{7,8}$/;
export const DATE =
  /^[一二三四五六七八九十]{1,2}月份?$|^[〇○零一二三四五六七八九]{4}年|^\d{4}[-/.年]\d{1,2}|^\d{0,4}年\d{0,2}月\d{0,2}日?$|^(?:19|20)\d{6}$/;
export const PAGE_NUMBER = /^[-—]+\d+[-—]+$|^[-—]*(?:第\d+页|共\d+页|\d+[页/]\d*页?|page\d+)/i;
/** `填表人：张某`: some words, a colon, and perhaps what they ask for. */
export const LABEL = /^[(【[*※★]*(?!其中)[\p{L}()、/·.-]{1,16}:/u;
/** What lines of signatures and reporting begin with where they have no colon. */
export const SIGNATURE =
  /^[(【[*※★]*\p{Script=Han}{0,6}?(?:负责|填表|填报|填写|制表|造表|制单|报表|审核|审批|审查|复核|核对|校对|核实|经办|经手|统计|上报|报送|报出|登记|录入|录制|联系|编制|采集|调查|整理|提供|打印|导出|抄送|验收|签收)(?:人|员|者|单位|部门|机关|日期|时间|电话|领导|意见)/u;
/** Offices of those who sign, where they stand alone before the name. */
export const OFFICE =
  /^[(【[*※★]*\p{Script=Han}{0,8}?(?:专干|网格[员长]|主任|书记|[站所村组科股]长|干部|领导|负责人|统计员|协管员|会计|文书|社工|专员|委员)$/u;
/** 统计李某, 审核张某: the name in the cell of the word. */
export const SIGNED =
  /^(?:填表|填报|制表|造表|制单|审核|审批|审查|复核|核对|校对|经办|经手|统计|录入|主管|分管)\p{Script=Han}{2,4}$/u;
/** What is asked of whoever signs. */
export const ASKED = /^(?:联系|填报|报送|签字)?(?:电话|手机|座机|传真|日期|时间|职务)/;
export const SEAL = /签字|签名|签章|盖章|公章/;
/** Such a word in a cell of its own, the note beside it. */
export const NOTE_ALONE = /^(?:注|备注|附注|说明|填表说明|填报说明|注意|注意事项)$/;
/** Words that only notes begin with. */
export const NOTE =
  /^[(【[*※]*(?:注|备注|说明|填表|填报|附注|附件|附表|负责人|审核|复核|核对|校对|制表|经办|统计员|签字|签名|签章|盖章|公章|联系|报出|报送|日期|时间|打印|以上|以下|此表|本表|续[上表]|接[上下]|转下|过次|承[上前]|此页)/;
export const PLACE_NAME = /(?:社区|村|街道|委员会|办事处|楼|栋|院|组)$/;
/** What ends the names of places, tables and months, and no name of a person. */
export const NO_NAME =
  /\d|^[*※]|^\p{Script=Han}{7,}$|(?:社区|村|街道|委员会|办事处|楼|栋|院|组|表|册|页|月|月份|人口|正文|空白|结束|登记|盖章|签字)[)）~]*$|^(?:空白|完毕|结束|同上|以下|以上|end)$/iu;
/** 无, 本月无, 2023年5月无死亡, 暂无, 无此情况, 零报告. */
export const NOTHING =
  /^(?:[\p{Script=Han}\d]{0,12}(?:[月季年期日周旬村]|季度|年度|社区|单位|辖区|街道))?(?:[均暂尚]?(?:无|没有|未发生)\p{Script=Han}{0,10}|[零0](?:报告|申报))$|^[零0]报?$|^空白?$|^(?:nodata|nil)$/iu;
