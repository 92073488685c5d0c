// What somebody has checked of an article, kept by its words so that it stays so when the text around it moves.

import * as vscode from 'vscode';
import { bySource, type Item } from './report';
import type { Reports } from './reports';

const TICKED = 'presscheck.ticked';

export class Ticks implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onChanged = this.changed.event;
  private readonly reports: Reports;
  private readonly memory: vscode.Memento;

  constructor(reports: Reports, memory: vscode.Memento) {
    this.reports = reports;
    this.memory = memory;
  }

  dispose(): void {
    this.changed.dispose();
  }

  has(item: Item): boolean {
    return this.ticked().has(key(item));
  }

  /** How many of the article in front are checked, and of how many. */
  count(): { checked: number; of: number } {
    const { current } = this.reports;
    const items = current === undefined ? [] : bySource(current.report).flatMap(({ items }) => items);
    const ticked = this.ticked();
    return { checked: items.filter((item) => ticked.has(key(item))).length, of: items.length };
  }

  async set(items: readonly (readonly [Item, boolean])[]): Promise<void> {
    const ticked = this.ticked();
    for (const [item, checked] of items) {
      if (checked) ticked.add(key(item));
      else ticked.delete(key(item));
    }
    await this.memory.update(TICKED, { ...this.all(), [this.article()]: [...ticked] });
    this.changed.fire();
  }

  private ticked(): Set<string> {
    return new Set(this.all()[this.article()]);
  }

  private all(): Record<string, string[]> {
    return this.memory.get<Record<string, string[]>>(TICKED, {});
  }

  private article(): string {
    return this.reports.current?.article.toString() ?? '';
  }
}

const key = ({ kind, text }: Item): string => `${kind}: ${text}`;
