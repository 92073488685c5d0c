// The server that is running, one at a time, and what it says.

import { execFile } from 'node:child_process';
import * as path from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import {
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  LanguageClient,
  SemanticTokensRegistrationType,
  State,
  vsdiag,
  type LanguageClientOptions,
} from 'vscode-languageclient/node';
import { shown } from './findings';
import type { Report } from './report';
import { findServer, NoServer, type Server } from './server';
import { settings } from './settings';

const EXECUTABLE = process.platform === 'win32' ? 'presscheck.exe' : 'presscheck';
const SERVER_PATH = 'presscheck.server.path';
/** Settings that only a new server takes up. */
const NEED_RESTART = ['presscheck.server', 'presscheck.check'];

export type Health = { is: 'starting' } | { is: 'running'; version: string } | { is: 'failed'; why: string };

/** The story report of an article: a page, and the folder that its links are relative to. */
export interface StoryPage {
  html: string;
  folder: string | null;
}

/** A client that writes what goes wrong into the log. What the user has to know and can act on, the session says. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown, show?: boolean | 'force'): void {
    super.error(message, data, show === 'force' ? show : false);
  }
}

/** One server at a time, and the commands that act on it. */
export class Session {
  private readonly log = vscode.window.createOutputChannel('presscheck', { log: true });
  private client: LanguageClient | undefined;
  /** What the server found, before this editor's settings. */
  private readonly found = new Map<string, vscode.Diagnostic[]>();
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
        else if (change.affectsConfiguration('presscheck')) this.showAgain(change.affectsConfiguration('presscheck.semanticTokens'));
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

  /** Has the server read a newsroom again. Of a folder that is new, not every watcher sees what is in it. */
  async readAgain(newsroom: vscode.Uri): Promise<void> {
    const uri = vscode.Uri.joinPath(newsroom, 'presscheck.toml').toString();
    await this.client?.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type: FileChangeType.Changed }] });
  }

  private next(action: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(action).catch((error: unknown) => this.say(error));
    return this.turn;
  }

  private async startNow(): Promise<void> {
    this.healthChanged.fire({ is: 'starting' });
    const server = await this.find();
    this.log.info(`Starting ${server.command} (version ${server.version})`);
    const run = { command: server.command, args: ['lsp'], options: { env: environment() } };
    this.client = new QuietClient('presscheck', 'presscheck', run, this.options());
    this.client.onDidChangeState(({ newState }) => {
      if (newState === State.Starting) this.healthChanged.fire({ is: 'starting' });
      if (newState === State.Running) this.healthChanged.fire({ is: 'running', version: server.version });
      if (newState === State.Stopped) this.healthChanged.fire({ is: 'failed', why: 'the server is not running' });
    });
    this.client.onNotification('presscheck/checked', ({ uri }: { uri: string }) => {
      this.fileChecked.fire(vscode.Uri.parse(uri));
    });
    await this.client.start();
  }

  private async stopNow(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    this.found.clear();
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
      documentSelector: selector(),
      diagnosticCollectionName: 'presscheck',
      outputChannel: this.log,
      initializationOptions: { reports: true },
      middleware: {
        provideHover: (document, at, token, ask) => (settings().takes.hover ? ask(document, at, token) : undefined),
        provideCompletionItem: (document, at, context, token, ask) =>
          settings().takes.completion ? ask(document, at, context, token) : undefined,
        provideDocumentSemanticTokens: (document, token, ask) => (settings().takes.colours ? ask(document, token) : undefined),
        provideDocumentSemanticTokensEdits: (document, previous, token, ask) =>
          settings().takes.colours ? ask(document, previous, token) : undefined,
        provideDocumentRangeSemanticTokens: (document, range, token, ask) =>
          settings().takes.colours ? ask(document, range, token) : undefined,
        provideDiagnostics: async (document, previous, token, ask) => {
          const uri = 'uri' in document ? document.uri : document;
          const answer = await ask(document, previous, token);
          if (answer?.kind === vsdiag.DocumentDiagnosticReportKind.full) this.found.set(uri.toString(), answer.items);
          const items = this.found.get(uri.toString());
          if (!answer || items === undefined) return answer;
          // Unchanged is what the server found, not the settings by which it is shown.
          return { ...answer, kind: vsdiag.DocumentDiagnosticReportKind.full, items: chosen(items) };
        },
        provideWorkspaceDiagnostics: (previous, token, tell, ask) => {
          if (!settings().check.newsroom) return { items: [] };
          const shown = ({ items }: vsdiag.WorkspaceDiagnosticReport): vsdiag.WorkspaceDiagnosticReport => {
            const full = vsdiag.DocumentDiagnosticReportKind.full;
            return { items: items.map((it) => (it.kind === full ? { ...it, items: chosen(it.items) } : it)) };
          };
          return Promise.resolve(ask(previous, token, (part) => tell(part && shown(part)))).then((all) => all && shown(all));
        },
      },
    };
  }

  /** Shows the findings by the settings as they are now, and where asked the colours. */
  private showAgain(colours: boolean): void {
    const pulled = this.client?.getFeature(DocumentDiagnosticRequest.method);
    const coloured = colours ? this.client?.getFeature(SemanticTokensRegistrationType.method) : undefined;
    for (const document of vscode.workspace.textDocuments) {
      pulled?.getProvider(document)?.onDidChangeDiagnosticsEmitter.fire();
      coloured?.getProvider(document)?.onDidChangeSemanticTokensEmitter.fire();
    }
  }

  private say(error: unknown): void {
    const message = error instanceof NoServer ? error.message : `presscheck did not start: ${String(error)}`;
    this.log.error(message);
    this.healthChanged.fire({ is: 'failed', why: message });
    const settings = 'Open Settings';
    const log = 'Show Log';
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

/** Which documents are checked. */
export function selector(): { scheme: string; language: string }[] {
  const { languages, untitled } = settings().check;
  const schemes = untitled ? ['file', 'untitled'] : ['file'];
  return schemes.flatMap((scheme) => languages.map((language) => ({ scheme, language })));
}

/** The findings that the settings of this editor let through; the server's own stay as they are. */
function chosen(findings: vscode.Diagnostic[]): vscode.Diagnostic[] {
  const copies = findings.map((finding) => Object.assign(new vscode.Diagnostic(finding.range, finding.message), finding));
  return shown(copies, settings().findings);
}
