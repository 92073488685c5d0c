// The steps of a story: each is told, counted, and leaves a picture in SHOTS when it fails.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { env } from './code-server.mts';

export class Steps {
  private readonly page: Page;
  private passed = 0;
  private failed = 0;

  constructor(page: Page) {
    this.page = page;
    mkdirSync(env('SHOTS'), { recursive: true });
  }

  async step(what: string, run: () => Promise<void>): Promise<void> {
    try {
      await run();
      this.passed++;
      console.log(`ok   ${what}`);
    } catch (error) {
      this.failed++;
      console.log(`FAIL ${what}\n     ${error instanceof Error ? error.message : String(error)}`);
      await this.picture(`failed ${what}`);
    }
  }

  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: join(env('SHOTS'), `${name.replace(/\W+/g, '-')}.png`) });
  }

  /** Tells how many passed, and lets the process say so. */
  end(): void {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    process.exitCode = this.failed === 0 ? 0 : 1;
  }
}
