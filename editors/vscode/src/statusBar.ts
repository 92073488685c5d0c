// How the server is, and what it found in the article in front.

import * as vscode from 'vscode';
import { counted } from './findings';
import type { Reports } from './reports';
import type { Health } from './client';
import type { Session } from './session';
import { selector, settings } from './settings';
import type { Ticks } from './ticks';

export class StatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('presscheck.status', vscode.StatusBarAlignment.Left, 10);
  private readonly subscriptions: vscode.Disposable[];
  private readonly ticks: Ticks;
  private readonly reports: Reports;
  private health: Health = { is: 'starting' };

  constructor(session: Session, ticks: Ticks, reports: Reports) {
    this.ticks = ticks;
    this.reports = reports;
    this.item.name = 'presscheck';
    const show = (): void => this.show();
    this.subscriptions = [
      this.item,
      session.onHealth((health) => {
        this.health = health;
        this.show();
      }),
      ticks.onChanged(show),
      reports.onChanged(show),
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
    const article = vscode.window.activeTextEditor?.document ?? this.besideReport();
    const isArticle = article !== undefined && vscode.languages.match(selector(), article) > 0;
    const { visible, checked } = settings().statusBar;
    if (visible === 'never' || (visible === 'articles' && !isArticle)) {
      this.item.hide();
      return;
    }

    const findings = isArticle ? vscode.languages.getDiagnostics(article.uri).filter((it) => it.source === 'presscheck') : [];
    const ticked = isArticle && checked ? this.checked(article.uri) : '';
    const found = isArticle ? counted(findings) || vscode.l10n.t('nothing found') : vscode.l10n.t('no article in front');
    const { icon, says, command } = this.state([found, ticked].filter(Boolean).join('; '));
    const numbers = this.health.is === 'running' ? [findings.length || '', ticked].filter(Boolean).join(' · ') : '';
    this.item.text = `$(${icon}) presscheck ${numbers}`.trimEnd();
    this.item.tooltip = tooltip(says);
    this.item.accessibilityInformation = { label: `presscheck: ${says}` };
    this.item.command = command;
    this.item.show();
  }

  /** The article that is still to be seen while something else than a text, such as its story report, is in front. */
  private besideReport(): vscode.TextDocument | undefined {
    const shown = this.reports.current?.article.toString();
    return vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === shown)?.document;
  }

  /** "3 of 12 checked", once somebody began to tick off. */
  private checked(article: vscode.Uri): string {
    const { checked, of } = this.ticks.count();
    return checked > 0 && this.reports.current?.article.toString() === article.toString() ? vscode.l10n.t('{0} of {1} checked', checked, of) : '';
  }

  private state(found: string): { icon: string; says: string; command: string } {
    switch (this.health.is) {
      case 'starting':
        return { icon: 'sync~spin', says: vscode.l10n.t('starting'), command: 'presscheck.showLog' };
      case 'running':
        return { icon: 'book', says: found, command: 'presscheck.showStoryReport' };
      case 'failed':
        return { icon: 'debug-disconnect', says: this.health.why, command: 'presscheck.showLog' };
    }
  }
}

const WAYS = {
  'presscheck.showStoryReport': vscode.l10n.t('Story Report'),
  'presscheck.coverage.focus': vscode.l10n.t('Coverage'),
  'presscheck.chooseProfile': vscode.l10n.t('Choose Profile'),
  'presscheck.restartServer': vscode.l10n.t('Restart Server'),
  'presscheck.showLog': vscode.l10n.t('Show Log'),
};

/** What is found, and what can be done. */
function tooltip(says: string): vscode.MarkdownString {
  const ways = Object.entries(WAYS).map(([command, title]) => `[${title}](command:${command})`);
  const text = new vscode.MarkdownString('', true).appendText(`presscheck: ${says}`).appendMarkdown(`\n\n${ways.join(' · ')}`);
  text.isTrusted = { enabledCommands: Object.keys(WAYS) };
  return text;
}
