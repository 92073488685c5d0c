// The newsroom's `presscheck.toml`, opened and changed from the editor.

import * as vscode from 'vscode';
import { profileOf, withProfile } from './toml';

/** What a new one holds. */
const BEGINNING = `# The newsroom's settings, the same for every editor and the command line.
# outlet = "Valley Times"   # your own desk, which is never "another outlet"
# profile = "copy-desk"     # or "reporter", "fact-check", "research"

[rules]
# SRC002 = "off"
`;

const PROFILES = [
  { label: 'reporter', description: 'while writing: everything but errors one step milder' },
  { label: 'copy-desk', description: 'before print' },
  { label: 'fact-check', description: 'nothing milder than information' },
  { label: 'research', description: 'everything, for study' },
];

/** The newsroom's `presscheck.toml`, or the beginning of one. */
export async function openConfiguration(): Promise<vscode.TextEditor | undefined> {
  const [found] = await vscode.workspace.findFiles('**/presscheck.toml', '**/node_modules/**', 1);
  if (found !== undefined) return vscode.window.showTextDocument(found);
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) return undefined;
  const file = vscode.Uri.joinPath(folder.uri, 'presscheck.toml').with({ scheme: 'untitled' });
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), BEGINNING));
  return editor;
}

/** Lets the user choose whom the findings are for. It is written for the whole desk, and can be undone there. */
export async function chooseProfile(): Promise<void> {
  const editor = await openConfiguration();
  if (editor === undefined) return void vscode.window.showWarningMessage('Open a folder first: a profile holds for a newsroom.');
  const { document } = editor;
  const now = profileOf(document.getText()) ?? 'copy-desk';
  const choices = PROFILES.map((it) => (it.label === now ? { ...it, detail: 'in use' } : it));
  const chosen = await vscode.window.showQuickPick(choices, { title: 'Whom are the findings for?' });
  if (chosen === undefined || chosen.label === now) return;
  const change = withProfile(document.getText(), chosen.label);
  const range = new vscode.Range(document.positionAt(change.from), document.positionAt(change.to));
  await editor.edit((edit) => edit.replace(range, change.text));
  await document.save();
}
