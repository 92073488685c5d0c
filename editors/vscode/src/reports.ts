// The report of the article in front, kept up to date.

import * as vscode from 'vscode';
import { Quiet } from './quiet';
import type { Report } from './report';
import type { Session } from './session';

export interface Shown {
  article: vscode.Uri;
  report: Report;
}

export class Reports implements vscode.Disposable {
  /** The article in front; stays while something else than an article is. */
  current: Shown | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onChanged = this.changed.event;
  private readonly session: Session;
  private readonly subscriptions: vscode.Disposable[];
  private readonly quiet = new Quiet(() => void this.refresh());

  constructor(session: Session) {
    this.session = session;
    this.subscriptions = [
      this.changed,
      this.quiet,
      vscode.window.onDidChangeActiveTextEditor(() => this.quiet.soon()),
      session.onChecked((file) => {
        if (file.toString() === vscode.window.activeTextEditor?.document.uri.toString()) this.quiet.soon();
      }),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private async refresh(): Promise<void> {
    const article = vscode.window.activeTextEditor?.document.uri;
    if (article === undefined) return;
    // A server that stops meanwhile is reported by the session; there is only no report then.
    const report = await this.session.report(article).catch(() => undefined);
    // An answer that comes late may be about an article that another one has taken the place of.
    const front = vscode.window.activeTextEditor?.document.uri ?? article;
    if (article.toString() !== front.toString()) return;
    // For menus: whether others tell the story in front, and whether commands have an article to act on.
    void vscode.commands.executeCommand('setContext', 'presscheck.story', report !== undefined && report.articles.length > 0);
    if (report === undefined) return;
    void vscode.commands.executeCommand('setContext', 'presscheck.article', true);
    this.current = { article, report };
    this.changed.fire();
  }
}

/** A range of the protocol as one of the editor's. */
export function range({ start, end }: Report['points'][number]['range']): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** How an article is called: as it lies in the window's folder, or by the end of its path. */
export function named(article: vscode.Uri): string {
  const folder = vscode.workspace.getWorkspaceFolder(article);
  return folder ? vscode.workspace.asRelativePath(article, false) : article.path.split('/').slice(-2).join('/');
}
