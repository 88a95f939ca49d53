/** Sentences of `plumbline spot size`, and the name of the group. */
export const spotSizeMessages = {
  'spot.about': {
    zh: '抽样核查：样本量、抽样、核查表、评分',
    en: 'spot audits: sample size, draw, sheets to carry, score',
  },
  'spot-size.about': {
    zh: '样本量：要抽多少，错几个算不合格，判断失误的风险多大',
    en: 'how many to draw, how many wrong ones decide, and both risks of deciding wrongly',
  },
  'spot-size.plan-option': {
    zh: '方案：estimate 估计比例（默认）、attribute 属性抽样、lqas 批质量保证抽样、iso2859 国家标准 GB/T 2828.1',
    en: 'plan: estimate a share (default), attribute sampling, lqas, or iso2859 (GB/T 2828.1)',
  },
  'spot-size.population-option': {
    zh: '总体：户数、人数或记录数；iso2859 的批量',
    en: 'units there are: households, people or records; the lot of iso2859',
  },
  'spot-size.error-option': {
    zh: '允许误差，如 5%：estimate 为区间的一半，attribute 为可容忍的差错率（默认 5%）',
    en: 'tolerable error, such as 5%: half the interval for estimate, the rate of errors borne for attribute (default 5%)',
  },
  'spot-size.confidence-option': { zh: '置信度，如 95%（默认）', en: 'confidence, such as 95% (default)' },
  'spot-size.rate-option': {
    zh: '预计差错率，如 2%（estimate 默认 50%，即最大样本；attribute 默认 0）',
    en: 'expected rate of errors, such as 2% (estimate: 50%, the largest sample; attribute: 0)',
  },
  'spot-size.convention-option': {
    zh: '估计比例的公式：cochran（默认，向上取整）或 krejcie-morgan（四舍五入）',
    en: 'formula of estimate: cochran (default, rounded up) or krejcie-morgan (rounded)',
  },
  'spot-size.target-option': {
    zh: 'lqas：应当通过的正确率，如 95%',
    en: 'lqas: share of correct records that should pass, such as 95%',
  },
  'spot-size.lower-option': {
    zh: 'lqas：不应通过的正确率（默认比目标低 30 个百分点）',
    en: 'lqas: share of correct records that should not pass (default: 30 points below the target)',
  },
  'spot-size.sample-option': {
    zh: 'lqas：已定的样本量，如 19；不给则按两类风险求',
    en: 'lqas: a sample that is given, such as 19; else both risks decide',
  },
  'spot-size.alpha-option': {
    zh: 'lqas：把合格判为不合格的风险（默认 10%）',
    en: 'lqas: risk of failing a good area (default 10%)',
  },
  'spot-size.beta-option': {
    zh: 'lqas：把不合格判为合格的风险（默认 10%）',
    en: 'lqas: risk of passing a bad one (default 10%)',
  },
  'spot-size.aql-option': {
    zh: 'iso2859：接收质量限 AQL，每百单位不合格数，如 2.5',
    en: 'iso2859: acceptance quality limit in percent, such as 2.5',
  },
  'spot-size.level-option': {
    zh: 'iso2859：检验水平 I、II（默认）、III、S-1 至 S-4',
    en: 'iso2859: inspection level I, II (default), III, S-1 to S-4',
  },
  'spot-size.inspection-option': {
    zh: 'iso2859：normal 正常检验（默认）或 tightened 加严检验',
    en: 'iso2859: normal (default) or tightened inspection',
  },
  'spot-size.format-option': { zh: '格式：table（默认）或 json', en: 'format: table (default) or json' },
  'spot-size.bad-share': {
    zh: '{option} 的值“{value}”不对：请写成百分数（如 5%）或小数（如 0.05），大于 0、小于 100%。',
    en: '{option} cannot be “{value}”: write a percentage (5%) or a fraction (0.05), above 0 and below 100%.',
  },
  'spot-size.bad-count': {
    zh: '{option} 的值“{value}”不对：应为 {low} 以上的整数。',
    en: '{option} cannot be “{value}”: give a whole number from {low} on.',
  },
  'spot-size.needs': { zh: '方案 {plan} 需要 {option}。', en: 'The plan {plan} needs {option}.' },
  'spot-size.not-of-plan': {
    zh: '{option} 与方案 {plan} 无关。请去掉它，或换一个 --plan。',
    en: '{option} has no meaning for the plan {plan}. Leave it out, or choose another --plan.',
  },
  'spot-size.order': {
    zh: '--lower（{lower}）必须小于 --target（{target}）。',
    en: '--lower ({lower}) must be below --target ({target}).',
  },
  'spot-size.sample-above': {
    zh: '--sample（{sample}）大于 --population（{population}）。',
    en: '--sample ({sample}) is larger than --population ({population}).',
  },
  'spot-size.none': {
    zh: '没有这样的样本：预计差错率必须低于可容忍的差错率，应通过与不应通过的正确率在总体中至少要差一个单位。请放宽要求。',
    en: 'No sample shows this: the expected rate must be below the tolerable one, and target and lower limit must differ by a unit at least. Ask for less.',
  },
  'spot-size.title-estimate': { zh: '样本量：估计比例', en: 'Sample size: estimating a share' },
  'spot-size.title-attribute': { zh: '样本量：属性抽样', en: 'Sample size: attribute sampling' },
  'spot-size.title-lqas': { zh: '样本量：批质量保证抽样（LQAS）', en: 'Sample size: LQAS' },
  'spot-size.title-iso2859': {
    zh: '样本量：GB/T 2828.1–2012（ISO 2859-1）一次抽样',
    en: 'Sample size: ISO 2859-1 (GB/T 2828.1), single sampling',
  },
  'spot-size.population': { zh: '总体', en: 'units there are' },
  'spot-size.unlimited': { zh: '不计（很大）', en: 'not counted (very many)' },
  'spot-size.error': { zh: '允许误差', en: 'tolerable error' },
  'spot-size.tolerable': { zh: '可容忍的差错率', en: 'tolerable rate of errors' },
  'spot-size.confidence': { zh: '置信度', en: 'confidence' },
  'spot-size.rate': { zh: '预计差错率', en: 'expected rate of errors' },
  'spot-size.target': { zh: '应通过的正确率', en: 'correct, should pass' },
  'spot-size.lower': { zh: '不应通过的正确率', en: 'correct, should not pass' },
  'spot-size.aql': { zh: '接收质量限 AQL', en: 'AQL' },
  'spot-size.level': { zh: '检验水平', en: 'inspection level' },
  'spot-size.normal': { zh: '正常检验', en: 'normal inspection' },
  'spot-size.tightened': { zh: '加严检验', en: 'tightened inspection' },
  'spot-size.letter': { zh: '样本量字码', en: 'code letter' },
  'spot-size.arrow': { zh: '{lot}，按箭头用 {used}', en: '{lot}; by the arrow {used}' },
  'spot-size.convention': { zh: '依据', en: 'by' },
  'spot-size.convention-cochran': {
    zh: 'Cochran（1977）n₀ = z²p(1−p)/e²，有限总体校正 n₀/(1+(n₀−1)/N)，向上取整',
    en: 'Cochran (1977): n₀ = z²p(1−p)/e², corrected n₀/(1+(n₀−1)/N), rounded up',
  },
  'spot-size.convention-krejcie-morgan': {
    zh: 'Krejcie 与 Morgan（1970）χ²Np(1−p)/(e²(N−1)+χ²p(1−p))，四舍五入',
    en: 'Krejcie and Morgan (1970): χ²Np(1−p)/(e²(N−1)+χ²p(1−p)), rounded',
  },
  'spot-size.convention-binomial': { zh: '二项分布精确计算', en: 'exact binomial' },
  'spot-size.convention-hypergeometric': {
    zh: '超几何分布精确计算（有限总体）',
    en: 'exact hypergeometric (finite population)',
  },
  'spot-size.convention-lqas-table': {
    zh: 'LQAS 判定表（样本 12：PRISM；19：Valadez 等）',
    en: 'published LQAS table (12: PRISM; 19: Valadez and others)',
  },
  'spot-size.convention-least-risk': {
    zh: '两类风险之和最小（Grant 与 Leavenworth）',
    en: 'least sum of both risks (Grant and Leavenworth)',
  },
  'spot-size.convention-gb2828': {
    zh: '标准的主表，随箭头查',
    en: 'the master table of the standard, arrows followed',
  },
  'spot-size.uncorrected': { zh: '不作有限总体校正', en: 'without finite-population correction' },
  'spot-size.n': { zh: '抽取', en: 'draw' },
  'spot-size.decide': { zh: '判定', en: 'decide' },
  'spot-size.decision': {
    zh: '错 {accept} 个以内通过，{reject} 个以上不通过',
    en: 'pass with {accept} wrong or fewer, fail from {reject} on',
  },
  'spot-size.correct': { zh: '通过至少要有正确', en: 'correct at least, to pass' },
  'spot-size.reject-good': { zh: '误判不合格的风险', en: 'risk of failing a good one' },
  'spot-size.accept-bad': { zh: '误判合格的风险', en: 'risk of passing a bad one' },
  'spot-size.risk-at': { zh: '{risk}（实际差错率 {share} 时）', en: '{risk} (where {share} are wrong)' },
  'spot-size.double': { zh: '二次抽样', en: 'double sampling' },
  'spot-size.stage': {
    zh: '再抽 {n}：累计错 {c} 个以内通过，{reject} 个以上不通过',
    en: 'another {n}: pass with {c} wrong in all, fail from {reject} on',
  },
  'spot-size.first-stage': {
    zh: '先抽 {n}：错 {c} 个以内通过，{reject} 个以上不通过，其间再抽',
    en: 'first {n}: pass with {c} wrong or fewer, fail from {reject} on, between them draw again',
  },
  'spot-size.all': { zh: '全部检查', en: 'inspect them all' },
} as const satisfies Record<string, { zh: string; en: string }>;
