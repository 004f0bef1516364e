import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { renderHtml } from '../../lib/report/html/page';
import { findBrowser, HOW_TO_INSTALL } from '../report/browser/find-browser';
import {
  CUT_OFF,
  FOCUS_IS_VISIBLE,
  LOW_CONTRAST,
  NOT_SHOWN,
  SHOWN_PARAGRAPHS,
  SIDEWAYS,
} from '../report/browser/page-probes';
import { paragraphsWith, SAMPLE_REPORT } from '../report/browser/sample-report';

const HTML = renderHtml(SAMPLE_REPORT);
const PARAGRAPHS = SAMPLE_REPORT.verdict.environments[0]?.safeguards.filter(
  ({ profile }) => profile === 'current',
).length;
const executablePath = findBrowser();

if (executablePath === undefined) {
  // Nothing was proved: a build must say so by failing; whoever has no browser is told how to come by one.
  it(`has its report looked at by a browser: NOT RUN. ${HOW_TO_INSTALL}`, () => {
    console.warn(HOW_TO_INSTALL);
    expect(process.env.CI).not.toBe('true');
  });
} else {
  describe('the report in a browser', () => {
    let browser: Browser;
    let directory: string;
    let page: Page;
    let complaints: string[];
    let requests: string[];

    beforeAll(async () => {
      directory = mkdtempSync(path.join(tmpdir(), 'report-browser-'));
      browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    });
    afterAll(async () => {
      await browser.close();
      rmSync(directory, { recursive: true });
    });
    afterEach(() => page.context().close());

    /** Opens a page, and listens to everything that it asks for and complains of. */
    async function open(options: BrowserContextOptions = {}, html = HTML): Promise<void> {
      const file = path.join(directory, 'report.html');
      writeFileSync(file, html);
      page = await (await browser.newContext(options)).newPage();
      complaints = [];
      requests = [];
      page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => requests.push(request.url()));
      await page.goto(pathToFileURL(file).href);
    }

    it('asks the network for nothing, and complains of nothing', async () => {
      await open();
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(requests).toEqual([page.url()]);
      expect(complaints).toEqual([]);
      expect(await page.title()).toBe('HIPAA baseline report, 2026-11-21: FAIL');
    });

    it('runs no script and loads no image that somebody else put into it', async () => {
      const foreign = `<script>document.title='run'</script><img src="http://127.0.0.1:9/x" onerror="document.title='run'">`;
      await open({}, HTML.replace('<main ', `${foreign}<main `));
      expect(await page.title()).toBe('HIPAA baseline report, 2026-11-21: FAIL');
      expect(
        complaints.filter((text) => text.includes('Content Security Policy')).length,
      ).toBeGreaterThanOrEqual(2);
    });

    it('shows all of it without a script, and no control that would not work', async () => {
      await open({ javaScriptEnabled: false });
      expect(await page.evaluate(NOT_SHOWN)).toEqual([]);
      expect(await page.locator('#filters').isVisible()).toBe(false);
      expect(await page.evaluate<string[]>(SHOWN_PARAGRAPHS)).toHaveLength(PARAGRAPHS ?? 0);
    });

    it('folds evidence where there is a script, and opens it on paper', async () => {
      await open();
      expect(await page.evaluate<string[]>(NOT_SHOWN)).not.toEqual([]);
      await page.emulateMedia({ media: 'print' });
      expect(await page.evaluate(NOT_SHOWN)).toEqual([]);
      await page.emulateMedia({ media: 'screen' });
      expect(await page.locator('details[open]').count()).toBe(0);
      await page.getByRole('button', { name: 'Open all evidence' }).click();
      expect(await page.evaluate(NOT_SHOWN)).toEqual([]);
    });

    it.each([
      ['light', 'screen'],
      ['dark', 'screen'],
      ['light', 'print'],
      ['dark', 'print'],
    ] as const)('has a contrast of 4.5 : 1 at least for every text, %s on %s', async (colorScheme, media) => {
      await open({ colorScheme, javaScriptEnabled: false });
      await page.emulateMedia({ media, colorScheme });
      const { texts, low } = await page.evaluate<{ texts: number; low: string[] }>(LOW_CONTRAST);
      expect(texts).toBeGreaterThan(1000);
      expect(low).toEqual([]);
    });

    it('is dark where dark is wanted, and never on paper', async () => {
      const background = 'getComputedStyle(document.body).backgroundColor';
      await open({ colorScheme: 'light' });
      const light = await page.evaluate(background);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await page.evaluate(background)).not.toBe(light);
      await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
      expect(await page.evaluate(background)).toBe(light);
    });

    it.each([320, 360, 768, 1280])('needs no scrolling sideways at %i pixels', async (width) => {
      await open({ viewport: { width, height: 800 }, javaScriptEnabled: false });
      expect(await page.evaluate(SIDEWAYS)).toBe(0);
      expect(await page.evaluate(CUT_OFF)).toEqual([]);
    });

    it('cuts nothing off on paper', async () => {
      // The width between the margins of A4 and of Letter, in pixels.
      for (const width of [680, 703]) {
        await open({ viewport: { width, height: 1000 } });
        await page.emulateMedia({ media: 'print' });
        expect(await page.evaluate(CUT_OFF)).toEqual([]);
        if (width === 680) await page.context().close();
      }
      const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThan(10);
    });

    it('filters by keyboard alone, says how many are left, and shows what has the focus', async () => {
      await open();
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.className')).toBe('skip');
      expect(await page.evaluate(FOCUS_IS_VISIBLE)).toBe(true);
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('main');
      await tabTo('status');
      await page.keyboard.type('gap');
      const gaps = paragraphsWith('gap');
      expect(gaps.length).toBeGreaterThan(5);
      expect(await page.evaluate(SHOWN_PARAGRAPHS)).toEqual(gaps);
      expect(await page.locator('#shown').textContent()).toBe(
        `${gaps.length} of ${PARAGRAPHS} safeguards shown`,
      );
      await tabTo('environment');
      await page.keyboard.type('production');
      const inProduction = paragraphsWith('gap', 'production');
      expect(inProduction).not.toEqual(gaps);
      expect(await page.evaluate(SHOWN_PARAGRAPHS)).toEqual(inProduction);
      expect(
        await page.locator('#safeguards').getByText('In sandbox').filter({ visible: true }).count(),
      ).toBe(0);
      await tabTo('reset', 'type');
      await page.keyboard.press('Enter');
      await page.waitForFunction(
        `document.getElementById('shown').textContent.startsWith('${PARAGRAPHS} of')`,
      );
      expect(await page.evaluate<string[]>(SHOWN_PARAGRAPHS)).toHaveLength(PARAGRAPHS ?? 0);
    });

    it('filters by section, and hides the headings of what is left out', async () => {
      await open();
      await page.getByRole('combobox', { name: 'Standard' }).selectOption('164.312');
      const shown = await page.evaluate<string[]>(SHOWN_PARAGRAPHS);
      expect(shown).toHaveLength(PARAGRAPHS_OF_312);
      expect(shown.every((paragraph) => paragraph.startsWith('164.312('))).toBe(true);
      expect(await page.locator('#safeguards h3').filter({ visible: true }).allTextContents()).toEqual([
        '164.312 Technical safeguards',
      ]);
    });

    it('says on paper that something is filtered away, and only then', async () => {
      await open();
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('#shown').isVisible()).toBe(false);
      await page.emulateMedia({ media: 'screen' });
      await page.getByRole('combobox', { name: 'Status' }).selectOption('gap');
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('#shown').isVisible()).toBe(true);
    });

    it('follows a link to a row that is filtered away', async () => {
      await open();
      await page.getByRole('combobox', { name: 'Standard' }).selectOption('164.316');
      await page.evaluate(`location.hash = '#current-164.312-b'`);
      await page.waitForFunction(`document.getElementById('current-164.312-b').checkVisibility()`);
      expect(await page.locator('[id="current-164.312-b"] details').getAttribute('open')).toBe('');
      expect(await page.getByRole('combobox', { name: 'Standard' }).inputValue()).toBe('');
    });

    it.each([360, 1280])('tells its structure to those who do not see it, at %i pixels', async (width) => {
      await open({ viewport: { width, height: 800 } });
      const nodes = await accessibilityTree();
      const named = (role: string) => nodes.filter((node) => node.role === role).map(({ name }) => name);
      for (const landmark of ['banner', 'main', 'contentinfo']) expect(named(landmark)).toHaveLength(1);
      expect(named('navigation')).toEqual(['Contents']);
      expect(named('form')).toEqual(['Filter the safeguards']);
      expect(named('region')).toEqual(
        expect.arrayContaining(['The answer', 'Open violations', 'Exceptions']),
      );
      expect(named('combobox')).toEqual(['Status', 'Standard', 'Environment']);
      expect(named('status')).toHaveLength(1);
      expect(named('columnheader')).toEqual(
        expect.arrayContaining(['Safeguard', 'Status', 'Owner', 'Holds until']),
      );
      expect(named('rowheader').length).toBeGreaterThan(PARAGRAPHS ?? 0);
      expect(named('table').every((name) => name !== '')).toBe(true);
      expect(
        nodes.filter(({ role, name }) => ['link', 'button', 'combobox'].includes(role) && name === ''),
      ).toEqual([]);
    });

    it('heads its parts in order, and leaves no level out', async () => {
      await open();
      const levels = await page.evaluate<number[]>(
        `[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) => Number(tagName[1]))`,
      );
      expect(levels.filter((level) => level === 1)).toEqual([1]);
      expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    });

    const PARAGRAPHS_OF_312 =
      SAMPLE_REPORT.verdict.environments[0]?.safeguards.filter(
        ({ profile, citation }) => profile === 'current' && citation.startsWith('164.312('),
      ).length ?? 0;

    /** Goes on with the Tab key until a control has the focus; every stop on the way must show it. */
    async function tabTo(value: string, attribute = 'name'): Promise<void> {
      for (let stops = 0; stops < 40; stops += 1) {
        await page.keyboard.press('Tab');
        expect(await page.evaluate(FOCUS_IS_VISIBLE)).toBe(true);
        if ((await page.evaluate(`document.activeElement.getAttribute('${attribute}')`)) === value) return;
      }
      throw new Error(`no control with ${attribute}=${value} was reached by keyboard`);
    }

    /** What the browser tells assistive technology. */
    async function accessibilityTree(): Promise<readonly { readonly role: string; readonly name: string }[]> {
      const session = await page.context().newCDPSession(page);
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      return nodes
        .filter(({ ignored }) => !ignored)
        .map(({ role, name }) => ({ role: String(role?.value ?? ''), name: String(name?.value ?? '') }));
    }
  });
}
