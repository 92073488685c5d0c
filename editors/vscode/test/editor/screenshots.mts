// The pictures of the README, taken in real VS Code on the stories of tests/newsroom: tests/run screenshots

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env, openWindow } from './code-server.mts';
import { Person } from './person.mts';
import { Steps } from './steps.mts';

const ARTICLE = 'fire/ledger-daily.md';
const media = join(import.meta.dirname, '../../media');

// What the tests expect of it is no part of the story.
const text = readFileSync(join(env('NEWSROOM'), ARTICLE), 'utf8').replaceAll(/<!-- expect .*-->\n/g, '');

const { page, newsroom, close } = await openWindow({ open: ARTICLE, files: { [ARTICLE]: text } });
const editor = new Person(page);
const conflict = page.locator('.part.sidebar .monaco-list-row', { hasText: '£2.4m against' }).first();
try {
  const steps = new Steps(page);

  await steps.step('a conflict, hovered over, beside the Coverage view', async () => {
    await editor.editor.locator('.squiggly-warning').first().waitFor();
    await editor.told('Nothing leaves your machine');
    await editor.command('Notifications: Clear All Notifications');
    await editor.insist(async (timeout) => {
      await editor.command('presscheck: Focus on Coverage View');
      await conflict.waitFor({ timeout });
    });
    await editor.command('View: Focus First Editor Group');
    await editor.cursorOn('£2.4m after', join(newsroom, ARTICLE));
    await editor.insist(async (timeout) => {
      await editor.command('Show or Focus Hover');
      await editor.hover.filter({ hasText: 'other outlets' }).waitFor({ timeout });
    });
    await page.screenshot({ path: join(media, 'screenshot.png') });
  });

  steps.end();
} finally {
  await close();
}
