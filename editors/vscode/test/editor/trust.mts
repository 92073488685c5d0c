// A folder that nobody trusts yet, and that names a server of its own: real VS Code in restricted mode.

import { openWindow } from './code-server.mts';
import { Person } from './person.mts';
import { Steps } from './steps.mts';

const { page, close } = await openWindow({
  open: 'valley-times/ferry.md',
  asksForTrust: true,
  files: { '.vscode/settings.json': '{ "presscheck.server.path": "/no/such/presscheck" }' },
});
const reporter = new Person(page);
const underlines = reporter.editor.locator('.squiggly-error, .squiggly-warning, .squiggly-info');

try {
  const steps = new Steps(page);

  await steps.step('a folder that is not trusted is checked, by our own server', async () => {
    await reporter.status('Restricted Mode').waitFor();
    await underlines.first().waitFor();
  });

  await steps.step('nothing is fetched for it', async () => {
    const widget = page.locator('.quick-input-widget');
    await reporter.insist(async (timeout) => {
      await reporter.command('presscheck: Add Folder or Feed to Corpus…');
      await widget.locator('.monaco-list-row', { hasText: 'Feed on the Web…' }).first().click({ timeout });
      await widget.filter({ hasText: 'Address of a feed' }).locator('input:visible').first().fill('https://post.example', { timeout });
      await reporter.press('Enter');
      await widget.waitFor({ state: 'hidden', timeout });
    });
    await reporter.told('in a folder that is not trusted nothing is fetched');
    await reporter.command('Notifications: Clear All Notifications');
  });

  await steps.step('once it is trusted its own server is run, and what is wrong with that is said', async () => {
    await reporter.insist(async (timeout) => {
      await reporter.command('Workspaces: Manage Workspace Trust');
      await page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).click({ timeout });
    });
    await reporter.told('/no/such/presscheck was not found');
  });

  steps.end();
} finally {
  await close();
}
