// The story report in real VS Code, by keyboard alone: a cell opens its passages, a passage its file, the page follows
// the article, and every theme can be read.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWindow, until } from './code-server.mts';
import { Person } from './person.mts';
import { Steps } from './steps.mts';

const ARTICLE = 'quake/valley-times.md';
/** Runs in the page. */
const UNREADABLE = `(${readFileSync(join(import.meta.dirname, 'unreadable.js'), 'utf8')})()`;
const THEMES = ['Default Light Modern', 'Default Dark Modern', 'Default High Contrast Light', 'Default High Contrast'];

const { page, newsroom, close } = await openWindow({ open: ARTICLE });
const article = join(newsroom, ARTICLE);
const editor = new Person(page);
const report = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
const cell = report.locator('td[data-outlet="Coastal Herald"] a', { hasText: 'conflicts' });
const passages = report.locator('.evidence.open');
const refused: string[] = [];
page.on('console', (message) => {
  if (/content security policy/i.test(message.text()) && message.location().url.includes('fake.html')) refused.push(message.text());
});

/** Presses `key` until what has the focus in the report is `wanted`. */
async function walk(key: string, wanted: RegExp): Promise<void> {
  const focused = (): Promise<string> => report.locator(':focus').first().innerText({ timeout: 1_000 }).catch(() => '');
  for (let presses = 0; presses < 60; presses++) {
    if (wanted.test(await focused())) return;
    await editor.press(key);
  }
  assert.fail(`${key} does not lead to ${wanted}, but to ${await focused()}`);
}

try {
  const steps = new Steps(page);

  await steps.step('the report of the article in front opens beside it', async () => {
    await editor.editor.locator('.squiggly-warning').first().waitFor();
    await editor.insist(async (timeout) => {
      await editor.command('presscheck: Show Story Report');
      await report.getByRole('heading', { name: 'Chile quake toll reaches 31' }).waitFor({ timeout });
    });
    await steps.picture('20 story report');
  });

  await steps.step('by keyboard, a cell opens both passages with what differs marked', async () => {
    await walk('Tab', /^\W+conflicts\s+13 people/);
    await editor.press('Enter');
    await passages.locator('.theirs mark', { hasText: '13 people' }).waitFor();
    assert.equal(await cell.getAttribute('aria-expanded'), 'true');
    await steps.picture('21 passages');
    await editor.press('ArrowLeft');
    await walk('ArrowLeft', /^\W+earlier value/);
    await walk('ArrowRight', /^\W+conflicts\s+13 people/);
    await editor.press('Escape');
    await passages.waitFor({ state: 'detached' });
    await walk('Tab', /^\W+conflicts\s+13 people/);
  });

  await steps.step('by keyboard, a passage opens in its file', async () => {
    await editor.press('Enter');
    await passages.waitFor();
    await walk('Tab', /^quake.coastal-herald\.md:10/);
    await editor.press('Enter');
    await editor.text(/killed\s13\speople/).waitFor();
    await editor.status(/Ln 10, Col \d+ \(\d+ selected\)/).waitFor();
  });

  await steps.step('the page follows the article and keeps open what is open', async () => {
    const text = readFileSync(article, 'utf8');
    await editor.insist(async (timeout) => {
      writeFileSync(article, text.replace('rose to 31', 'rose to 33'));
      await passages.locator('.ours mark', { hasText: '33' }).waitFor({ timeout });
    });
    assert.equal(await cell.getAttribute('aria-expanded'), 'true');
  });

  for (const theme of THEMES) {
    await steps.step(`all of it can be read in ${theme}`, async () => {
      const shown = (): Promise<string | null> => report.locator('body').getAttribute('data-vscode-theme-id');
      const before = await shown();
      await editor.settings(newsroom, { 'workbench.colorTheme': theme }, async (timeout) => {
        const changed = (now: string | null): boolean => now === theme || (now !== before && now !== null);
        await until('the theme', async () => (changed(await shown()) ? true : undefined), timeout);
      });
      const faint: unknown = await report.locator('body').evaluate(UNREADABLE);
      await steps.picture(`22 ${theme}`);
      assert.deepEqual(faint, []);
    });
  }

  await steps.step('the page asks for nothing that its policy refuses', async () => {
    await Promise.resolve();
    assert.deepEqual(refused, []);
  });

  steps.end();
} finally {
  await close();
}
