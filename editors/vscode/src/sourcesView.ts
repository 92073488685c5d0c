// The view of quotes and claims by whom they are from, to be ticked off one by one.

import * as vscode from 'vscode';
import { bySource, type Item, type Source, type State } from './report';
import { range, type Reports } from './reports';
import { settings } from './settings';
import type { Ticks } from './ticks';

type Node = { source: Source } | { item: Item };

const STATES: Record<State, string> = {
  '': '',
  disputed: vscode.l10n.t('disputed'),
  'no speaker': vscode.l10n.t('no speaker'),
  anonymous: vscode.l10n.t('anonymous'),
  vague: vscode.l10n.t('vague'),
  unsourced: vscode.l10n.t('unsourced'),
};

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
    this.view.description = of > 0 ? vscode.l10n.t('{0} of {1} checked', checked, of) : '';
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
    row.description = STATES[state];
    row.tooltip = label;
    row.iconPath = new vscode.ThemeIcon(state === 'disputed' ? 'warning' : kind === 'quote' ? 'quote' : 'note');
    const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
    const [ticked, tooltip] = this.ticks.has(item) ? [Checked, vscode.l10n.t('Checked')] : [Unchecked, vscode.l10n.t('To check')];
    row.checkboxState = { state: ticked, tooltip, accessibilityInformation: { label: tooltip } };
    row.command = { command: 'presscheck.goTo', title: vscode.l10n.t('Go to Passage'), arguments: [item] };
    const what = kind === 'quote' ? vscode.l10n.t('quote') : vscode.l10n.t('claim');
    row.accessibilityInformation = { label: [what, STATES[state], text].filter(Boolean).join(', ') };
    return row;
  }

  private async goTo(item: Item): Promise<void> {
    if (this.reports.current === undefined) return;
    await vscode.window.showTextDocument(this.reports.current.article, { selection: range(item.range) });
  }
}

function source({ name, items }: Source): vscode.TreeItem {
  const label = name ?? vscode.l10n.t('Nobody named');
  const row = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  row.description = `${items.length}`;
  row.accessibilityInformation = { label: vscode.l10n.t('{0}, {1} in all', label, items.length) };
  row.iconPath = new vscode.ThemeIcon(name === null ? 'question' : 'person');
  return row;
}
