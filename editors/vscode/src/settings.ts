// The settings, typed. package.json declares them.

import * as vscode from 'vscode';
import type { Level, Shown } from './findings';

export interface Settings {
  check: { languages: string[]; untitled: boolean; newsroom: boolean };
  findings: Shown;
  /** Reports that agree with ours are shown too. */
  agreeing: boolean;
  statusBar: 'always' | 'articles' | 'never';
}

export function settings(): Settings {
  const values = vscode.workspace.getConfiguration('presscheck');
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
    agreeing: values.get('coverage.showAgreeing', true),
    statusBar: values.get<Settings['statusBar']>('statusBar.visible', 'articles'),
  };
}
