// Commands that need neither the server's state nor a view.

import * as vscode from 'vscode';
import { range, type Reports } from './reports';

export function registerCommands(context: vscode.ExtensionContext, reports: Reports): vscode.Disposable[] {
  const facts = new Facts(reports);
  return [
    facts,
    vscode.commands.registerCommand('presscheck.markFacts', () => facts.toggle()),
    vscode.commands.registerCommand('presscheck.tagQuotes', tagQuotes),
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
  private marked = false;

  constructor(reports: Reports) {
    this.reports = reports;
    this.following = reports.onChanged(() => this.show());
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

const CONFIGURATION = `# The newsroom's settings, the same for every editor and the command line.
# outlet = "Valley Times"   # your own desk, which is never "another outlet"
# profile = "copy-desk"     # or "reporter", "fact-check", "research"

[rules]
# SRC002 = "off"
`;

/** The newsroom's \`presscheck.toml\`, or the beginning of one. */
async function openConfiguration(): Promise<void> {
  const [found] = await vscode.workspace.findFiles('**/presscheck.toml', '**/node_modules/**', 1);
  if (found !== undefined) return void (await vscode.window.showTextDocument(found));
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) return;
  const file = vscode.Uri.joinPath(folder.uri, 'presscheck.toml').with({ scheme: 'untitled' });
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), CONFIGURATION));
}
