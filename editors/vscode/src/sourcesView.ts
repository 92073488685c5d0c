// The view of quotes and claims by whom they are from, to be ticked off one by one.

import * as vscode from 'vscode';
import { bySource, type Item, type Source } from './report';
import { range, type Reports } from './reports';
import { settings } from './settings';
import type { Ticks } from './ticks';

type Node = { source: Source } | { item: Item };

export class SourcesView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly reports: Reports;
  private readonly ticks: Ticks;
  private readonly view: vscode.TreeView<Node>;
  private readonly subscriptions: vscode.Disposable[];

  constructor(reports: Reports, ticks: Ticks) {
    this.reports = reports;
    this.ticks = ticks;
    this.view = vscode.window.createTreeView('presscheck.sources', { treeDataProvider: this, showCollapseAll: true });
    this.subscriptions = [
      this.view,
      this.changed,
      reports.onChanged(() => this.refresh()),
      ticks.onChanged(() => this.refresh()),
      this.view.onDidChangeCheckboxState(({ items }) => void this.tick(items)),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('presscheck.sources')) this.refresh();
      }),
      vscode.commands.registerCommand('presscheck.goTo', (item: Item) => this.goTo(item)),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) return this.sources().map((source) => ({ source }));
    return 'source' in node ? node.source.items.map((item) => ({ item })) : [];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return 'source' in node ? source(node.source) : this.item(node.item);
  }

  private sources(): Source[] {
    if (this.reports.current === undefined) return [];
    const { show, hideChecked } = settings().sources;
    const wanted = (item: Item): boolean =>
      (show === 'both' || show.startsWith(item.kind)) && !(hideChecked && this.ticks.has(item));
    return bySource(this.reports.current.report)
      .map(({ name, items }) => ({ name, items: items.filter(wanted) }))
      .filter(({ items }) => items.length > 0);
  }

  private refresh(): void {
    const { checked, of } = this.ticks.count();
    this.view.description = `${checked} of ${of} checked`;
    this.changed.fire();
  }

  private tick(rows: readonly [Node, vscode.TreeItemCheckboxState][]): Promise<void> {
    const { Checked } = vscode.TreeItemCheckboxState;
    return this.ticks.set(rows.flatMap(([node, state]) => ('item' in node ? [[node.item, state === Checked] as const] : [])));
  }

  private item(item: Item): vscode.TreeItem {
    const { kind, text, state } = item;
    const label = kind === 'quote' ? `“${text}”` : text;
    const row = new vscode.TreeItem(label);
    row.description = state;
    row.tooltip = label;
    row.iconPath = new vscode.ThemeIcon(state === 'disputed' ? 'warning' : kind === 'quote' ? 'quote' : 'note');
    const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
    const [ticked, tooltip] = this.ticks.has(item) ? [Checked, 'Checked'] : [Unchecked, 'To check'];
    row.checkboxState = { state: ticked, tooltip, accessibilityInformation: { label: tooltip } };
    row.command = { command: 'presscheck.goTo', title: 'Go to', arguments: [item] };
    row.accessibilityInformation = { label: [kind, state, text].filter(Boolean).join(', ') };
    return row;
  }

  private async goTo(item: Item): Promise<void> {
    if (this.reports.current === undefined) return;
    await vscode.window.showTextDocument(this.reports.current.article, { selection: range(item.range) });
  }
}

function source({ name, items }: Source): vscode.TreeItem {
  const row = new vscode.TreeItem(name ?? 'Nobody named', vscode.TreeItemCollapsibleState.Expanded);
  row.description = `${items.length}`;
  row.iconPath = new vscode.ThemeIcon(name === null ? 'question' : 'person');
  return row;
}
