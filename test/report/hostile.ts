import type { AuditResult } from '../../src/model/result.js';
import { exampleResult, finding, place } from './fixture.js';

/** What a ledger may hold to harm who reads the report: formulas, markup, terminal escapes, reordered text. */
export const HOSTILE = [
  '=HYPERLINK("http://evil.example","点我")',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '+1-1',
  '-2+3',
  '＝1+1',
  '\t=1+1',
  '<script>alert(1)</script><img src=x onerror=alert(2)>',
  ']]></script><!--',
  '\u001b[31m红\u001b[0m\u0007\u009b2J',
  '王\u202e芳\u2066李\u2069\u200b',
  '"; DROP TABLE births; --',
  '| 表 | [x](javascript:alert(3)) `code`',
  "'!A1\u0000\ufffe\ud800",
];

/** The example with such text wherever text comes from the data. */
export function hostileResult(): AuditResult {
  const example = exampleResult('zh');
  const findings = HOSTILE.map((text, at) =>
    finding(`bad${at}`, 'birth/omitted', {
      community: text,
      building: text,
      message: text,
      suggestion: text,
      params: { name: text },
      evidence: { raw: text },
      records: [
        {
          ...place(text, text, 7, text, [`child_name 姓名 C x`]),
          values: { child_name: text },
          headings: [text],
        },
      ],
      missingFrom: [{ point: text, register: text, community: text }],
    }),
  );
  const line = example.line.map((row, at) => ({ ...row, community: HOSTILE[at] ?? '' }));
  return { ...example, findings, line };
}
