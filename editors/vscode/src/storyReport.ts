// The story report of an article in a panel beside it. The server makes the page; here it is shown, kept up to
// date while the article is written, and its links to passages are followed.

import * as vscode from 'vscode';
import { passage } from './passage';
import { Quiet } from './quiet';
import { named, range, type Reports } from './reports';
import type { Session, StoryPage } from './session';

export class StoryReport implements vscode.Disposable {
  private readonly session: Session;
  private readonly reports: Reports;
  private readonly subscriptions: vscode.Disposable[];
  private panel: vscode.WebviewPanel | undefined;
  /** The article that it is about; following a link does not change it. */
  private article: vscode.Uri | undefined;
  private page: StoryPage | undefined;
  private readonly quiet = new Quiet(() => void this.refresh());

  constructor(session: Session, reports: Reports) {
    this.session = session;
    this.reports = reports;
    this.subscriptions = [
      this.quiet,
      vscode.commands.registerCommand('presscheck.showStoryReport', () => this.show()),
      session.onChecked((file) => {
        if (file.toString() === this.article?.toString()) this.quiet.soon();
      }),
    ];
  }

  dispose(): void {
    this.panel?.dispose();
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private async show(): Promise<void> {
    const article = vscode.window.activeTextEditor?.document.uri ?? this.reports.current?.article;
    const page = article && (await this.session.storyPage(article).catch(() => undefined));
    if (article === undefined || page === undefined) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open an article to see the report of its story.'));
      return;
    }
    this.article = article;
    this.panel ??= this.open();
    this.panel.title = vscode.l10n.t('Story of {0}', named(article));
    this.panel.webview.html = page.html;
    this.page = page;
    this.panel.reveal();
  }

  private open(): vscode.WebviewPanel {
    const beside = { viewColumn: vscode.ViewColumn.Beside };
    // What the page may do, it says itself: its own style and script, and nothing from anywhere.
    const options = { enableScripts: true, enableFindWidget: true, localResourceRoots: [] };
    const panel = vscode.window.createWebviewPanel('presscheck.storyReport', vscode.l10n.t('Story Report'), beside, options);
    panel.webview.onDidReceiveMessage((message: unknown) => void this.follow(message));
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.article = undefined;
    });
    // A hidden page is thrown away, and made from this when it is seen again.
    panel.onDidChangeViewState(() => {
      if (!panel.visible && this.page) panel.webview.html = this.page.html;
    });
    return panel;
  }

  private async refresh(): Promise<void> {
    const { panel, article } = this;
    if (panel === undefined || article === undefined) return;
    // A server that stops meanwhile is reported by the session; the page stays as it is.
    const page = await this.session.storyPage(article).catch(() => undefined);
    if (page === undefined || page.html === this.page?.html || article !== this.article) return;
    this.page = page;
    // The page takes over what is new, and keeps what is open and where the reader is.
    if (panel.visible) await panel.webview.postMessage({ page: page.html });
    else panel.webview.html = page.html;
  }

  /** Opens the passage that a link of the page leads to, beside the page. */
  private async follow(message: unknown): Promise<void> {
    const found = passage(message, this.page?.folder ?? null);
    if (found === undefined) return;
    const viewColumn = this.panel?.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
    const selection = found.range && range(found.range);
    await vscode.window.showTextDocument(vscode.Uri.parse(found.file), { viewColumn, ...(selection && { selection }) });
  }
}
