/** Sentences of `plumbline accept` and about accepted findings. */
export const acceptedMessages = {
  'accepted.about': {
    zh: '认可问题：说明理由后不再计入，另行统计，到期恢复',
    en: 'accept findings: with a reason they are counted apart, and come back when their time is over',
  },
  'accepted.findings': { zh: '问题编号（JSON 报告中的 id）', en: 'ids of findings (from the JSON report)' },
  'accepted.reason-option': {
    zh: '理由（必填；--from 清单时默认用备注）',
    en: 'why (required; with --from a workbook its remarks are)',
  },
  'accepted.until-option': {
    zh: '有效期至 YYYY-MM-DD；过期后问题重新计入',
    en: 'accepted until YYYY-MM-DD; afterwards the finding counts again',
  },
  'accepted.by-option': { zh: '由谁决定', en: 'who decided' },
  'accepted.rule-option': {
    zh: '认可这些规则的全部问题，如 pattern 或 "*/omitted"（连同 --community）',
    en: 'accept all findings of these rules, such as pattern or "*/omitted" (together with --community)',
  },
  'accepted.community-option': { zh: '只认可该社区的', en: 'those of this community only' },
  'accepted.from-option': {
    zh: '从这份 JSON 报告中取问题，或认可问题清单（xlsx）中选了“不需改”的（否则先核对 --folder 的资料）',
    en: 'take the findings from this JSON report, or accept what a workbook (xlsx) marks as "no need" (else --folder is audited)',
  },
  'accepted.folder-option': {
    zh: '资料所在的文件夹（默认：当前文件夹）',
    en: 'folder of the ledgers (default: the working folder)',
  },
  'accepted.period-option': {
    zh: '核对期间（没有 --from 时）',
    en: 'audited period (where there is no --from)',
  },
  'accepted.nothing-marked': {
    zh: '{path} 中没有在“已改正”一栏选“不需改”的问题，什么也没有写入。',
    en: '{path} has no finding that is marked "no need"; nothing was written.',
  },
  'accepted.no-reason': {
    zh: '没有写理由。请加 --reason “理由”；从填好的问题清单（xlsx）认可时，备注就是理由。',
    en: 'There is no reason: add --reason "why". When a workbook (xlsx) is read, its remarks are the reasons.',
  },
  'accepted.nothing': {
    zh: '没有说明认可哪些问题。请写出问题编号，或用 --rule 和 --community 选择。',
    en: 'Nothing was named. Give ids of findings, or choose with --rule and --community.',
  },
  'accepted.bad-id': {
    zh: '“{id}”不是问题编号。编号是 16 位十六进制数，见 JSON 报告的 id。',
    en: '“{id}” is no id of a finding. Ids are 16 hexadecimal digits; see id in the JSON report.',
  },
  'accepted.unknown-id': {
    zh: '“{path}”中没有编号为 {id} 的问题，什么也没有认可。请核对编号；如果是另一次核对的结果，用 --from 指明，或写上当时的 --period。',
    en: '"{path}" has no finding {id}; nothing was accepted. Check the id; if it is of another result, name that with --from, or its --period.',
  },
  'accepted.none': {
    zh: '没有符合 --rule、--community 的问题，什么也没有写入。',
    en: 'No finding matches --rule and --community; nothing was written.',
  },
  'accepted.unreadable': {
    zh: '{path} 无法读取（{code}）。请检查读取权限。',
    en: '{path} cannot be read ({code}). Check that you may read it.',
  },
  'accepted.broken': {
    zh: '{path} 的内容不对（{detail}）。请恢复原样，或删去它后用 plumbline accept 重新认可。',
    en: '{path} is not as it should be ({detail}). Restore it, or delete it and accept anew with plumbline accept.',
  },
  'accepted.done': {
    zh: '已认可 {count} 项，写入 {path}（共 {total} 项）。',
    en: 'Accepted {count}, written to {path} ({total} in all).',
  },
  'report.accepted': {
    zh: '另有已认可的 {count} 项，不计入：{rules}',
    en: 'Accepted and not counted: {count}. {rules}',
  },
  'report.note-accepted-stale': {
    zh: '已认可、但已查不到的问题（可从认可文件中删去）',
    en: 'Accepted findings that are found no longer (delete them from the file)',
  },
  'report.note-accepted-expired': {
    zh: '认可已到期、重新计入的问题',
    en: 'Accepted findings whose time is over: they count again',
  },
} as const satisfies Record<string, { zh: string; en: string }>;
