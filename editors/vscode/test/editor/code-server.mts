// Real VS Code, as a web server with headless Chromium in front, on a copy of the newsroom. Loopback only.
//
// NODE, CODE_SERVER and CHROMIUM name the programs (tests/editors/setup.sh installs them), NEWSROOM the folder
// to copy, VSIX the packaged extension.

import assert from 'node:assert/strict';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Browser, type Page } from 'playwright-core';

const HOST = '127.0.0.1';

/** How long a machine that does a lot besides may take for anything, in milliseconds. */
export const PATIENCE = 180_000;

/** A window without anything that is not under test. */
const SETTINGS = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'editor.accessibilitySupport': 'off',
  'editor.fontFamily': 'DejaVu Sans Mono',
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off', // as on the desktop; in a browser it is on
  'http.systemCertificates': false, // else only those are trusted, and not what the environment adds
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

export interface Window {
  page: Page;
  /** The copy of the newsroom that is open. */
  newsroom: string;
  close: () => Promise<void>;
}

interface Options {
  /** Article to open, relative to the newsroom. */
  open?: string;
  /** Folder of a further extension, unpacked. */
  driver?: string;
  /** Further environment of the extension host. */
  environment?: Record<string, string>;
  /** Whether the editor asks before it trusts a folder, as on the desktop. */
  asksForTrust?: boolean;
  /** Files to write into the newsroom first, by path. */
  files?: Record<string, string>;
}

export async function openWindow(options: Options): Promise<Window> {
  const home = mkdtempSync(join(tmpdir(), 'presscheck-vscode-'));
  const newsroom = join(home, 'newsroom');
  const extensions = join(home, 'extensions');
  cpSync(env('NEWSROOM'), newsroom, { recursive: true });
  for (const [name, text] of Object.entries(options.files ?? {})) {
    mkdirSync(dirname(join(newsroom, name)), { recursive: true });
    writeFileSync(join(newsroom, name), text);
  }
  mkdirSync(join(home, 'data/User'), { recursive: true });
  const asks = options.asksForTrust ?? false;
  const trust = { 'security.workspace.trust.enabled': asks, 'security.workspace.trust.startupPrompt': 'never' };
  writeFileSync(join(home, 'data/User/settings.json'), JSON.stringify({ ...SETTINGS, ...trust }));
  writeFileSync(join(home, 'config.yaml'), 'auth: none\n');
  if (options.driver !== undefined) cpSync(options.driver, join(extensions, 'presscheck.driver-0.0.1'), { recursive: true });

  const dirs = ['--user-data-dir', join(home, 'data'), '--extensions-dir', extensions];
  const base = [env('CODE_SERVER'), '--config', join(home, 'config.yaml'), ...dirs];
  const environment = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, ...options.environment };
  execFileSync(env('NODE'), [...base, '--install-extension', env('VSIX')], { env: environment, stdio: 'pipe' });

  const quiet = ['--disable-telemetry', '--disable-update-check', ...(asks ? [] : ['--disable-workspace-trust'])];
  const bind = ['--auth', 'none', '--bind-addr', `${HOST}:0`, '--disable-getting-started-override'];
  const server = spawn(env('NODE'), [...base, ...bind, ...quiet], { env: environment, stdio: ['ignore', 'pipe', 'ignore'] });
  const exited = new Promise((resolve) => server.once('exit', resolve));
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    await browser?.close();
    server.kill('SIGTERM');
    await exited;
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const port = await listening(server);
    browser = await chromium.launch({
      executablePath: env('CHROMIUM'),
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
      timeout: PATIENCE,
    });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(PATIENCE);
    await page.route((url) => url.protocol.startsWith('http') && url.hostname !== HOST, (route) => route.abort());
    const query = new URLSearchParams({ folder: newsroom });
    if (options.open !== undefined) {
      const file = `vscode-remote://${HOST}:${port}${join(newsroom, options.open)}`;
      query.set('payload', JSON.stringify([['openFile', file]]));
    }
    await page.goto(`http://${HOST}:${port}/?${query.toString()}`);
    await page.waitForSelector('.monaco-workbench');
    return { page, newsroom, close };
  } catch (error) {
    await close();
    throw error;
  }
}

export function env(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set; run this by: tests/run vscode`);
  return value;
}

/** Waits until `condition` gives something, up to `timeout` milliseconds. */
export async function until<T>(
  what: string,
  condition: () => T | undefined | Promise<T | undefined>,
  timeout = PATIENCE,
): Promise<T> {
  for (const end = Date.now() + timeout; Date.now() < end; ) {
    const value = await condition();
    if (value !== undefined) return value;
    await sleep(100);
  }
  throw new Error(`waited in vain for ${what}`);
}

/** The port that code-server says it listens on. */
async function listening(server: ChildProcess): Promise<number> {
  assert(server.stdout);
  for await (const line of createInterface(server.stdout)) {
    const port = /listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1];
    if (port === undefined) continue;
    // What it says later is not read, and must not fill the pipe.
    server.stdout.resume();
    return Number(port);
  }
  throw new Error('code-server ended before it listened');
}
