// The newsroom's `presscheck.toml`, opened and changed from the editor.

import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { profileOf, withProfile } from './toml';

/** What a new one holds. In English, as what the server says of it. */
const BEGINNING = `# The newsroom's settings, the same for every editor and the command line.
# outlet = "Valley Times"   # your own desk, which is never "another outlet"
# profile = "copy-desk"     # or "reporter", "fact-check", "research"

[rules]
# SRC002 = "off"
`;

const PROFILES = [
  { label: 'reporter', description: vscode.l10n.t('while writing: everything but errors one step milder') },
  { label: 'copy-desk', description: vscode.l10n.t('before print') },
  { label: 'fact-check', description: vscode.l10n.t('nothing milder than information') },
  { label: 'research', description: vscode.l10n.t('everything, for study') },
];

const NAME = 'presscheck.toml';

/** The folder of the newsroom that serves the article in front, or else that of the window. */
export async function newsroom(): Promise<vscode.Uri | undefined> {
  const { document } = vscode.window.activeTextEditor ?? {};
  if (document?.uri.scheme === 'file') {
    const folder = configured(dirname(document.uri.fsPath));
    if (folder !== undefined) return vscode.Uri.file(folder);
    const around = vscode.workspace.getWorkspaceFolder(document.uri);
    if (around !== undefined) return around.uri;
  }
  const [found] = await vscode.workspace.findFiles(`**/${NAME}`, '**/node_modules/**', 1);
  return found !== undefined ? vscode.Uri.joinPath(found, '..') : vscode.workspace.workspaceFolders?.[0]?.uri;
}

/** The nearest folder at or above this one that has settings, as the server finds it. */
function configured(folder: string): string | undefined {
  const parent = dirname(folder);
  if (folder === parent) return undefined;
  return folder !== homedir() && existsSync(join(folder, NAME)) ? folder : configured(parent);
}

/** The newsroom's `presscheck.toml`, or the beginning of one. */
export async function openConfiguration(): Promise<vscode.TextEditor | undefined> {
  const root = await newsroom();
  if (root === undefined) return undefined;
  const found = vscode.Uri.joinPath(root, NAME);
  if (existsSync(found.fsPath)) return vscode.window.showTextDocument(found);
  const file = found.with({ scheme: 'untitled' });
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), BEGINNING));
  return editor;
}

/** Lets the user choose whom the findings are for. It is written for the whole desk, and can be undone there. */
export async function chooseProfile(): Promise<void> {
  const editor = await openConfiguration();
  if (editor === undefined) {
    return void vscode.window.showWarningMessage(vscode.l10n.t('Open a folder first: a profile holds for a newsroom.'));
  }
  const { document } = editor;
  const now = profileOf(document.getText()) ?? 'copy-desk';
  const choices = PROFILES.map((it) => (it.label === now ? { ...it, detail: vscode.l10n.t('in use') } : it));
  const chosen = await vscode.window.showQuickPick(choices, { title: vscode.l10n.t('Whom are the findings for?') });
  if (chosen === undefined || chosen.label === now) return;
  const change = withProfile(document.getText(), chosen.label);
  const range = new vscode.Range(document.positionAt(change.from), document.positionAt(change.to));
  await editor.edit((edit) => edit.replace(range, change.text));
  await document.save();
}
