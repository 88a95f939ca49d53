import { describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/model/result.js';
import { renderJson } from '../../src/report/json.js';
import { exampleResult } from './fixture.js';

const textOf = (result: AuditResult) => [...renderJson(result)].join('');

/** Keys in the order in which they are written. */
const CONTRACT = {
  top: 'schema tool run summary line errorRates indicators quality areas findings',
  run: 'asOf period lang masked complete population rules refused inputs notes',
  input: 'path sha256 sheet register point community encoding rows skippedRows notes',
  summary: 'error warning notice caused accepted byRule byCommunity',
  line: 'event community period points atOne atTwo atAll inLine unconfirmed total',
  quality: 'community point measure numerator denominator',
  area: 'area level parts persons',
  finding:
    'id rule severity community event point message suggestion params records missingFrom evidence causedBy',
  record: 'path sheet row register point columns headings cells values',
};

describe('renderJson', () => {
  const result = exampleResult('zh');
  const text = textOf(result);
  const parsed: AuditResult = JSON.parse(text);

  it('writes the keys of the contract in its order', () => {
    const keys = (value: object | undefined) => Object.keys(value ?? {}).join(' ');
    expect(keys(parsed)).toBe(CONTRACT.top);
    expect(keys(parsed.run)).toBe(CONTRACT.run);
    expect(keys(parsed.run.inputs[0])).toBe(CONTRACT.input);
    expect(keys(parsed.summary)).toBe(CONTRACT.summary);
    expect(keys(parsed.line[0])).toBe(CONTRACT.line);
    expect(keys(parsed.quality?.[0])).toBe(CONTRACT.quality);
    expect(keys(parsed.areas?.[0])).toBe(CONTRACT.area);
    expect(keys(parsed.findings.find(({ missingFrom }) => missingFrom))).toBe(CONTRACT.finding);
    expect(keys(parsed.findings[0]?.records[0])).toBe(CONTRACT.record);
  });

  it('writes every value, except the titles that are for people', () => {
    const rules = result.run.rules.map(({ title: _, ...rule }) => rule);
    expect(parsed).toEqual({ ...result, run: { ...result.run, rules } });
  });

  it('is what JSON.stringify with two spaces writes', () => {
    expect(text).toBe(`${JSON.stringify(parsed, null, 2)}\n`);
  });

  it('does not depend on the order in which keys were set', () => {
    const turned = Object.fromEntries(Object.entries(result).reverse()) as unknown as AuditResult;
    const findings = result.findings.map((one) => Object.fromEntries(Object.entries(one).reverse()));
    expect(textOf({ ...turned, findings: findings as unknown as AuditResult['findings'] })).toBe(text);
  });

  it('writes empty lists and the time where it is given', () => {
    const empty = textOf({
      ...result,
      line: [],
      findings: [],
      run: { ...result.run, startedAt: '2024-01-01T00:00:00Z' },
    });
    expect(JSON.parse(empty)).toMatchObject({
      line: [],
      findings: [],
      run: { startedAt: '2024-01-01T00:00:00Z' },
    });
  });
});
