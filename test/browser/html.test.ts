import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Lang } from '../../src/model/language.js';
import type { AuditResult } from '../../src/model/result.js';
import { renderHtml } from '../../src/report/html/page.js';
import { exampleResult, finding, place } from '../report/fixture.js';
import { HOSTILE, hostileResult } from '../report/hostile.js';

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'].concat([
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]);
const MANY = 250;

let folder = '';
let browser: Browser;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-test-browser-'));
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  browser = await chromium.launch({ executablePath, args: FLAGS });
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Findings enough for several pages of the table. */
function manyFindings(lang: Lang): AuditResult {
  const findings = Array.from({ length: MANY }, (_, at) =>
    finding(`f${at}`, at % 2 === 0 ? 'birth/omitted' : 'identity/invalid-id', {
      severity: at % 5 === 0 ? 'warning' : 'error',
      community: at % 3 === 0 ? '红旗社区' : '朝阳社区',
      message: `finding number ${String(at).padStart(4, '0')}`,
      suggestion: 'mend it',
      records: [place('台账/朝阳社区.xlsx', '出生登记', at + 2, 'ledger')],
    }),
  );
  return { ...exampleResult(lang), findings };
}

interface Opened {
  page: Page;
  /** What went wrong in the page, and every request but that for the page itself. */
  faults: string[];
}

async function open(result: AuditResult, bypassCSP = false): Promise<Opened> {
  const path = join(folder, 'report.html');
  await writeFile(path, [...renderHtml(result)].join(''));
  const page = await browser.newPage({ bypassCSP });
  const faults: string[] = [];
  page.on('console', (message) => faults.push(`${message.type()} ${message.text()}`));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('dialog', (dialog) => {
    faults.push(dialog.message());
    dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== encodeURI(`file://${path}`)) faults.push(request.url());
  });
  await page.goto(`file://${path}`);
  return { page, faults };
}

const rows = (page: Page) => page.locator('#rows tr').count();
const first = (page: Page) => page.locator('#rows tr').first().innerText();

describe.each(['zh', 'en'] as const)('the page in %s', (lang) => {
  it('filters, sorts, searches and turns pages without an error or a request', async () => {
    const { page, faults } = await open(manyFindings(lang));
    const words = lang === 'zh' ? /^共 250 项，符合 (\d+) 项/ : /^(\d+) of 250/;
    const state = async () => Number(words.exec(await page.locator('#state').innerText())?.[1]);
    expect([await state(), await rows(page)]).toEqual([250, 100]);
    await page.click('#next');
    expect(await first(page)).toContain('number 0100');
    await page.selectOption('#severity', '1');
    expect([await state(), await rows(page)]).toEqual([50, 50]);
    await page.selectOption('#community', { label: '红旗社区' });
    expect(await state()).toBe(17);
    await page.fill('#search', 'NUMBER 0015');
    expect([await state(), await rows(page)]).toEqual([1, 1]);
    await page.click('button[type=reset]');
    await page.waitForFunction(() => document.querySelectorAll('#rows tr').length === 100);
    const heading = page.locator('#findings th[data-column="4"]');
    await heading.getByRole('button').click();
    expect(await first(page)).toContain('number 0000');
    await heading.getByRole('button').press('Enter');
    expect(await first(page)).toContain('number 0249');
    expect(await heading.getAttribute('aria-sort')).toBe('descending');
    expect(faults).toEqual([]);
    await page.close();
  });

  it('has nothing that a screen reader or a keyboard cannot use, in light and dark', async () => {
    const { page, faults } = await open(exampleResult(lang), true);
    await page.evaluate(axe.source);
    for (let time = 0; time < 2; time++) {
      const found = await page.evaluate(
        'axe.run().then(({ violations }) => violations.map(({ id, impact, nodes }) => ({ id, impact, at: nodes[0].html })))',
      );
      expect(found).toEqual([]);
      await page.click('#theme');
    }
    expect(await page.locator('html').getAttribute('lang')).toBe(lang === 'zh' ? 'zh-CN' : 'en');
    expect(faults).toEqual([]);
    await page.close();
  });
});

describe('the page', () => {
  it('has the first findings, its contents and what they are filtered by on the first screen', async () => {
    const { page } = await open(manyFindings('zh'));
    await page.setViewportSize({ width: 1280, height: 800 });
    const bottom = async (selector: string) => {
      const box = await page.locator(selector).first().boundingBox();
      return (box?.y ?? Number.NaN) + (box?.height ?? Number.NaN);
    };
    for (const part of ['nav', '.numbers', '#filters', '#rows tr:nth-child(3)'])
      expect([part, (await bottom(part)) < 800]).toEqual([part, true]);
    for (const link of await page.locator('nav a').all())
      expect(await page.locator((await link.getAttribute('href')) ?? '').count()).toBe(1);
    await page.close();
  });

  it('lists faults, each with what follows from it and the number that accept takes', async () => {
    const { page } = await open(exampleResult('zh'));
    expect(await rows(page)).toBe(5);
    expect(await page.locator('#state').innerText()).toContain('共 5 项');
    await page.fill('#search', '01');
    const fault = page.locator('#rows tr').first();
    expect(await fault.locator('details').first().locator('div').count()).toBe(2);
    expect(await fault.locator('.id').innerText()).toContain('01');
    await page.close();
  });

  it('shows only what must be mended, or one file, where asked', async () => {
    const { page } = await open(exampleResult('zh'));
    await page.check('#must');
    expect(await rows(page)).toBe(4);
    expect(await page.locator('#rows').innerText()).not.toContain('【待核】');
    await page.selectOption('#file', { label: '户卡/朝阳社区.xlsx' });
    expect(await rows(page)).toBe(1);
    await page.close();
  });

  it('makes a card of each finding on a phone, no wider than the screen', async () => {
    const { page } = await open(exampleResult('zh'));
    await page.setViewportSize({ width: 390, height: 844 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    expect(
      await page
        .locator('#rows tr')
        .first()
        .evaluate((row) => getComputedStyle(row).display),
    ).toBe('block');
    await page.close();
  });

  it('prints all places of a finding and repeats the headings', async () => {
    const { page } = await open(exampleResult('zh'));
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const text = await page.locator('#findings').innerText();
    for (const { records, missingFrom = [] } of exampleResult('zh').findings)
      for (const { path = '' } of [...records, ...missingFrom]) expect(text).toContain(path);
    expect(await page.locator('#rows details:not([open])').count()).toBe(0);
    const heading = page.locator('#findings th[data-title]').first();
    expect(await heading.evaluate((th) => getComputedStyle(th, '::before').content)).toContain('级别');
    await page.close();
  });

  it('prints every finding and none of its controls', async () => {
    const { page, faults } = await open(manyFindings('zh'));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#filters').isVisible()).toBe(false);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await rows(page)).toBe(MANY);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await rows(page)).toBe(100);
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('shows text that means harm as text', async () => {
    const { page, faults } = await open(hostileResult());
    expect(await rows(page)).toBe(HOSTILE.length);
    expect(await page.locator('#rows script, #rows img, #rows a').count()).toBe(0);
    expect(await page.locator('#rows').innerText()).toContain('<script>alert(1)</script>');
    expect(faults).toEqual([]);
    await page.close();
  });

  it('lets no other script run and nothing be fetched', async () => {
    const { page } = await open(exampleResult('zh'));
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
      const fetched = await fetch('data:text/plain,x').then(
        () => true,
        () => false,
      );
      return [(window as unknown as { ran?: boolean }).ran ?? false, fetched];
    });
    expect(ran).toEqual([false, false]);
    await page.close();
  });
});
