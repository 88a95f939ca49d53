/** What `--timings` lists. */
export const timingsMessages = {
  'timings.phase': { zh: '阶段', en: 'Phase' },
  'timings.wall': { zh: '用时（秒）', en: 'Time (s)' },
  'timings.cpu': { zh: '处理器（秒）', en: 'CPU (s)' },
  'timings.statements': { zh: '语句', en: 'Statements' },
  'timings.rows': { zh: '行数', en: 'Rows' },
  'timings.bytes': { zh: '字节', en: 'Bytes' },
  'timings.start': { zh: '启动', en: 'start' },
  'timings.open': { zh: '打开', en: 'open' },
  'timings.ingest': { zh: '读取', en: 'ingest' },
  'timings.match': { zh: '比对', en: 'match' },
  'timings.check': { zh: '检查', en: 'check' },
  'timings.measure': { zh: '测算', en: 'measure' },
  'timings.describe': { zh: '整理', en: 'describe' },
  'timings.write': { zh: '写出', en: 'write' },
  'timings.total': { zh: '合计', en: 'total' },
  'timings.beside': {
    zh: '比对、检查、测算同时进行，各自的用时和处理器时间互有重叠，相加不等于合计。',
    en: 'Matching, checking and measuring run side by side: their times overlap and do not add up to the total.',
  },
  'timings.memory': { zh: '内存最多 {size} MB。', en: 'At most {size} MB of memory.' },
} as const satisfies Record<string, { zh: string; en: string }>;
