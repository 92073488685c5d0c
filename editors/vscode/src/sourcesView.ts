// The view of quotes and claims by whom they are from, to be ticked off one by one.

import * as vscode from 'vscode';
import { bySource, type Item, type Source } from './report';
import { range, type Reports } from './reports';

type Node = { source: Source } | { item: Item };

const TICKED = 'presscheck.ticked';

export class SourcesView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly reports: Reports;
  private readonly memory: vscode.Memento;
  private readonly view: vscode.TreeView<Node>;
  private readonly subscriptions: vscode.Disposable[];

  constructor(reports: Reports, memory: vscode.Memento) {
    this.reports = reports;
    this.memory = memory;
    this.view = vscode.window.createTreeView('presscheck.sources', { treeDataProvider: this, showCollapseAll: true });
    this.subscriptions = [
      this.view,
      this.changed,
      reports.onChanged(() => this.refresh()),
      this.view.onDidChangeCheckboxState(({ items }) => void this.tick(items)),
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
    return this.reports.current === undefined ? [] : bySource(this.reports.current.report);
  }

  private refresh(): void {
    const items = this.sources().flatMap(({ items }) => items);
    const ticked = this.ticked();
    this.view.description = `${items.filter((item) => ticked.has(key(item))).length} of ${items.length} checked`;
    this.changed.fire();
  }

  /** What is ticked off in the article in front, by its words, so that it stays so when the text around it moves. */
  private ticked(): Set<string> {
    return new Set(this.all()[this.article()]);
  }

  private async tick(items: readonly [Node, vscode.TreeItemCheckboxState][]): Promise<void> {
    const ticked = this.ticked();
    for (const [node, state] of items) {
      if (!('item' in node)) continue;
      if (state === vscode.TreeItemCheckboxState.Checked) ticked.add(key(node.item));
      else ticked.delete(key(node.item));
    }
    await this.memory.update(TICKED, { ...this.all(), [this.article()]: [...ticked] });
    this.refresh();
  }

  private all(): Record<string, string[]> {
    return this.memory.get<Record<string, string[]>>(TICKED, {});
  }

  private article(): string {
    return this.reports.current?.article.toString() ?? '';
  }

  private item(item: Item): vscode.TreeItem {
    const { kind, text, state } = item;
    const label = kind === 'quote' ? `“${text}”` : text;
    const row = new vscode.TreeItem(label);
    row.description = state;
    row.tooltip = label;
    row.iconPath = new vscode.ThemeIcon(state === 'disputed' ? 'warning' : kind === 'quote' ? 'quote' : 'note');
    const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
    const [ticked, tooltip] = this.ticked().has(key(item)) ? [Checked, 'Checked'] : [Unchecked, 'To check'];
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

const key = ({ kind, text }: Item): string => `${kind}: ${text}`;

function source({ name, items }: Source): vscode.TreeItem {
  const row = new vscode.TreeItem(name ?? 'Nobody named', vscode.TreeItemCollapsibleState.Expanded);
  row.description = `${items.length}`;
  row.iconPath = new vscode.ThemeIcon(name === null ? 'question' : 'person');
  return row;
}
