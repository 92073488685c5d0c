// What a person does at the keyboard of VS Code, and sees.
//
// On a busy machine a key may come while a menu still closes, and is lost. A person who sees nothing happen does
// it again; so does this one, with more patience each time.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { PATIENCE } from './code-server.mts';

/** Something done that ends with waiting, up to `timeout` milliseconds, for the sign that it had its effect. */
export type Deed = (timeout: number) => Promise<void>;

export class Person {
  /** The article in front. */
  readonly editor: Locator;
  readonly hover: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.editor = page.locator('.editor-instance .monaco-editor').first();
    this.hover = page.locator('.monaco-hover:visible');
  }

  /** Does it until it has its effect; what a vain attempt left open is closed before the next one. */
  async insist(deed: Deed): Promise<void> {
    const end = Date.now() + PATIENCE;
    for (let timeout = 3_000; ; timeout *= 1.5) {
      try {
        await deed(timeout);
        return;
      } catch (error) {
        if (Date.now() > end) throw error;
      }
      await this.page.keyboard.press('Escape');
    }
  }

  /** The message in which the editor says `text`: what was overlooked is in the list of notifications. */
  async told(text: string): Promise<Locator> {
    const message = this.page.locator('.notification-list-item', { hasText: text }).first();
    await this.insist(async (timeout) => {
      await message.waitFor({ timeout }).catch(() => this.command('Notifications: Show Notifications'));
      await message.waitFor({ timeout });
    });
    return message;
  }

  /** Writes the settings of a folder, and again should the editor not notice. */
  async settings(folder: string, values: object, noticed: Deed): Promise<void> {
    mkdirSync(join(folder, '.vscode'), { recursive: true });
    let text = JSON.stringify(values);
    await this.insist(async (timeout) => {
      writeFileSync(join(folder, '.vscode/settings.json'), text);
      text += '\n';
      await noticed(timeout);
    });
  }

  press(keys: string): Promise<void> {
    return this.page.keyboard.press(keys);
  }

  /** Runs a command from the palette. */
  command(title: string): Promise<void> {
    return this.pick('F1', `>${title}`, title);
  }

  /** Puts the cursor at the start of some words of `file`, the article in front as it is saved. */
  async cursorOn(words: string, file: string): Promise<void> {
    const lines = readFileSync(file, 'utf8').split('\n');
    const row = lines.findIndex((line) => line.includes(words));
    const before = lines[row]?.split(words)[0];
    assert(before !== undefined, `not in the article: ${words}`);
    // The editor counts an emoji as one column.
    const [line, column] = [row + 1, [...before].length + 1];
    await this.insist(async (timeout) => {
      await this.pick('Control+g', `:${line}:${column}`, `Go to line ${line}, column ${column}.`);
      await this.status(new RegExp(`Ln ${line}, Col ${column}\\b`)).waitFor({ timeout });
      await this.page.locator('.editor-instance .monaco-editor.focused').waitFor({ timeout });
    });
  }

  /** What the status bar says. */
  status(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item', { hasText: text }).first();
  }

  /** The text in front, once it shows `words`. Its spaces are non-breaking ones, and a row may end anywhere. */
  text(words: RegExp): Locator {
    return this.editor.locator('.view-lines', { hasText: words });
  }

  /** Takes the row `label` from the list that `keys` opens, once `text` brought that row to the top. */
  private pick(keys: string, text: string, label: string): Promise<void> {
    const widget = this.page.locator('.quick-input-widget');
    return this.insist(async (timeout) => {
      await this.press(keys);
      await widget.locator('input:visible').first().fill(text, { timeout });
      const row = widget.locator(`.monaco-list-row.focused[aria-label^="${label}"]`);
      await row.waitFor({ timeout });
      await this.press('Enter');
      // Not the list itself: a command may open the next one before anybody sees this one gone.
      await row.waitFor({ state: 'hidden', timeout });
    });
  }
}
