// Commands that need no view.

import * as vscode from 'vscode';
import { chooseProfile, openConfiguration } from './configuration';
import { addToCorpus } from './corpus';
import { range, type Reports } from './reports';
import type { Session } from './session';
import { settings } from './settings';

export function registerCommands(context: vscode.ExtensionContext, session: Session, reports: Reports): vscode.Disposable[] {
  const facts = new Facts(reports);
  return [
    facts,
    vscode.commands.registerCommand('presscheck.markFacts', () => facts.toggle()),
    vscode.commands.registerCommand('presscheck.tagQuotes', tagQuotes),
    vscode.commands.registerCommand('presscheck.ignoreHere', ignoreHere),
    vscode.commands.registerCommand('presscheck.checkNewsroom', () => list(true)),
    vscode.commands.registerCommand('presscheck.checkOpen', () => list(false)),
    vscode.commands.registerCommand('presscheck.addToCorpus', (given?: vscode.Uri | string) => addToCorpus(session, given)),
    vscode.commands.registerCommand('presscheck.chooseProfile', chooseProfile),
    vscode.commands.registerCommand('presscheck.openSample', () => openSample(context)),
    vscode.commands.registerCommand('presscheck.openConfiguration', openConfiguration),
  ];
}

/** Everything in the article that can be checked, marked on demand. */
class Facts implements vscode.Disposable {
  private readonly mark = vscode.window.createTextEditorDecorationType({
    border: '1px dotted',
    borderColor: new vscode.ThemeColor('editorInfo.foreground'),
    overviewRulerColor: new vscode.ThemeColor('editorInfo.foreground'),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
  });
  private readonly reports: Reports;
  private readonly following: vscode.Disposable;
  private marked = settings().facts.mark;

  constructor(reports: Reports) {
    this.reports = reports;
    this.following = vscode.Disposable.from(
      reports.onChanged(() => this.show()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (!change.affectsConfiguration('presscheck.facts')) return;
        this.marked = settings().facts.mark;
        this.show();
      }),
    );
  }

  dispose(): void {
    this.mark.dispose();
    this.following.dispose();
  }

  toggle(): void {
    this.marked = !this.marked;
    this.show();
  }

  private show(): void {
    const { current } = this.reports;
    for (const editor of vscode.window.visibleTextEditors) {
      const here = this.marked && editor.document.uri.toString() === current?.article.toString();
      editor.setDecorations(this.mark, here ? current.report.claims.map((claim) => range(claim.range)) : []);
    }
  }
}

/** Tags every quote whose speaker is sure, in one step that one undo takes back. */
async function tagQuotes(): Promise<void> {
  const wanted = { kind: 'source.tagQuotes.presscheck', apply: 'first' };
  await vscode.commands.executeCommand('editor.action.sourceAction', wanted);
}

/** A story of two outlets to try things on; a copy, so that it can be spoilt. */
async function openSample(context: vscode.ExtensionContext): Promise<void> {
  const sample = vscode.Uri.joinPath(context.globalStorageUri, 'sample');
  await vscode.workspace.fs.copy(vscode.Uri.joinPath(context.extensionUri, 'sample'), sample, { overwrite: true });
  await vscode.window.showTextDocument(vscode.Uri.joinPath(sample, 'valley-times/ferry.md'));
}

/** Lists the findings of the whole newsroom from now on, or again those of open articles only. */
async function list(newsroom: boolean): Promise<void> {
  const inside = vscode.workspace.workspaceFolders !== undefined;
  const target = inside ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration('presscheck').update('check.newsroom', newsroom, target);
  await vscode.commands.executeCommand('workbench.actions.view.problems');
}

/** Ignores the finding under the cursor, here only. */
async function ignoreHere(): Promise<void> {
  await vscode.commands.executeCommand('editor.action.codeAction', { kind: 'quickfix.ignore.presscheck', apply: 'first' });
}
