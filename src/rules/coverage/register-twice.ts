import type { Rule } from '../rule.js';

/** A file or sheet that repeats the rows of another was set aside before matching. */
export const registerTwice: Rule = {
  name: 'coverage/register-twice',
  severity: 'error',
  reads: 'registers',
  silentWithout: ['copies'],
  title: { zh: '同一登记交了两份', en: 'Register handed in twice' },
  why: {
    zh: '副本或备份里的记录与原件相同；如果两份都算，每件事都成了重报。核对时已把这一份搁置不计。',
    en: 'A copy repeats what the original says; counted twice, every event would be a duplicate. It was set aside.',
  },
  remedy: {
    zh: '确认哪一份是最新的，只保留一份，另一份移出本文件夹。',
    en: 'Find out which one is current and move the other out of the folder.',
  },
  message: {
    zh: '{copy} 与 {original} 的记录相同，已搁置不计。',
    en: '{copy} repeats the records of {original}; it was set aside.',
  },
  select: () => `
    WITH pairs AS (
      SELECT c.source, c.record, c.original_record, s.community,
        CONCAT(s.point, '|', s.register, '|', COALESCE(s.community, '')) AS identity,
        CONCAT(s.path, CASE WHEN s.sheet IS NULL THEN '' ELSE CONCAT(' › ', s.sheet) END) AS copy,
        CONCAT(o.path, CASE WHEN o.sheet IS NULL THEN '' ELSE CONCAT(' › ', o.sheet) END) AS original
      FROM copies c JOIN sources s ON s.source = c.source JOIN sources o ON o.source = c.original
    )
    SELECT CAST(source AS STRING) AS finding, 0 AS ordinal, record, '' AS columns, COALESCE(community, '') AS community,
      copy, original, identity FROM pairs
    UNION ALL
    SELECT CAST(source AS STRING), 1, original_record, '', COALESCE(community, ''), copy, original, identity FROM pairs`,
};
