// The settings, typed. package.json declares them.

import * as vscode from 'vscode';
import type { Level, Shown } from './findings';
import type { Order } from './report';

export interface Settings {
  check: { languages: string[]; untitled: boolean; newsroom: boolean };
  findings: Shown;
  /** What the server offers and this editor takes. */
  takes: { hover: boolean; completion: boolean; colours: boolean };
  coverage: {
    /** Reports that agree with ours are shown too. */
    agreeing: boolean;
    order: Order;
  };
  sources: { show: 'both' | 'quotes' | 'claims'; hideChecked: boolean };
  facts: { mark: boolean };
  /** How long a writer must be still before the views follow, in milliseconds. */
  delay: number;
  statusBar: { visible: 'always' | 'articles' | 'never'; checked: boolean };
}

/** Those of the window, or of the folder that `file` lies in. */
export function settings(file?: vscode.Uri): Settings {
  const values = vscode.workspace.getConfiguration('presscheck', file);
  return {
    check: {
      languages: values.get<string[]>('check.languages', ['markdown', 'plaintext']),
      newsroom: values.get('check.newsroom', false),
      untitled: values.get('check.untitled', true),
    },
    findings: {
      lowest: values.get<Level>('findings.lowest', 'hint'),
      rules: values.get<Shown['rules']>('rules', {}),
    },
    takes: {
      hover: values.get('hover', true),
      completion: values.get('completion', true),
      colours: values.get('semanticTokens', true),
    },
    coverage: {
      agreeing: values.get('coverage.showAgreeing', true),
      order: values.get<Order>('coverage.order', 'differences'),
    },
    sources: {
      show: values.get<Settings['sources']['show']>('sources.show', 'both'),
      hideChecked: values.get('sources.hideChecked', false),
    },
    facts: { mark: values.get('facts.mark', false) },
    delay: values.get('views.delay', 300),
    statusBar: {
      visible: values.get<Settings['statusBar']['visible']>('statusBar.visible', 'articles'),
      checked: values.get('statusBar.checked', true),
    },
  };
}

/** Which documents are checked. */
export function selector(): { scheme: string; language: string }[] {
  const { languages, untitled } = settings().check;
  const schemes = untitled ? ['file', 'untitled'] : ['file'];
  return schemes.flatMap((scheme) => languages.map((language) => ({ scheme, language })));
}
