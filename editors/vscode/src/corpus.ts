// Adds folders and feeds to what articles are compared with. The server's command does it, for every editor alike.

import * as vscode from 'vscode';
import { newsroom } from './configuration';
import { fetchFeed, wrong } from './feed';
import type { Session } from './session';

const FOLDER = {
  label: vscode.l10n.t('$(folder) Folder…'),
  description: vscode.l10n.t('of articles elsewhere, read where it lies'),
};
const FILE = {
  label: vscode.l10n.t('$(file) Feed File…'),
  description: vscode.l10n.t('RSS, Atom or fact-checks (ClaimReview); the items become files in feeds/'),
};
const ADDRESS = {
  label: vscode.l10n.t('$(globe) Feed on the Web…'),
  description: vscode.l10n.t('the same by its address; fetched once, now, and nothing is sent but the request'),
};

/** Adds `given`, or what the user chooses. */
export async function addToCorpus(session: Session, given?: vscode.Uri | string): Promise<void> {
  const root = await newsroom();
  if (root === undefined) {
    const first = vscode.l10n.t('Open the folder of your articles first: what is added belongs to it.');
    return void vscode.window.showWarningMessage(first);
  }
  const what = given ?? (await choose());
  if (what === undefined) return;
  const title = vscode.l10n.t('Adding to the corpus');
  try {
    const done = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () => add(session, root.fsPath, what));
    await session.readAgain(root);
    void vscode.window.showInformationMessage(done);
  } catch (error) {
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}

async function choose(): Promise<vscode.Uri | string | undefined> {
  const chosen = await vscode.window.showQuickPick([FOLDER, FILE, ADDRESS], { title: vscode.l10n.t('What is to be compared with?') });
  if (chosen === undefined) return undefined;
  if (chosen === ADDRESS) {
    return vscode.window.showInputBox({
      title: vscode.l10n.t('Address of a feed (RSS or Atom), or of a page with fact-checks (ClaimReview)'),
      placeHolder: 'https://example.org/feed.xml',
      ignoreFocusOut: true,
      validateInput: (address) => (address.trim() === '' ? undefined : wrong(address.trim())),
    });
  }
  const folders = chosen === FOLDER;
  const [found] = (await vscode.window.showOpenDialog({
    title: folders ? vscode.l10n.t('Folder of articles') : vscode.l10n.t('File of a feed or of fact-checks'),
    openLabel: vscode.l10n.t('Add'),
    canSelectFolders: folders,
    canSelectFiles: !folders,
  })) ?? [];
  return found;
}

/** What was done, in the command's words. */
async function add(session: Session, root: string, what: vscode.Uri | string): Promise<string> {
  if (typeof what !== 'string') return session.run(['corpus', 'add', '--newsroom', root, '--', what.fsPath]);
  if (!vscode.workspace.isTrusted) throw new Error(vscode.l10n.t('Trust this folder first: in a folder that is not trusted nothing is fetched.'));
  return session.run(['corpus', 'add', '--newsroom', root, '-'], await fetchFeed(what.trim()));
}
