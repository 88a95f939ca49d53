/**
 * What a result of 20,000 findings costs: the workbook against the library's own streaming writer on the same cells, and
 * a search in the page. Run: node scripts/bench-reports.mjs [FINDINGS]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import exceljs from 'exceljs';
import { chromium } from 'playwright-core';
import { load } from './load.mjs';

const { render } = await load('report/reporters');
const { writeWorkbook } = await load('workbook/workbook');

const FINDINGS = Number(process.argv[2] ?? 20_000);
const OPTIONS = { width: 80, color: false, exitCode: 1, failOn: 'error', office: {} };
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'].concat([
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]);
const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-reports-'));

function finding(at) {
  const community = `第${at % 40}社区`;
  const record = {
    path: `台账/${community}.xlsx`,
    sheet: '出生登记',
    row: at + 2,
    register: 'births',
    point: 'ledger',
  };
  return {
    id: at.toString(16).padStart(16, '0'),
    rule: 'birth/mismatched',
    severity: at % 7 === 0 ? 'warning' : 'error',
    community,
    message: `2023-05-${String((at % 28) + 1).padStart(2, '0')} 的出生（母亲 王*），各处登记不一致：台账“出生日期”与信息系统不同（${at}）。`,
    suggestion: '查看原始凭证，把填错的那一处改正。',
    params: {},
    records: [
      { ...record, columns: ['birth_date'], headings: ['出生日期'], cells: [`E${at + 2}`], values: {} },
    ],
    evidence: {},
    causedBy: null,
  };
}

function result() {
  const findings = Array.from({ length: FINDINGS }, (_, at) => finding(at));
  const run = {
    asOf: '2023-12-31',
    period: '2023',
    lang: 'zh',
    masked: true,
    complete: true,
    population: 'registered',
  };
  return {
    schema: 'plumbline.audit/1',
    tool: { name: 'plumbline', version: '0.0.0' },
    run: { ...run, rules: [], refused: [], inputs: [], notes: [] },
    summary: { error: FINDINGS, warning: 0, notice: 0, accepted: 0, byRule: {}, byCommunity: {} },
    line: [],
    errorRates: [],
    indicators: [],
    findings,
  };
}

async function timed(work) {
  const start = performance.now();
  await work();
  return Math.round(performance.now() - start);
}

async function ours(audit) {
  const { sheets } = await render('xlsx', audit, OPTIONS);
  await writeWorkbook(join(folder, 'ours.xlsx'), sheets);
}

/** The same cells with the library alone, a column style where we style cells. */
async function theirs(audit) {
  const { sheets } = await render('xlsx', audit, OPTIONS);
  const writer = new exceljs.stream.xlsx.WorkbookWriter({
    filename: join(folder, 'theirs.xlsx'),
    useStyles: true,
  });
  for (const { name, columns = [], head = [], rows = [] } of sheets) {
    const sheet = writer.addWorksheet(name);
    sheet.columns = columns.map(({ width }) => ({ width, style: { alignment: { wrapText: true } } }));
    for (const { cells } of [...head, ...rows]) sheet.addRow(cells).commit();
    sheet.commit();
  }
  await writer.commit();
}

async function search(audit) {
  const { chunks } = await render('html', audit, OPTIONS);
  const path = join(folder, 'page.html');
  writeFileSync(path, [...chunks].join(''));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: FLAGS,
  });
  const page = await browser.newPage();
  const load = await timed(() => page.goto(`file://${path}`));
  const times = await page.evaluate(() =>
    ['王', '第7社区', '19999', ''].map((word) => {
      const field = document.getElementById('search');
      field.value = word;
      const start = performance.now();
      field.dispatchEvent(new Event('input'));
      document.body.getBoundingClientRect();
      return Math.round(performance.now() - start);
    }),
  );
  await browser.close();
  return { load, times };
}

try {
  const audit = result();
  await ours(result());
  await theirs(result());
  const own = await timed(() => ours(audit));
  const library = await timed(() => theirs(audit));
  console.log(
    `${FINDINGS} findings: workbook ${own} ms, library alone ${library} ms, ratio ${(own / library).toFixed(2)}`,
  );
  const { load, times } = await search(audit);
  console.log(`page: load ${load} ms, searches ${times.join(', ')} ms`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
