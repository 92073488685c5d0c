// Real VS Code, as a web server with headless Chromium in front, on a copy of the newsroom. Loopback only.
//
// NODE, CODE_SERVER and CHROMIUM name the programs (tests/editors/setup.sh installs them), NEWSROOM the folder
// to copy, VSIX the packaged extension.

import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Browser, type Page } from 'playwright-core';

const HOST = '127.0.0.1';

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
  'security.workspace.trust.enabled': false,
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
  close(): Promise<void>;
}

interface Options {
  /** Article to open, relative to the newsroom. */
  open?: string;
  /** Folder of a further extension, unpacked. */
  driver?: string;
  /** Further environment of the extension host. */
  environment?: Record<string, string>;
}

export async function openWindow(options: Options): Promise<Window> {
  const home = mkdtempSync(join(tmpdir(), 'presscheck-vscode-'));
  const newsroom = join(home, 'newsroom');
  const extensions = join(home, 'extensions');
  cpSync(env('NEWSROOM'), newsroom, { recursive: true });
  mkdirSync(join(home, 'data/User'), { recursive: true });
  writeFileSync(join(home, 'data/User/settings.json'), JSON.stringify(SETTINGS));
  writeFileSync(join(home, 'config.yaml'), 'auth: none\n');
  if (options.driver !== undefined) cpSync(options.driver, join(extensions, 'presscheck.driver-0.0.1'), { recursive: true });

  const dirs = ['--user-data-dir', join(home, 'data'), '--extensions-dir', extensions];
  const base = [env('CODE_SERVER'), '--config', join(home, 'config.yaml'), ...dirs];
  const environment = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, ...options.environment };
  execFileSync(env('NODE'), [...base, '--install-extension', env('VSIX')], { env: environment, stdio: 'pipe' });

  const port = await freePort();
  const quiet = ['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'];
  const bind = ['--auth', 'none', '--bind-addr', `${HOST}:${port}`, '--disable-getting-started-override'];
  const server = spawn(env('NODE'), [...base, ...bind, ...quiet], { env: environment, stdio: 'ignore' });
  const exited = new Promise((resolve) => server.once('exit', resolve));
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    await browser?.close();
    server.kill('SIGTERM');
    await exited;
    rmSync(home, { recursive: true, force: true });
  };
  try {
    browser = await chromium.launch({
      executablePath: env('CHROMIUM'),
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    });
    await healthy(port);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.route((url) => url.protocol.startsWith('http') && url.hostname !== HOST, (route) => route.abort());
    const query = new URLSearchParams({ folder: newsroom });
    if (options.open !== undefined) {
      const file = `vscode-remote://${HOST}:${port}${join(newsroom, options.open)}`;
      query.set('payload', JSON.stringify([['openFile', file]]));
    }
    await page.goto(`http://${HOST}:${port}/?${query}`);
    await page.waitForSelector('.monaco-workbench', { timeout: 60_000 });
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

/** Waits until `condition` gives something. */
export async function until<T>(what: string, condition: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 600; tries++) {
    const value = await condition();
    if (value !== undefined) return value;
    await sleep(100);
  }
  throw new Error(`waited in vain for ${what}`);
}

async function healthy(port: number): Promise<void> {
  await until('code-server', async () => {
    const answer = await fetch(`http://${HOST}:${port}/healthz`).catch(() => undefined);
    return answer?.ok === true ? true : undefined;
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, HOST, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
