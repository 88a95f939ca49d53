import { HEADINGS } from './headings.js';

/** Sentences of `plumbline diff`, of `plumbline check --baseline`, and about registers of people compared with last month's. */
export const diffMessages = {
  'diff.about': {
    zh: '比较两次核对结果：新增、已整改、未整改、反复，整改率和逾期',
    en: 'compare two results: new, resolved, remaining and returned findings, rectification and overdue ones',
  },
  'diff.old': { zh: '先前的 JSON 结果', en: 'the earlier JSON result' },
  'diff.new': { zh: '后来的 JSON 结果', en: 'the later JSON result' },
  'diff.history-option': {
    zh: '更早的 JSON 结果，用来看反复和首次发现的日期（可重复）',
    en: 'still earlier JSON result, by which returned findings and first dates are known (repeatable)',
  },
  'diff.overdue-option': {
    zh: '发现后超过这些天未整改的算逾期；认可到期的也算',
    en: 'findings open for more days than this are overdue, and those whose acceptance has run out',
  },
  'diff.format-option': {
    zh: '格式：table（默认）、json、csv、md',
    en: 'format: table (default), json, csv, md',
  },
  'diff.fail-on-option': {
    zh: '有此级别及以上的新增、反复或逾期问题时退出码为 1：error（默认）、warning、notice、none',
    en: 'exit with 1 on new, returned or overdue findings of this severity or above: error (default), warning, notice, none',
  },
  'diff.baseline-option': {
    zh: '只看这份 JSON 结果以后的新问题；已知的只计数',
    en: 'show only what is new since this JSON result; what it knows is counted',
  },
  'diff.bad-days': {
    zh: '--overdue “{value}”不对，请写天数，例如 --overdue 30。',
    en: '--overdue "{value}" is not understood; write a number of days, for example --overdue 30.',
  },
  'diff.other-key': {
    zh: '两份结果的问题编号用的密钥不同（配置 fingerprint_key），同一问题编号也不同，无法比较。请用同一份配置重新核对其中一次。',
    en: 'The ids of the two results were made with different keys (fingerprint_key in the configuration), so the same finding has two ids. Audit one of them again with the same configuration.',
  },
  'diff.wrong-order': {
    zh: '先前的结果截至 {old}，比后来的 {now} 还晚。请把两份文件的次序调换。',
    en: 'The earlier result is as of {old}, after the later one ({now}). Give the files in the other order.',
  },
  'diff.title': { zh: '问题整改情况', en: 'Findings followed' },
  'diff.span': { zh: '{old} → {now}', en: '{old} → {now}' },
  'diff.more-history': { zh: '另参照更早的 {count} 份结果', en: 'earlier results besides: {count}' },
  'diff.sentence': {
    zh: '原有 {old} 项：已整改 {resolved}，未整改 {remaining}，整改率 {rate}。',
    en: 'Of {old} findings {resolved} are resolved and {remaining} remain: rectification {rate}.',
  },
  'diff.sentence-now': {
    zh: '新增 {new} 项，反复 {returned} 项，随起因整改而显露 {uncovered} 项。',
    en: 'New: {new}, returned: {returned}, uncovered since their cause is gone: {uncovered}.',
  },
  'diff.sentence-aside': {
    zh: '不计入整改率：已认可 {accepted} 项，这次没有核对到 {unchecked} 项。',
    en: 'Not in the rate: accepted {accepted}, not checked this time {unchecked}.',
  },
  'diff.sentence-overdue': {
    zh: '逾期未整改（超过 {days} 天，或认可到期）{count} 项。',
    en: 'Overdue (open for more than {days} days, or past their acceptance): {count}.',
  },
  'diff.by-area': { zh: '各地区', en: 'By area' },
  'diff.by-rule': { zh: '各类问题', en: 'By rule' },
  'diff.itself': { zh: '{area}（本级）', en: '{area} itself' },
  'diff.area': HEADINGS.area,
  'diff.count-old': { zh: '原有', en: 'before' },
  'diff.resolved': { zh: '已整改', en: 'resolved' },
  'diff.remaining': { zh: '未整改', en: 'remaining' },
  'diff.new-ones': { zh: '新增', en: 'new' },
  'diff.returned': { zh: '反复', en: 'returned' },
  'diff.uncovered': { zh: '显露', en: 'uncovered' },
  'diff.accepted': { zh: '已认可', en: 'accepted' },
  'diff.unchecked': { zh: '未核对', en: 'not checked' },
  'diff.overdue': { zh: '逾期', en: 'overdue' },
  'diff.rectification': { zh: '整改率', en: 'rectified' },
  'diff.rank': HEADINGS.rank,
  'diff.change': { zh: '变化', en: 'change' },
  'diff.first-seen': { zh: '首次发现', en: 'first seen' },
  'diff.days': { zh: '天数', en: 'days' },
  'diff.few-legend': {
    zh: '* 不足 20 项，仅供参考，不排名；n/a 表示没有可整改的问题。',
    en: '* fewer than 20 findings: for information, not ranked; n/a: nothing to resolve.',
  },
  'diff.list-new': { zh: '新增的问题', en: 'New findings' },
  'diff.list-returned': { zh: '反复的问题', en: 'Returned findings' },
  'diff.list-resolved': { zh: '已整改的问题', en: 'Resolved findings' },
  'diff.list-remaining': { zh: '未整改的问题', en: 'Remaining findings' },
  'diff.list-overdue': { zh: '逾期未整改的问题', en: 'Overdue findings' },
  'diff.more': {
    zh: '……共 {count} 项，全部见 --format csv 或 json。',
    en: '… {count} in all; see --format csv or json.',
  },
  'diff.since': { zh: '{since} 首次发现，已 {days} 天', en: 'first seen {since}, {days} days ago' },
  'diff.nothing': { zh: '两份结果都没有问题。', en: 'Neither result holds a finding.' },
  'report.note-diff-version': {
    zh: '两次所用版本不同，规则可能有变化',
    en: 'Different versions of the program: rules may have changed',
  },
  'report.note-diff-period': {
    zh: '两次核对的期间不同，只属于前一期间的问题不算已整改',
    en: 'Different periods: what belongs to the earlier one alone is not taken for resolved',
  },
  'report.note-diff-population': { zh: '两次的人口口径不同', en: 'Different bases of population' },
  'report.note-diff-masked': {
    zh: '一份隐去姓名，一份完整显示，不要外传',
    en: 'One result is masked and one is not: pass it on to nobody',
  },
  'report.note-diff-incomplete': {
    zh: '核对不完整的结果（有文件读不了），其中的问题可能只是没有查到',
    en: 'Incomplete result (files could not be read): findings may only be out of sight',
  },
  'report.note-diff-key-unknown': {
    zh: '旧版结果没有记下编号密钥，如用过不同的 fingerprint_key，比较不可信',
    en: 'A result of an earlier version does not say which key made its ids: with different keys the comparison means nothing',
  },
  'report.note-diff-unchecked': {
    zh: '这次没有核对的问题（缺登记册、缺社区或不在期间内），不算已整改',
    en: 'Findings that were not checked this time (register, community or period absent): not taken for resolved',
  },
  'report.note-baseline-known': {
    zh: '以前已查出的问题，不再列出',
    en: 'Known from the baseline and not listed again',
  },

  'roster.previous-option': {
    zh: '与上月的户卡和育龄妇女登记比较，查无故增减（漏档漏管、移交；可重复）',
    en: "compare cards and women registers with last month's: who left or joined without a reason (repeatable)",
  },
  'roster.none': {
    zh: '{paths} 里没有户卡，也没有育龄妇女登记，无法与上月比较。请用 --previous 指定上月资料所在的文件夹。',
    en: '{paths} holds neither household cards nor women registers: nothing to compare with. Name the folder of last month’s ledgers with --previous.',
  },
  'roster.title': { zh: '与上月名册比较', en: "Compared with last month's registers" },
  'roster.before': { zh: '上月', en: 'before' },
  'roster.after': { zh: '本月', en: 'after' },
  'roster.left': { zh: '有据减', en: 'left' },
  'roster.vanished': { zh: '无故减', en: 'vanished' },
  'roster.joined': { zh: '有据增', en: 'joined' },
  'roster.unexplained': { zh: '无故增', en: 'appeared' },
  'roster.rest': {
    zh: '其余 {count} 本名册没有无故增减。',
    en: 'In the other {count} registers nobody vanished or appeared.',
  },
  'roster.read': {
    zh: '上月资料到 {asOf}：{tables} 张表，{rows} 行；{since} 以来的事件可以说明增减。',
    en: 'Last month’s registers reach {asOf}: {tables} tables, {rows} rows; events since {since} may explain a change.',
  },
  'roster.reasons': { zh: '有据增减：{reasons}', en: 'Explained: {reasons}' },
  'roster.reason-death': { zh: '死亡', en: 'death' },
  'roster.reason-birth': { zh: '出生', en: 'birth' },
  'roster.reason-move': { zh: '迁移', en: 'move' },
  'roster.reason-stay': { zh: '流动', en: 'stay' },
  'roster.reason-marriage': { zh: '结婚', en: 'marriage' },
  'roster.reason-age': { zh: '到龄', en: 'age' },
  'roster.reason-handover': { zh: '移交', en: 'hand-over' },
  'report.note-roster-not-now': {
    zh: '上月有、本月没有交的名册，未比较',
    en: 'Registers of people handed in last month and not now: not compared',
  },
  'report.note-roster-not-before': {
    zh: '本月有、上月没有交的名册，未比较',
    en: 'Registers of people handed in now and not last month: not compared',
  },
} as const satisfies Record<string, { zh: string; en: string }>;
