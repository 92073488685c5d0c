// How the server is, and what it found in the article in front.

import * as vscode from 'vscode';
import { counted } from './findings';
import { selector, type Health, type Session } from './session';
import { settings } from './settings';

export class StatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('presscheck.status', vscode.StatusBarAlignment.Left, 10);
  private readonly subscriptions: vscode.Disposable[];
  private health: Health = { is: 'starting' };

  constructor(session: Session) {
    this.item.name = 'presscheck';
    const show = (): void => this.show();
    this.subscriptions = [
      this.item,
      session.onHealth((health) => {
        this.health = health;
        this.show();
      }),
      vscode.window.onDidChangeActiveTextEditor(show),
      vscode.languages.onDidChangeDiagnostics(show),
      vscode.workspace.onDidChangeConfiguration(show),
    ];
    this.show();
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private show(): void {
    const article = vscode.window.activeTextEditor?.document;
    const isArticle = article !== undefined && vscode.languages.match(selector(), article) > 0;
    const when = settings().statusBar;
    if (when === 'never' || (when === 'articles' && !isArticle)) return this.item.hide();

    const findings = isArticle ? vscode.languages.getDiagnostics(article.uri).filter((it) => it.source === 'presscheck') : [];
    const { icon, says, command } = this.state(isArticle ? counted(findings) || 'nothing found' : 'no article in front');
    this.item.text = `$(${icon}) presscheck${findings.length > 0 && this.health.is === 'running' ? ` ${findings.length}` : ''}`;
    this.item.tooltip = `presscheck: ${says}`;
    this.item.accessibilityInformation = { label: `presscheck: ${says}` };
    this.item.command = command;
    this.item.show();
  }

  private state(found: string): { icon: string; says: string; command: string } {
    switch (this.health.is) {
      case 'starting':
        return { icon: 'sync~spin', says: 'starting', command: 'presscheck.showLog' };
      case 'running':
        return { icon: 'book', says: found, command: 'presscheck.coverage.focus' };
      case 'failed':
        return { icon: 'debug-disconnect', says: this.health.why, command: 'presscheck.showLog' };
    }
  }
}
