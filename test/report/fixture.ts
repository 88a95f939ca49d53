import type { CitedRecord, Finding } from '../../src/model/finding.js';
import type { InputReport } from '../../src/model/input.js';
import type { Lang } from '../../src/model/language.js';
import type { LineRow } from '../../src/model/measured.js';
import type { AuditResult } from '../../src/model/result.js';

/** A small invented district, as an audit would report it: one fault of most kinds. */
export function exampleResult(lang: Lang): AuditResult {
  const zh = lang === 'zh';
  const text = (chinese: string, english: string) => (zh ? chinese : english);
  const findings = exampleFindings(text);
  return {
    schema: 'plumbline.audit/1',
    tool: { name: 'plumbline', version: '0.1.0' },
    run: {
      asOf: '2023-12-31',
      period: '2023',
      lang,
      masked: true,
      complete: true,
      population: 'registered',
      rules: [
        { rule: 'birth/omitted', title: text('出生漏报', 'Birth omitted'), status: 'failed', count: 2 },
        {
          rule: 'birth/mismatched',
          title: text('出生登记不一致', 'Birth mismatched'),
          status: 'failed',
          count: 1,
        },
        {
          rule: 'identity/invalid-id',
          title: text('身份证号错误', 'Invalid ID'),
          status: 'failed',
          count: 1,
        },
        {
          rule: 'coverage/register-absent',
          title: text('缺登记册', 'Register absent'),
          status: 'failed',
          count: 1,
        },
        {
          rule: 'death/omitted',
          title: text('死亡漏报', 'Death omitted'),
          status: 'not-applicable',
          count: 0,
          reason: 'deaths',
        },
        { rule: 'birth/duplicated', title: text('出生重报', 'Birth duplicated'), status: 'passed', count: 0 },
      ],
      refused: [],
      inputs: exampleInputs(),
      notes: [{ code: 'files-passed-over', count: 2 }],
    },
    summary: {
      error: 3,
      warning: 2,
      notice: 0,
      caused: 2,
      accepted: 0,
      byRule: {
        'birth/omitted': 2,
        'birth/mismatched': 1,
        'identity/invalid-id': 1,
        'coverage/register-absent': 1,
      },
      byCommunity: { 朝阳社区: 4, 红旗社区: 1 },
    },
    line: [
      lineRow('birth', '朝阳社区', 12, 10, 1),
      lineRow('birth', '红旗社区', 1234, 1234, 0),
      lineRow('enrolment', '红旗社区', 1688, 1688, 0),
    ],
    errorRates: [],
    indicators: [],
    quality: [
      { community: '朝阳社区', point: 'ledger', measure: 'handed_in_rate', numerator: 96, denominator: 108 },
    ],
    areas: [
      { area: '朝阳社区', level: 'community', parts: [], persons: 412 },
      { area: '云溪区', level: 'district', parts: ['朝阳社区', '红旗社区'] },
    ],
    findings,
  };
}

function exampleInputs(): InputReport[] {
  const input = (
    path: string,
    register: string,
    point: string,
    community?: string,
    sheet?: string,
  ): InputReport => ({
    path,
    sha256: 'ab'.repeat(32),
    ...(sheet ? { sheet } : {}),
    register,
    point,
    ...(community ? { community } : {}),
    encoding: path.endsWith('.csv') ? 'GB18030' : 'UTF-8',
    rows: { total: 40, read: 37, skipped: 3, refused: 0 },
    skippedRows: [
      { row: 1, reason: 'title' },
      { row: 2, reason: 'header' },
      { row: 40, reason: 'total' },
    ],
    notes: sheet ? [{ code: 'hidden-rows', count: 2 }] : [],
  });
  return [
    input('户卡/朝阳社区.xlsx', 'households', 'card', '朝阳社区', '家庭户卡'),
    input('台账/朝阳社区.xlsx', 'births', 'ledger', '朝阳社区', '出生登记'),
    input('台账/红旗社区.xlsx', 'births', 'ledger', '红旗社区', '出生登记'),
    input('信息系统/出生登记.csv', 'births', 'system'),
    input('医院/医院出生名单.csv', 'births', 'hospital'),
  ];
}

function lineRow(
  event: string,
  community: string,
  total: number,
  inLine: number,
  unconfirmed: number,
): LineRow {
  return {
    event,
    community,
    period: '2023',
    points: {
      card: { claims: total, covered: true },
      ledger: { claims: inLine, covered: true },
      system: { claims: event === 'birth' ? total : 0, covered: event === 'birth' },
    },
    atOne: 0,
    atTwo: total - inLine,
    atAll: inLine,
    inLine,
    unconfirmed,
    total,
  };
}

type Text = (chinese: string, english: string) => string;

/** A record cited; cells are given as `column heading cell value`. */
export function place(
  path: string,
  sheet: string,
  row: number,
  point: string,
  cells: string[] = [],
): CitedRecord {
  const parts = cells.map((cell) => cell.split(' '));
  return {
    path,
    ...(sheet ? { sheet } : {}),
    row,
    register: 'births',
    point,
    columns: parts.map(([column = '']) => column),
    headings: parts.map(([, heading = '']) => heading),
    cells: parts.map(([, , cell = '']) => `${cell}${row}`),
    values: Object.fromEntries(parts.map(([column = '', , , value]) => [column, value ?? null])),
  };
}

export function finding(id: string, rule: string, fields: Partial<Finding>): Finding {
  return {
    id,
    rule,
    severity: 'error',
    community: '朝阳社区',
    message: rule,
    suggestion: '',
    params: {},
    records: [],
    evidence: {},
    causedBy: null,
    ...fields,
  };
}

function exampleFindings(text: Text): Finding[] {
  const ledger = (row: number, cells: string[] = []) =>
    place('台账/朝阳社区.xlsx', '出生登记', row, 'ledger', cells);
  const system = (row: number, cells: string[] = []) =>
    place('信息系统/出生登记.csv', '', row, 'system', cells);
  const omitted = {
    event: 'birth',
    point: 'ledger',
    suggestion: text(
      '与户卡和医院名单核对，确认后在台账补登。',
      'Check against card and hospital, then enter it in the ledger.',
    ),
  };
  const missing = [
    {
      point: 'ledger',
      register: 'births',
      community: '朝阳社区',
      path: '台账/朝阳社区.xlsx',
      sheet: '出生登记',
      row: 40,
    },
  ];
  return [
    finding('01', 'birth/mismatched', {
      event: 'birth',
      message: text(
        '王* 的出生在两处不一致：出生日期月日颠倒。',
        'The birth of 王* differs in two places: month and day are swapped.',
      ),
      suggestion: text(
        '查出生医学证明，改正写错的一处。',
        'Look at the birth certificate and mend the wrong one.',
      ),
      records: [
        ledger(7, ['birth_date 出生日期 E 2023-05-03', 'parity 孩次 F']),
        system(12, ['birth_date 出生日期 E 2023-03-05', 'parity 孩次 F 1']),
      ],
    }),
    finding('02', 'birth/omitted', {
      ...omitted,
      message: text(
        '信息系统有 李* 2023-08-11 的出生，台账没有。',
        'The system has a birth of 李* on 2023-08-11, the ledger has not.',
      ),
      records: [system(31)],
      missingFrom: missing,
    }),
    finding('03', 'birth/omitted', {
      ...omitted,
      severity: 'warning',
      unconfirmed: true,
      message: text(
        '只有信息系统登记了 欧* 2023-09-01 的出生。',
        'The system alone has a birth of 欧* on 2023-09-01.',
      ),
      records: [system(33)],
      missingFrom: missing,
    }),
    finding('04', 'identity/invalid-id', {
      message: text(
        '身份证号 230191************ 的校验码不对。',
        'The check digit of the ID 230191************ is wrong.',
      ),
      suggestion: text('对照户口簿改正。', 'Mend it by the household booklet.'),
      building: '3号楼',
      records: [place('户卡/朝阳社区.xlsx', '家庭户卡', 52, 'card', ['id 身份证号 G 230191************'])],
    }),
    finding('05', 'enrolment/mismatched', { message: 'follows', causedBy: '01', records: [ledger(9)] }),
    finding('06', 'line/counts-differ', { message: 'follows', causedBy: '05', records: [ledger(9)] }),
    finding('07', 'coverage/register-absent', {
      severity: 'warning',
      community: '红旗社区',
      count: 12,
      message: text('红旗社区没有交户卡。', 'Hongqi handed in no cards.'),
      suggestion: text('请该社区补交。', 'Ask the community for it.'),
      missingFrom: [{ point: 'card', register: 'households', community: '红旗社区' }],
    }),
  ];
}
