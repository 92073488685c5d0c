// What is said once in a lifetime: that presscheck reads along, and where to look around.

import * as vscode from 'vscode';
import type { Session } from './session';

const GREETED = 'presscheck.greeted';
const WALKTHROUGH = 'presscheck.presscheck#start';

/** Greets after the first article that was checked, if nobody was greeted before. */
export function greetOnce({ globalState }: vscode.ExtensionContext, session: Session): vscode.Disposable {
  globalState.setKeysForSync([GREETED]);
  const greeting = session.onChecked(() => {
    greeting.dispose();
    if (globalState.get<boolean>(GREETED)) return;
    void globalState.update(GREETED, true);
    const look = vscode.l10n.t('Look Around');
    void vscode.window
      .showInformationMessage(vscode.l10n.t('presscheck reads this article along with you. Nothing leaves your machine.'), look)
      .then((choice) => choice === look && vscode.commands.executeCommand('workbench.action.openWalkthrough', WALKTHROUGH));
  });
  return greeting;
}
