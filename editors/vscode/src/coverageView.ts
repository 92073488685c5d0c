// The view of who else tells the story: articles, and under each the points that it reports, what differs first.

import * as vscode from 'vscode';
import { byArticle, differs, type Relation, type Telling } from './report';
import { named, range, type Reports } from './reports';
import { settings } from './settings';

type Node = { telling: Telling } | { pair: Telling['points'][number] };

/** Shapes as well as words, so that nothing is told by colour alone. */
const RELATIONS: Record<Relation, { icon: string; says: string }> = {
  conflicts: { icon: 'warning', says: vscode.l10n.t('conflicts') },
  updates: { icon: 'history', says: vscode.l10n.t('later value') },
  wording: { icon: 'edit', says: vscode.l10n.t('other words') },
  adds: { icon: 'add', says: vscode.l10n.t('adds detail') },
  agrees: { icon: 'check', says: vscode.l10n.t('agrees') },
  related: { icon: 'link', says: vscode.l10n.t('related') },
};

export class CoverageView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly reports: Reports;
  private readonly view: vscode.TreeView<Node>;
  private readonly subscriptions: vscode.Disposable[];

  constructor(reports: Reports) {
    this.reports = reports;
    this.view = vscode.window.createTreeView('presscheck.coverage', { treeDataProvider: this, showCollapseAll: true });
    this.subscriptions = [
      this.view,
      this.changed,
      reports.onChanged(() => this.refresh()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('presscheck.coverage')) this.refresh();
      }),
      vscode.commands.registerCommand('presscheck.openPassages', (node: Node) => this.openPassages(node)),
      vscode.commands.registerCommand('presscheck.compareArticles', (node: Node) => this.compare(node)),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  getChildren(node?: Node): Node[] {
    const current = this.reports.current;
    if (current === undefined) return [];
    const { agreeing, order } = settings().coverage;
    if (node === undefined) return byArticle(current.report, order).map((telling) => ({ telling }));
    if (!('telling' in node)) return [];
    return node.telling.points.filter(({ theirs }) => agreeing || differs(theirs)).map((pair) => ({ pair }));
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return 'telling' in node ? article(node.telling) : point(node);
  }

  private refresh(): void {
    const current = this.reports.current;
    this.view.description = current ? named(current.article) : '';
    this.view.message = current ? message(current.report) : '';
    this.changed.fire();
  }

  /** Our passage, and theirs beside it. */
  private async openPassages(node: Node): Promise<void> {
    if (!('pair' in node) || this.reports.current === undefined) return;
    const { ours, theirs } = node.pair;
    const left = { selection: range(ours.range), viewColumn: vscode.ViewColumn.One, preview: false };
    await vscode.window.showTextDocument(this.reports.current.article, { ...left, preserveFocus: true });
    const right = { selection: range(theirs.range), viewColumn: vscode.ViewColumn.Two };
    await vscode.window.showTextDocument(vscode.Uri.parse(theirs.uri), right);
  }

  private async compare(node: Node): Promise<void> {
    if (!('telling' in node) || this.reports.current === undefined) return;
    const { outlet, uri } = node.telling.article;
    const title = vscode.l10n.t('Yours ↔ {0}', outlet);
    await vscode.commands.executeCommand('vscode.diff', this.reports.current.article, vscode.Uri.parse(uri), title);
  }
}

function message({ articles, gaps }: { articles: unknown[]; gaps: string[] }): string {
  if (gaps.length > 0) return gaps.join(' ');
  return articles.length === 0 ? vscode.l10n.t('Nobody else in this newsroom tells this story.') : '';
}

function article({ article: { outlet, headline, date, because }, points }: Telling): vscode.TreeItem {
  const item = new vscode.TreeItem(outlet, vscode.TreeItemCollapsibleState.Expanded);
  const differing = points.filter(({ theirs }) => differs(theirs)).length;
  const count = points.length === 1 ? vscode.l10n.t('1 point') : vscode.l10n.t('{0} points', points.length);
  const told = differing > 0 ? vscode.l10n.t('{0} of {1} differ', differing, points.length) : count;
  item.description = [told, date, because].filter(Boolean).join(' · ');
  item.tooltip = headline ?? outlet;
  item.iconPath = new vscode.ThemeIcon(differing > 0 ? 'warning' : 'output');
  item.contextValue = 'article';
  item.accessibilityInformation = { label: `${outlet}, ${item.description}` };
  return item;
}

function point(node: { pair: Telling['points'][number] }): vscode.TreeItem {
  const { ours, theirs } = node.pair;
  const { icon, says } = RELATIONS[theirs.relation];
  const label = theirs.differences[0] ?? ours.text;
  const item = new vscode.TreeItem(label);
  item.description = says;
  // A narrow view cuts the label: here all of it is said.
  const passages = [vscode.l10n.t('Yours: {0}', ours.text), vscode.l10n.t('Theirs: {0}', theirs.text)];
  item.tooltip = new vscode.MarkdownString().appendText([[says, ...theirs.differences].join(': '), ...passages].join('\n\n'));
  item.iconPath = new vscode.ThemeIcon(icon);
  item.contextValue = 'point';
  item.command = { command: 'presscheck.openPassages', title: vscode.l10n.t('Open Both Passages'), arguments: [node] };
  item.accessibilityInformation = { label: vscode.l10n.t('{0}: {1}. Theirs: {2}', says, label, theirs.text) };
  return item;
}
