import type { Disposable } from 'vscode';
import { settings } from './settings';

/** Does something once the writer has been still for as long as is set. */
export class Quiet implements Disposable {
  private readonly run: () => void;
  private timer: NodeJS.Timeout | undefined;

  constructor(run: () => void) {
    this.run = run;
  }

  /** Begins to wait, anew where it was waiting. */
  soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.run, settings().delay);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}
