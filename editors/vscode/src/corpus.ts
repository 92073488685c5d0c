// Adds folders and feeds to what articles are compared with. The server's command does it, for every editor alike.

import * as vscode from 'vscode';
import { newsroom } from './configuration';
import { fetchFeed, wrong } from './feed';
import type { Session } from './session';

const FOLDER = { label: '$(folder) Folder…', description: 'of articles elsewhere, read where it lies' };
const FILE = { label: '$(file) Feed File…', description: 'RSS or Atom; its items become files in feeds/' };
const ADDRESS = { label: '$(globe) Feed on the Web…', description: 'fetched once, now; nothing is sent but the request' };

/** Adds `given`, or what the user chooses. */
export async function addToCorpus(session: Session, given?: vscode.Uri | string): Promise<void> {
  const root = await newsroom();
  if (root === undefined) return void vscode.window.showWarningMessage('Open the folder of your articles first: what is added belongs to it.');
  const what = given ?? (await choose());
  if (what === undefined) return;
  const title = 'Adding to the corpus';
  try {
    const done = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () => add(session, root.fsPath, what));
    await session.readAgain(root);
    void vscode.window.showInformationMessage(done);
  } catch (error) {
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}

async function choose(): Promise<vscode.Uri | string | undefined> {
  const chosen = await vscode.window.showQuickPick([FOLDER, FILE, ADDRESS], { title: 'What is to be compared with?' });
  if (chosen === undefined) return undefined;
  if (chosen === ADDRESS) {
    return vscode.window.showInputBox({
      title: 'Address of an RSS or Atom feed',
      placeHolder: 'https://example.org/feed.xml',
      ignoreFocusOut: true,
      validateInput: (address) => (address.trim() === '' ? undefined : wrong(address.trim())),
    });
  }
  const folders = chosen === FOLDER;
  const [found] = (await vscode.window.showOpenDialog({
    title: folders ? 'Folder of articles' : 'RSS or Atom file',
    openLabel: 'Add',
    canSelectFolders: folders,
    canSelectFiles: !folders,
  })) ?? [];
  return found;
}

/** What was done, in the command's words. */
async function add(session: Session, root: string, what: vscode.Uri | string): Promise<string> {
  if (typeof what !== 'string') return session.run(['corpus', 'add', '--newsroom', root, '--', what.fsPath]);
  if (!vscode.workspace.isTrusted) throw new Error('Trust this folder first: in a folder that is not trusted nothing is fetched.');
  return session.run(['corpus', 'add', '--newsroom', root, '-'], await fetchFeed(what.trim()));
}
