/** Headings and code words that section 3 of the specification accepts; every file takes one of each. */

const list = (text: string): Record<string, string[]> =>
  Object.fromEntries(
    text
      .trim()
      .split('\n')
      .map((line) => {
        const [name = '', ...words] = line.trim().split(' ');
        return [name, words];
      }),
  );

const COMMON = `
community 社区 村居 居委会 所属社区
building 楼院 楼号 楼栋`;

export const HEADINGS: Readonly<Record<string, Record<string, string[]>>> = {
  births: list(`${COMMON}
child_name 婴儿姓名 新生儿姓名 子女姓名 孩子姓名
child_sex 婴儿性别 性别
child_id 婴儿身份证号 子女身份证号
birth_date 出生日期 出生年月日 出生时间
parity 孩次
mother_name 母亲姓名 妇女姓名 女方姓名
mother_id 母亲身份证号 妇女身份证号 女方身份证号
father_name 父亲姓名 丈夫姓名 男方姓名
father_id 父亲身份证号 丈夫身份证号 男方身份证号
basis 户籍性质 人口性质
certificate_no 出生医学证明编号 出生证号
birthplace 出生地点 接生单位 出生医院
policy 政策属性 政策内外
registration_date 登记日期 上报日期 填报日期`),
  marriages: list(`${COMMON}
husband_name 男方姓名 丈夫姓名
husband_id 男方身份证号 丈夫身份证号
husband_order 男方婚次
wife_name 女方姓名 妻子姓名
wife_id 女方身份证号 妻子身份证号
wife_order 女方婚次
marriage_date 结婚日期 结婚登记日期 领证日期
certificate_no 结婚证号 结婚证字号
registration_date 上报日期 填报日期`),
  contraception: list(`${COMMON}
woman_name 妇女姓名 姓名
woman_id 妇女身份证号 身份证号 公民身份号码
spouse_name 丈夫姓名 配偶姓名
spouse_id 丈夫身份证号 配偶身份证号
method 节育措施 避孕方法 手术名称 措施名称
service_date 手术日期 落实日期 服务日期
institution 手术单位 施术单位
children_count 现有子女数 子女数
registration_date 登记日期 上报日期`),
  migrants: list(`${COMMON}
direction 流向
name 姓名
sex 性别
id 身份证号 公民身份号码
birth_date 出生日期
marital_status 婚姻状况
home_place 户籍地 户籍所在地 流出地
current_place 现居住地 流入地 去向
start_date 流动日期
end_date 离开日期 返回日期 终止日期
certificate_no 婚育证明编号 婚育证明号
certificate_issued 发证日期
certificate_expires 有效期至
verified_date 查验日期 验证日期`),
  women: list(`${COMMON}
household_no 户编号 户卡编号 户编码
name 姓名 妇女姓名
id 身份证号
birth_date 出生日期
marital_status 婚姻状况
marriage_date 结婚日期 现婚日期
first_marriage_date 初婚日期
husband_name 丈夫姓名 配偶姓名
husband_id 丈夫身份证号
children_count 现有子女数 子女数
sons 男孩数
daughters 女孩数
last_birth_date 末次生育日期 末孩出生日期
method 避孕措施 节育措施 避孕方法
method_date 落实日期 措施日期
due_date 预产期
residence 居住状态
management_class 管理类别
employer 工作单位
employer_notice_date 最近通报日期
left_employer_date 离职日期
handover_date 移交日期`),
  households: list(`${COMMON}
household_no 户卡编号 户编号 户编码 户号
unit_room 门牌号 房号
head_name 户主姓名
name 姓名 成员姓名
relation 与户主关系
sex 性别
id 身份证号
birth_date 出生日期
marital_status 婚姻状况
residence 居住状态
card_date 填卡日期
death_date 死亡日期`),
  deaths: list(`${COMMON}
name 姓名
sex 性别
id 身份证号
birth_date 出生日期
death_date 死亡日期
registration_date 登记日期`),
  moves: list(`${COMMON}
direction 迁向
name 姓名
sex 性别
id 身份证号
move_date 迁移日期
from_place 迁出地
to_place 迁入地`),
  visits: list(`${COMMON}
woman_name 姓名 妇女姓名
woman_id 身份证号
service 服务项目
due_date 应访日期 应查日期
visit_date 访视日期 服务日期 检查日期
result 结果
signatures 签字数`),
  buildings: list(`${COMMON}
households 户数
persons 人数
married_women 已婚育龄妇女数`),
};

/**
 * The name of each register in file and sheet names. A name that holds a word of a point (户卡, 花名册) would decide the
 * point before the folder does, so only names without one stand here, save at the card.
 */
export const TITLES: Readonly<Record<string, readonly string[]>> = {
  births: ['出生登记', '出生名单'],
  marriages: ['婚姻登记', '结婚登记'],
  contraception: ['节育登记', '节育手术登记'],
  migrants: ['流动人口登记'],
  women: ['育龄妇女登记'],
  households: ['人口信息表'],
  deaths: ['死亡登记'],
  moves: ['迁移登记'],
  visits: ['访视登记', '随访登记'],
  buildings: ['楼院册'],
};

/** Accepted words by kind of code: the first stands in the world, each file writes one of them. */
const CODES: Readonly<Record<string, Record<string, string[]>>> = {
  sex: list('男 男 男性 M\n女 女 女性 F'),
  method: list(`iud 上环 放环 宫内节育器 放置宫内节育器
iud_removal 取环
female 女扎 女性绝育 输卵管结扎 女性结扎
male 男扎 男性绝育 输精管结扎 男性结扎
implant 皮埋 皮下埋植
pill 口服药 避孕药 服药
condom 避孕套 安全套
无 无 未避孕`),
  marital: list('未婚 未婚\n初婚 初婚\n再婚 再婚\n离婚 离婚 离异\n丧偶 丧偶'),
  policy: list('政策内 政策内 计划内 符合政策 合法\n政策外 政策外 计划外 不符合政策 违法'),
};

const KINDS: Readonly<Record<string, string>> = {
  sex: 'sex',
  child_sex: 'sex',
  method: 'method',
  marital_status: 'marital',
  policy: 'policy',
};

/** The words for one value of a column; the value itself where the specification knows no others. */
export const wordsFor = (column: string, value: string): readonly string[] =>
  CODES[KINDS[column] ?? '']?.[value] ?? [value];
