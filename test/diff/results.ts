import type { Finding } from '../../src/model/finding.js';
import type { AuditResult } from '../../src/model/result.js';
import { exampleResult } from '../report/fixture.js';

/** A finding of the invented district, known by its id alone. */
export function found(id: string, more: Partial<Finding> = {}): Finding {
  return {
    id,
    rule: 'birth/omitted',
    severity: 'error',
    community: '朝阳社区',
    message: `${id}。`,
    suggestion: '',
    params: {},
    records: [],
    evidence: {},
    causedBy: null,
    ...more,
  };
}

/** A result as of a date with these findings. */
export function resultOf(
  asOf: string,
  findings: Finding[],
  run: Partial<AuditResult['run']> = {},
): AuditResult {
  const example = exampleResult('zh');
  const rules = [...new Set([...findings.map(({ rule }) => rule), 'birth/omitted', 'death/omitted'])];
  return {
    ...example,
    run: {
      ...example.run,
      asOf,
      idKey: '0a1b2c3d',
      rules: rules.map((rule) => ({ rule, status: 'passed', count: 0 })),
      ...run,
    },
    areas: [],
    findings,
  };
}
