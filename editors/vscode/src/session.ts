// The server that is running, one at a time, and what it says.

import { execFile } from 'node:child_process';
import * as path from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import type { Client, Health, Told } from './client';
import type { Report } from './report';
import { findServer, NoServer, type Server } from './server';

const EXECUTABLE = process.platform === 'win32' ? 'presscheck.exe' : 'presscheck';
const SERVER_PATH = 'presscheck.server.path';
/** Settings that only a new server takes up. */
const NEED_RESTART = ['presscheck.server', 'presscheck.check'];

/** The story report of an article: a page, and the folder that its links are relative to. */
export interface StoryPage {
  html: string;
  folder: string | null;
}

/** One server at a time, and the commands that act on it. */
export class Session {
  private readonly log = vscode.window.createOutputChannel('presscheck', { log: true });
  private client: Client | undefined;
  private readonly healthChanged = new vscode.EventEmitter<Health>();
  readonly onHealth = this.healthChanged.event;
  private readonly fileChecked = new vscode.EventEmitter<vscode.Uri>();
  /** A file has been checked: there is a new report of it. */
  readonly onChecked = this.fileChecked.event;
  /** Starts and stops take turns, however fast the user is. */
  private turn: Promise<void> = Promise.resolve();

  private readonly context: vscode.ExtensionContext;

  constructor(context: vscode.ExtensionContext) {
    this.context = context;
    context.subscriptions.push(
      this.log,
      this.healthChanged,
      this.fileChecked,
      vscode.commands.registerCommand('presscheck.restartServer', () => this.restart()),
      vscode.commands.registerCommand('presscheck.showLog', () => this.log.show()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (NEED_RESTART.some((setting) => change.affectsConfiguration(setting))) void this.restart();
        else if (change.affectsConfiguration('presscheck')) this.client?.showAgain(change.affectsConfiguration('presscheck.semanticTokens'));
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => void this.restart()),
    );
  }

  start(): Promise<void> {
    return this.next(() => this.startNow());
  }

  stop(): Promise<void> {
    return this.next(() => this.stopNow());
  }

  restart(): Promise<void> {
    return this.next(async () => {
      await this.stopNow();
      await this.startNow();
    });
  }

  /** The article at a glance; nothing where it is not checked. */
  async report(article: vscode.Uri): Promise<Report | undefined> {
    const textDocument = { uri: article.toString() };
    const report = await this.client?.sendRequest<Report | null>('presscheck/report', { textDocument });
    return report ?? undefined;
  }

  /** The report of the article's story; nothing where it is not checked. */
  async storyPage(article: vscode.Uri): Promise<StoryPage | undefined> {
    const textDocument = { uri: article.toString() };
    const page = await this.client?.sendRequest<StoryPage | null>('presscheck/storyReport', { textDocument });
    return page ?? undefined;
  }

  /** Runs the server's program as a command; gives what it prints, and rejects with what it complains of. */
  async run(args: string[], input: Uint8Array = new Uint8Array()): Promise<string> {
    const { command } = await this.find();
    const running = promisify(execFile)(command, args, { env: environment() });
    running.child.stdin?.on('error', () => undefined).end(input);
    const plain = (text: string): string => text.replaceAll(/^presscheck: /gm, '').trim();
    return running.then(
      ({ stdout, stderr }) => plain(`${stdout}${stderr}`),
      (error: unknown) => Promise.reject(new Error(plain((error as { stderr?: string }).stderr ?? '') || String(error))),
    );
  }

  /** Has the server read a newsroom again. */
  async readAgain(newsroom: vscode.Uri): Promise<void> {
    await this.client?.readAgain(newsroom);
  }

  private next(action: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(action).catch((error: unknown) => this.say(error));
    return this.turn;
  }

  private async startNow(): Promise<void> {
    this.healthChanged.fire({ is: 'starting' });
    // Reading the client's code takes a while: the editor does not wait for it, and the server answers meanwhile.
    const [server, { Client }] = await Promise.all([this.find(), import('./client')]);
    this.log.info(`Starting ${server.command} (version ${server.version})`);
    const told: Told = {
      health: (health) => this.healthChanged.fire(health),
      checked: (file) => this.fileChecked.fire(file),
    };
    this.client = new Client(server, environment(), this.log, told);
    await this.client.start();
  }

  private async stopNow(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    // A server that died already cannot be asked to stop; what counts is that it is gone.
    await client?.dispose().catch((error: unknown) => this.log.warn(String(error)));
  }

  private find(): Promise<Server> {
    const places = {
      setting: vscode.workspace.getConfiguration().get<string>(SERVER_PATH, '').trim(),
      bundled: path.join(this.context.extensionPath, 'server', EXECUTABLE),
      onPath: EXECUTABLE,
    };
    const { version: wanted } = this.context.extension.packageJSON as { version: string };
    return findServer(places, wanted, async (command) => {
      const { stdout } = await promisify(execFile)(command, ['--version'], { timeout: 10_000 });
      return stdout;
    });
  }

  private say(error: unknown): void {
    const message = error instanceof NoServer ? error.message : vscode.l10n.t('presscheck did not start: {0}', String(error));
    this.log.error(message);
    this.healthChanged.fire({ is: 'failed', why: message });
    const settings = vscode.l10n.t('Open Settings');
    const log = vscode.l10n.t('Show Log');
    // Not awaited: an unread message must not hold up the next restart.
    void vscode.window.showErrorMessage(message, settings, log).then((choice) => {
      if (choice === settings) void vscode.commands.executeCommand('workbench.action.openSettings', SERVER_PATH);
      if (choice === log) this.log.show();
    });
  }
}

/** What the server's program finds in its environment. */
function environment(): NodeJS.ProcessEnv {
  return { ...process.env, ...vscode.workspace.getConfiguration().get<Record<string, string>>('presscheck.server.environment', {}) };
}
