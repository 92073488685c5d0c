import { execFile } from 'node:child_process';
import * as path from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/node';
import { findServer, NoServer, type Server } from './server';

const EXECUTABLE = process.platform === 'win32' ? 'presscheck.exe' : 'presscheck';
const SERVER_PATH = 'presscheck.server.path';

let session: Session | undefined;

export function activate(context: vscode.ExtensionContext): void {
  session = new Session(context);
  // Not awaited: the editor is not to wait for the server. What goes wrong, the session reports.
  void session.start();
}

export function deactivate(): Promise<void> | undefined {
  return session?.stop();
}

/** One server at a time, and the commands that act on it. */
class Session {
  private readonly log = vscode.window.createOutputChannel('presscheck', { log: true });
  private client: LanguageClient | undefined;
  /** Starts and stops take turns, however fast the user is. */
  private turn: Promise<void> = Promise.resolve();

  private readonly context: vscode.ExtensionContext;

  constructor(context: vscode.ExtensionContext) {
    this.context = context;
    context.subscriptions.push(
      this.log,
      vscode.commands.registerCommand('presscheck.restartServer', () => this.restart()),
      vscode.commands.registerCommand('presscheck.showLog', () => this.log.show()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(SERVER_PATH)) void this.restart();
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

  private next(action: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(action).catch((error: unknown) => this.report(error));
    return this.turn;
  }

  private async startNow(): Promise<void> {
    const server = await this.find();
    this.log.info(`Starting ${server.command} (version ${server.version})`);
    const run = { command: server.command, args: ['lsp'] };
    this.client = new LanguageClient('presscheck', 'presscheck', run, this.options());
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

  private options(): LanguageClientOptions {
    return {
      documentSelector: ['file', 'untitled'].flatMap((scheme) =>
        ['markdown', 'plaintext'].map((language) => ({ scheme, language })),
      ),
      diagnosticCollectionName: 'presscheck',
      outputChannel: this.log,
    };
  }

  private report(error: unknown): void {
    const message = error instanceof NoServer ? error.message : `presscheck did not start: ${String(error)}`;
    this.log.error(message);
    const settings = 'Open Settings';
    const log = 'Show Log';
    // Not awaited: an unread message must not hold up the next restart.
    void vscode.window.showErrorMessage(message, settings, log).then((choice) => {
      if (choice === settings) void vscode.commands.executeCommand('workbench.action.openSettings', SERVER_PATH);
      if (choice === log) this.log.show();
    });
  }
}
