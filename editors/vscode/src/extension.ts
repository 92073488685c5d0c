import type * as vscode from 'vscode';
import { registerCommands } from './commands';
import { CoverageView } from './coverageView';
import { greetOnce } from './greeting';
import { Reports } from './reports';
import { Session } from './session';
import { SourcesView } from './sourcesView';
import { StatusBar } from './statusBar';
import { StoryReport } from './storyReport';
import { Ticks } from './ticks';

let session: Session | undefined;

export function activate(context: vscode.ExtensionContext): void {
  session = new Session(context);
  const reports = new Reports(session);
  const ticks = new Ticks(reports, context.workspaceState);
  context.subscriptions.push(
    reports,
    ticks,
    new StatusBar(session, ticks, reports),
    new CoverageView(reports),
    new SourcesView(reports, ticks),
    new StoryReport(session, reports),
    greetOnce(context, session),
    ...registerCommands(context, session, reports),
  );
  // Not awaited: the editor is not to wait for the server. What goes wrong, the session reports.
  void session.start();
}

export function deactivate(): Promise<void> | undefined {
  return session?.stop();
}
