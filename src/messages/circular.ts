import { HEADINGS } from './headings.js';

/** Sentences of the circular and the rectification notices. */
export const circularMessages = {
  'circular.title': {
    zh: '关于{period}人口统计台账核查情况的通报',
    en: 'Circular on the audit of population ledgers, {period}',
  },
  'circular.office': { zh: '（发文单位）', en: '(issuing office)' },
  'circular.number': { zh: '（文号）', en: '(number)' },
  'circular.date': { zh: '　　　　年　　月　　日', en: '(date)' },
  'circular.deadline': { zh: '　　　　年　　月　　日', en: '__________' },
  'circular.to': { zh: '各社区：', en: 'To all communities:' },
  'circular.basis': { zh: '一、核查依据', en: '1. Basis' },
  'circular.basis-text': {
    zh: '按照统计法关于统计资料真实、准确、完整、及时的要求，对户卡、台账、信息系统进行“三点一线”核对：同一件事应在各处各登记一次，内容一致。核对由 Plumbline {version} 完成，同样的资料得到同样的结果。',
    en: 'Statistics are to be true, exact, complete and on time. Cards, ledgers and the information system were held against each other: each event is to be recorded once at every point, with the same values. Done with Plumbline {version}; the same files give the same result.',
  },
  'circular.scope': { zh: '二、核查范围', en: '2. Scope' },
  'circular.scope-text': {
    zh: '核查期间为 {period}，截止日期 {asOf}。共 {communities} 个社区，资料 {files} 份，登记 {rows} 行。',
    en: 'Period {period}, as of {asOf}: {communities} communities, {files} files, {rows} rows.',
  },
  'circular.incomplete': {
    zh: '有 {count} 份资料读不了，没有核查；本通报不完整。',
    en: '{count} files could not be read and were left out: this circular is not complete.',
  },
  'circular.results': { zh: '三、核查结果', en: '3. Results' },
  'circular.results-text': {
    zh: '共发现问题 {findings} 项（错误 {errors}、警告 {warnings}、提示 {notices}），及其引起的 {caused} 项，后者随前者改正而消除。',
    en: 'Findings: {findings} (errors {errors}, warnings {warnings}, notices {notices}), and {caused} that follow from them and go with them.',
  },
  'circular.kinds': { zh: '四、问题类型', en: '4. Kinds of findings' },
  'circular.correct': { zh: '五、整改要求', en: '5. What is to be done' },
  'circular.correct-text': {
    zh: '各社区按所附整改通知逐条核对原始凭证，在{deadline}前改正并报回结果。只改记录，不得为求一致编造记录；查实无误的，注明情况。',
    en: 'Every community checks its findings against the original documents by the attached notice, corrects them and reports back by {deadline}. Correct records only; never invent one to make numbers agree. What proves right is to be reported as right.',
  },
  'circular.suppressed': {
    zh: '本件按社区列出的数字，少于 5 的记作“<5”，为免由合计推算而不列的记作“—”，以免认出个人。',
    en: 'Numbers below 5 are printed as “<5”, and those that would give them away as “—”, so that nobody can be recognised.',
  },
  'circular.few': { zh: '<5', en: '<5' },
  'circular.withheld': { zh: '—', en: '—' },
  'circular.events': { zh: '应有事件', en: 'events' },
  'circular.broken': { zh: '断线事件', en: 'out of line' },
  'circular.findings': { zh: '问题', en: 'findings' },
  'circular.sign-receiver': { zh: '社区签收：', en: 'Received by the community:' },
  'circular.sign-date': { zh: '日期：', en: 'Date:' },
  'circular.notice-title': { zh: '整改通知', en: 'Rectification notice' },
  'circular.notice-to': { zh: '{community}：', en: 'To {community}:' },
  'circular.notice-text': {
    zh: '在{period}人口统计台账核查中，你社区有下列问题，请在{deadline}前改正。涉及哪份资料、哪一行，见随附的问题清单。',
    en: 'The audit of {period} found the following in your community; correct it by {deadline}. The list of findings that comes with this notice says which file and row.',
  },
  'circular.notice-text-area': {
    zh: '在{period}人口统计台账核查中，{area}的汇总数据有下列问题，请在{deadline}前改正。涉及哪份资料、哪一行，见随附的问题清单。',
    en: 'The audit of {period} found the following in the figures of {area}; correct it by {deadline}. The list of findings that comes with this notice says which file and row.',
  },
  'circular.notice-count': { zh: '问题共 {count} 项：', en: 'Findings: {count}' },
  'circular.notice-attached': {
    zh: '附件：问题清单（电子表格，不得外传）',
    en: 'Attached: the list of findings (a workbook; not to be passed on)',
  },
  'circular.as-listed': {
    zh: '按问题清单逐条核对原始凭证后改正。',
    en: 'Check each against the original documents by the list.',
  },
  'circular.head': { zh: '{office}文件', en: '{office}' },
  'circular.attached-notices': {
    zh: '附件：1. 整改通知（{count} 份）',
    en: 'Attached: 1. rectification notices ({count})',
  },
  'circular.attached-list': {
    zh: '　　　2. 问题清单（电子表格，分送各社区）',
    en: '2. lists of findings (workbooks, to each community its own)',
  },
  'circular.brief-title': {
    zh: '{period}人口统计台账核查简报',
    en: 'Audit of population ledgers in brief, {period}',
  },
  'circular.brief-line': {
    zh: '户卡、台账、信息系统应一致的事件 {total} 件，一致的 {inLine} 件，占 {share} %。',
    en: 'Of {total} events that cards, ledgers and system should share, {inLine} are in line: {share} %.',
  },
  'circular.brief-found': {
    zh: '发现问题 {findings} 项，及其引起的 {caused} 项。最多的是：{kinds}。',
    en: 'Findings: {findings}, and {caused} that follow from them. Most often: {kinds}.',
  },
  'circular.brief-next': {
    zh: '整改通知已分送有关单位，{deadline}前改正并报回。少于 5 的数字记作“<5”，为免由合计推算而不列的记作“—”。',
    en: 'Notices went to those concerned, who correct and report back by {deadline}. Numbers below 5 are printed as “<5”, and those that would give them away as “—”.',
  },
  'circular.file-circular': { zh: '通报', en: 'circular' },
  'circular.file-brief': { zh: '简报', en: 'brief' },
  'circular.bad-template': {
    zh: '配置文件 office.template 所指的文件不是 Word 文档（.docx），或已损坏。请另存为 .docx 后再试。',
    en: 'The file of office.template is no Word document (.docx), or is damaged. Save it as .docx and try again.',
  },
  'circular.no-template': {
    zh: '找不到配置文件 office.template 所指的文件 {path}。请检查文件名。',
    en: 'There is no file {path}, which office.template names. Check its name.',
  },
  'circular.kind': HEADINGS.kind,
  'circular.todo': { zh: '怎么改', en: 'what to do' },
  'circular.count': HEADINGS.count,
  'circular.nobody': { zh: '本件不列个人姓名和证件号码。', en: 'No person is named here.' },
  'circular.rest': { zh: '其他（每类少于 5 项）：{names}', en: 'Others (fewer than 5 each): {names}' },
} as const satisfies Record<string, { zh: string; en: string }>;
