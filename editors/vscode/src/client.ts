// The editor's end of the protocol: what the server offers, as the settings of this editor take it.

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
import type { Server } from './server';
import { selector, settings } from './settings';

export type Health = { is: 'starting' } | { is: 'running'; version: string } | { is: 'failed'; why: string };

/** Who hears what becomes of the server. */
export interface Told {
  health: (health: Health) => void;
  checked: (file: vscode.Uri) => void;
}

/** What goes wrong it writes into the log. What the user has to know and can act on, the session says. */
export class Client extends LanguageClient {
  constructor(server: Server, env: NodeJS.ProcessEnv, log: vscode.LogOutputChannel, told: Told) {
    const run = { command: server.command, args: ['lsp'], options: { env } };
    // What the server found, before this editor's settings.
    super('presscheck', 'presscheck', run, options(log, new Map()));
    this.onDidChangeState(({ newState }) => {
      if (newState === State.Starting) told.health({ is: 'starting' });
      if (newState === State.Running) told.health({ is: 'running', version: server.version });
      if (newState === State.Stopped) told.health({ is: 'failed', why: vscode.l10n.t('the server is not running') });
    });
    this.onNotification('presscheck/checked', ({ uri }: { uri: string }) => {
      told.checked(vscode.Uri.parse(uri));
    });
  }

  override error(message: string, data?: unknown, show?: boolean | 'force'): void {
    super.error(message, data, show === 'force' ? show : false);
  }

  /** Has the server read a newsroom again. Of a folder that is new, not every watcher sees what is in it. */
  async readAgain(newsroom: vscode.Uri): Promise<void> {
    const uri = vscode.Uri.joinPath(newsroom, 'presscheck.toml').toString();
    await this.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type: FileChangeType.Changed }] });
  }

  /** Shows the findings by the settings as they are now, and where asked the colours. */
  showAgain(colours: boolean): void {
    const pulled = this.getFeature(DocumentDiagnosticRequest.method);
    const coloured = colours ? this.getFeature(SemanticTokensRegistrationType.method) : undefined;
    for (const document of vscode.workspace.textDocuments) {
      pulled.getProvider(document)?.onDidChangeDiagnosticsEmitter.fire();
      coloured?.getProvider(document)?.onDidChangeSemanticTokensEmitter.fire();
    }
  }
}

function options(log: vscode.LogOutputChannel, found: Map<string, vscode.Diagnostic[]>): LanguageClientOptions {
  return {
    documentSelector: selector(),
    diagnosticCollectionName: 'presscheck',
    outputChannel: log,
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
        if (answer?.kind === vsdiag.DocumentDiagnosticReportKind.full) found.set(uri.toString(), answer.items);
        const items = found.get(uri.toString());
        if (!answer || items === undefined) return answer;
        // Unchanged is what the server found, not the settings by which it is shown.
        return { ...answer, kind: vsdiag.DocumentDiagnosticReportKind.full, items: chosen(uri, items) };
      },
      provideWorkspaceDiagnostics: (previous, token, tell, ask) => {
        if (!settings().check.newsroom) return { items: [] };
        const shown = ({ items }: vsdiag.WorkspaceDiagnosticReport): vsdiag.WorkspaceDiagnosticReport => {
          const full = vsdiag.DocumentDiagnosticReportKind.full;
          return { items: items.map((it) => (it.kind === full ? { ...it, items: chosen(it.uri, it.items) } : it)) };
        };
        return Promise.resolve(ask(previous, token, (part) => tell(part && shown(part)))).then((all) => all && shown(all));
      },
    },
  };
}

/** The findings that the settings of this editor let through; the server's own stay as they are. */
function chosen(file: vscode.Uri, findings: vscode.Diagnostic[]): vscode.Diagnostic[] {
  const copies = findings.map((finding) => Object.assign(new vscode.Diagnostic(finding.range, finding.message), finding));
  return shown(copies, settings(file).findings);
}
